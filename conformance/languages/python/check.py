"""Writes the objects of expected.yaml, in Python."""
import cdk8s
import cdk8s_istio as istio

app = cdk8s.App()
chart = cdk8s.Chart(app, "check")
host = istio.Host.service("web", "shop")
name = cdk8s.ApiObjectMetadata(name="web")

istio.VirtualService(chart, "routes", metadata=name, spec=istio.VirtualServiceSpec(
    hosts=[host],
    http=[istio.HTTPRoute(
        match=[istio.HTTPMatchRequest(uri=istio.StringMatch.prefix("/shop"))],
        fault=istio.HTTPFaultInjection(abort=istio.HTTPFaultAbort.http_status(503, percentage=istio.Percent.of(10))),
        route=[istio.HTTPRouteDestination(destination=istio.Destination(host=host, port=istio.PortSelector.of(80)))],
        timeout=istio.ProtoDuration.seconds(5),
    )],
))
istio.DestinationRule(chart, "rule", metadata=name, spec=istio.DestinationRuleSpec(
    host=host,
    traffic_policy=istio.TrafficPolicy(
        load_balancer=istio.LoadBalancerSettings.consistent_hash(
            istio.ConsistentHashLB.use_source_ip(True, algorithm=istio.ConsistentHashAlgorithm.maglev(table_size=65537)),
        ),
        tls=istio.ClientTLSSettings(mode=istio.ClientTLSMode.ISTIO_MUTUAL),
    ),
))
policy = {"apiVersion": "security.istio.io/v1beta1", "kind": "PeerAuthentication", "metadata": {"name": "default"}}
istio.PeerAuthentication.from_manifest(chart, "policy", {**policy, "spec": {"mtls": {"mode": "STRICT"}}})

try:
    istio.PeerAuthentication.from_manifest(chart, "wrong", {**policy, "spec": {"mtlz": {"mode": "STRICT"}}})
    raise SystemExit("an unknown field was taken")
except RuntimeError as error:
    assert 'there is no field "mtlz"' in str(error), error

print(app.synth_yaml())

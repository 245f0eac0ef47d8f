import io.github.cdk8sistio.ClientTLSMode;
import io.github.cdk8sistio.ClientTLSSettings;
import io.github.cdk8sistio.ConsistentHashAlgorithm;
import io.github.cdk8sistio.ConsistentHashLB;
import io.github.cdk8sistio.ConsistentHashLBOptions;
import io.github.cdk8sistio.Destination;
import io.github.cdk8sistio.DestinationRule;
import io.github.cdk8sistio.DestinationRuleSpec;
import io.github.cdk8sistio.HTTPFaultAbort;
import io.github.cdk8sistio.HTTPFaultAbortOptions;
import io.github.cdk8sistio.HTTPFaultInjection;
import io.github.cdk8sistio.HTTPMatchRequest;
import io.github.cdk8sistio.HTTPRoute;
import io.github.cdk8sistio.HTTPRouteDestination;
import io.github.cdk8sistio.Host;
import io.github.cdk8sistio.LoadBalancerSettings;
import io.github.cdk8sistio.MagLev;
import io.github.cdk8sistio.PeerAuthentication;
import io.github.cdk8sistio.Percent;
import io.github.cdk8sistio.PortSelector;
import io.github.cdk8sistio.ProtoDuration;
import io.github.cdk8sistio.StringMatch;
import io.github.cdk8sistio.TrafficPolicy;
import io.github.cdk8sistio.VirtualService;
import io.github.cdk8sistio.VirtualServiceSpec;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** Writes the objects of expected.yaml, in Java. */
public final class Check {
  public static void main(String[] arguments) {
    App app = new App();
    Chart chart = new Chart(app, "check");
    Host host = Host.service("web", "shop");
    ApiObjectMetadata name = ApiObjectMetadata.builder().name("web").build();

    VirtualService.Builder.create(chart, "routes").metadata(name).spec(VirtualServiceSpec.builder()
        .hosts(List.of(host))
        .http(List.of(HTTPRoute.builder()
            .match(List.of(HTTPMatchRequest.builder().uri(StringMatch.prefix("/shop")).build()))
            .fault(HTTPFaultInjection.builder()
                .abort(HTTPFaultAbort.httpStatus(503, HTTPFaultAbortOptions.builder().percentage(Percent.of(10)).build()))
                .build())
            .route(List.of(HTTPRouteDestination.builder()
                .destination(Destination.builder().host(host).port(PortSelector.of(80)).build())
                .build()))
            .timeout(ProtoDuration.seconds(5))
            .build()))
        .build()).build();

    ConsistentHashLBOptions options = ConsistentHashLBOptions.builder()
        .algorithm(ConsistentHashAlgorithm.maglev(MagLev.builder().tableSize(65537).build()))
        .build();
    DestinationRule.Builder.create(chart, "rule").metadata(name).spec(DestinationRuleSpec.builder()
        .host(host)
        .trafficPolicy(TrafficPolicy.builder()
            .loadBalancer(LoadBalancerSettings.consistentHash(ConsistentHashLB.useSourceIp(true, options)))
            .tls(ClientTLSSettings.builder().mode(ClientTLSMode.ISTIO_MUTUAL).build())
            .build())
        .build()).build();

    PeerAuthentication.fromManifest(chart, "policy", policy("mtls"));
    try {
      PeerAuthentication.fromManifest(chart, "wrong", policy("mtlz"));
      throw new IllegalStateException("an unknown field was taken");
    } catch (RuntimeException error) {
      if (!error.getMessage().contains("there is no field \"mtlz\"")) throw error;
    }
    System.out.println(app.synthYaml());
  }

  private static Map<String, Object> policy(String field) {
    return Map.of("apiVersion", "security.istio.io/v1beta1", "kind", "PeerAuthentication", "metadata", Map.of("name", "default"),
        "spec", Map.of(field, Map.of("mode", "STRICT")));
  }
}

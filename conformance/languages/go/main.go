// Writes the objects of expected.yaml, in Go.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/aws/jsii-runtime-go"
	istio "github.com/cdk8s-istio/cdk8s-istio-go/cdk8sistio"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	defer jsii.Close()
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("check"), nil)
	host := istio.Host_Service(jsii.String("web"), jsii.String("shop"), nil)
	name := &cdk8s.ApiObjectMetadata{Name: jsii.String("web")}

	istio.NewVirtualService(chart, jsii.String("routes"), &istio.VirtualServiceProps{Metadata: name, Spec: &istio.VirtualServiceSpec{
		Hosts: &[]istio.Host{host},
		Http: &[]*istio.HTTPRoute{{
			Match: &[]*istio.HTTPMatchRequest{{Uri: istio.StringMatch_Prefix(jsii.String("/shop"))}},
			Fault: &istio.HTTPFaultInjection{
				Abort: istio.HTTPFaultAbort_HttpStatus(jsii.Number(503), &istio.HTTPFaultAbortOptions{Percentage: istio.Percent_Of(jsii.Number(10))}),
			},
			Route: &[]*istio.HTTPRouteDestination{{
				Destination: &istio.Destination{Host: host, Port: istio.PortSelector_Of(jsii.Number(80))},
			}},
			Timeout: istio.ProtoDuration_Seconds(jsii.Number(5)),
		}},
	}})

	algorithm := istio.ConsistentHashAlgorithm_Maglev(&istio.MagLev{TableSize: jsii.Number(65537)})
	hash := istio.ConsistentHashLB_UseSourceIp(jsii.Bool(true), &istio.ConsistentHashLBOptions{Algorithm: algorithm})
	istio.NewDestinationRule(chart, jsii.String("rule"), &istio.DestinationRuleProps{Metadata: name, Spec: &istio.DestinationRuleSpec{
		Host: host,
		TrafficPolicy: &istio.TrafficPolicy{
			LoadBalancer: istio.LoadBalancerSettings_ConsistentHash(hash, nil),
			Tls:          &istio.ClientTLSSettings{Mode: istio.ClientTLSMode_ISTIO_MUTUAL},
		},
	}})

	istio.PeerAuthentication_FromManifest(chart, jsii.String("policy"), policy("mtls"))
	refused(func() { istio.PeerAuthentication_FromManifest(chart, jsii.String("wrong"), policy("mtlz")) })
	fmt.Println(*app.SynthYaml())
}

func policy(field string) map[string]any {
	return map[string]any{
		"apiVersion": "security.istio.io/v1beta1", "kind": "PeerAuthentication", "metadata": map[string]any{"name": "default"},
		"spec": map[string]any{field: map[string]any{"mode": "STRICT"}},
	}
}

// An unknown field must be refused by name.
func refused(action func()) {
	defer func() {
		if message := fmt.Sprint(recover()); !strings.Contains(message, `there is no field "mtlz"`) {
			fmt.Fprintln(os.Stderr, "an unknown field was taken:", message)
			os.Exit(1)
		}
	}()
	action()
}

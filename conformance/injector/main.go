// Command injector gives pods their proxies as Istio does, many in one process: one request a line in, one answer a line out, both
// JSON. A request names a setup that an earlier line brought, so that the configuration is read once.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"cdk8s-istio.dev/conformance/internal/lines"
	"istio.io/istio/pilot/pkg/features"
	common "istio.io/istio/pkg/features"
	"istio.io/istio/pkg/log"
)

// A request: either a setup, or something to be injected by one.
type request struct {
	Setup string `json:"setup"`
	// Of a setup: what the ConfigMaps of a control plane hold.
	Config   string `json:"config"`
	Values   string `json:"values"`
	Mesh     string `json:"mesh"`
	Revision string `json:"revision"`
	// Whether proxies are native sidecars, and which standard of cryptography is kept to.
	Native     bool   `json:"native"`
	Compliance string `json:"compliance"`
	OpenShift  bool   `json:"openshift"`
	// Documents of kind ProxyConfig that the cluster holds, which the webhook heeds.
	ProxyConfigs string `json:"proxyConfigs"`
	// Where a running istiod listens for reviews on this machine; without it, Istio's handler is asked in this process.
	Port int `json:"port"`
	// What is to be injected: the documents of a file for the command line, or a pod as JSON for the webhook.
	File string          `json:"file"`
	Pod  json.RawMessage `json:"pod"`
	// Whether the pod or the file is only to be read and written again, as Go's types have it.
	Plain bool `json:"plain"`
	// Of a pod: where it is, the annotations of its namespace, and the path under which the webhook is asked.
	Namespace   string            `json:"namespace"`
	Annotations map[string]string `json:"annotations"`
	Path        string            `json:"path"`
}

// An answer: the documents or the pod with their proxies, or why there are none.
type answer struct {
	File  string          `json:"file,omitempty"`
	Pod   json.RawMessage `json:"pod,omitempty"`
	Error string          `json:"error,omitempty"`
}

func main() {
	// Istio's libraries log to stdout, where the answers go.
	logging := log.DefaultOptions()
	logging.OutputPaths = []string{"stderr"}
	logging.SetDefaultOutputLevel("all", log.NoneLevel)
	if err := log.Configure(logging); err != nil {
		fail(err)
	}
	setups := map[string]*setup{}
	err := lines.Answer(os.Stdin, os.Stdout, func(asked request) (answer, error) { return answerOne(asked, setups), nil })
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func answerOne(asked request, setups map[string]*setup) (result answer) {
	// Some pods make Istio's own code panic; the API server then sees a refusal too.
	defer func() {
		if fault := recover(); fault != nil {
			result = answer{Error: fmt.Sprintf("panic: %v", fault)}
		}
	}()
	if asked.Config != "" {
		made, err := newSetup(asked)
		if err != nil {
			return answer{Error: err.Error()}
		}
		setups[asked.Setup] = made
		return answer{}
	}
	if asked.Plain {
		return plain(asked)
	}
	chosen, ok := setups[asked.Setup]
	if !ok {
		return answer{Error: fmt.Sprintf("there is no setup %q", asked.Setup)}
	}
	features.EnableNativeSidecars = features.NativeSidecarModeDisabled
	if chosen.native {
		features.EnableNativeSidecars = features.NativeSidecarModeEnabled
	}
	common.CompliancePolicy = chosen.compliance
	platform := ""
	if chosen.openshift {
		platform = "openshift"
	}
	os.Setenv("PLATFORM", platform)
	if asked.Pod != nil {
		pod, err := chosen.admit(asked)
		return answerOf(answer{Pod: pod}, err)
	}
	file, err := chosen.intoFile(asked.File)
	return answerOf(answer{File: file}, err)
}

func answerOf(good answer, err error) answer {
	if err != nil {
		return answer{Error: err.Error()}
	}
	return good
}

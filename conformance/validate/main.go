// Command validate says of each object what Istio says of it: one JSON object a line in, one answer a line out. It runs the
// checks of `istioctl validate` and of istiod's webhook in one process, so that thousands of objects take a second.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"github.com/hashicorp/go-multierror"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"cdk8s-istio.dev/conformance/internal/lines"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"istio.io/istio/pkg/log"
)

// An answer. Stage says where it was decided: "unknown" for a kind that Istio does not check, "decode" for a spec that does not
// fit the messages, "fields" for a stranger beside spec and metadata, "config" for the checks of the kind.
type answer struct {
	Stage    string   `json:"stage"`
	Errors   []string `json:"errors"`
	Warnings []string `json:"warnings"`
}

func main() {
	as := flag.String("as", "istioctl", `whose way to read: "istioctl", where unknown fields are errors, or "webhook", where they are dropped`)
	flag.Parse()
	if *as != "istioctl" && *as != "webhook" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	// Istio's libraries log to stdout, where the answers go.
	logging := log.DefaultOptions()
	logging.OutputPaths = []string{"stderr"}
	if err := log.Configure(logging); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	err := lines.Answer(os.Stdin, os.Stdout, func(object json.RawMessage) (answer, error) { return check(object, *as == "istioctl"), nil })
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func check(line []byte, strict bool) (result answer) {
	defer func() {
		if fault := recover(); fault != nil {
			result = refusal("panic", fmt.Errorf("panic: %v", fault))
		}
	}()
	object := map[string]any{}
	if err := json.Unmarshal(line, &object); err != nil {
		return refusal("json", err)
	}
	source := unstructured.Unstructured{Object: object}
	gvk := source.GroupVersionKind()
	schema, known := collections.Pilot.FindByGroupVersionAliasesKind(config.GroupVersionKind{Group: gvk.Group, Version: gvk.Version, Kind: gvk.Kind})
	if !known {
		return answer{Stage: "unknown", Errors: []string{}, Warnings: []string{}}
	}
	spec, err := decode(schema, object["spec"], strict)
	if err != nil {
		return refusal("decode", err)
	}
	for key := range object {
		switch key {
		case "apiVersion", "kind", "metadata", "spec", "status":
		default:
			return refusal("fields", fmt.Errorf("unknown field %q", key))
		}
	}
	namespace := source.GetNamespace()
	if namespace == "" {
		namespace = metav1.NamespaceDefault
	}
	warnings, err := schema.ValidateConfig(config.Config{
		Meta: config.Meta{
			GroupVersionKind:  schema.GroupVersionKind(),
			Name:              source.GetName(),
			Namespace:         namespace,
			Labels:            source.GetLabels(),
			Annotations:       source.GetAnnotations(),
			ResourceVersion:   source.GetResourceVersion(),
			CreationTimestamp: source.GetCreationTimestamp().Time,
		},
		Spec: spec,
	})
	return answer{Stage: "config", Errors: messages(err), Warnings: messages(warnings)}
}

// decode reads a spec as the message of its kind.
func decode(schema resource.Schema, spec any, strict bool) (config.Spec, error) {
	text, err := json.Marshal(spec)
	if err != nil {
		return nil, err
	}
	if !strict {
		return crd.FromJSON(schema, string(text))
	}
	message, err := schema.NewInstance()
	if err != nil {
		return nil, err
	}
	return message, config.ApplyJSONStrict(message, string(text))
}

func refusal(stage string, err error) answer {
	return answer{Stage: stage, Errors: messages(err), Warnings: []string{}}
}

// messages takes an error apart into those that it collects.
func messages(err error) []string {
	all := []string{}
	switch err := err.(type) {
	case nil:
	case *multierror.Error:
		for _, one := range err.Errors {
			all = append(all, messages(one)...)
		}
	default:
		all = append(all, err.Error())
	}
	return all
}

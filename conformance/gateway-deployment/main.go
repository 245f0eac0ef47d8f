// Command gateway-deployment says what istiod makes of a Gateway: one case as JSON a line in, one answer a line out. It runs
// istiod's own controller over a cluster that is only in memory.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	dynamicfake "k8s.io/client-go/dynamic/fake"
	metadatafake "k8s.io/client-go/metadata/fake"
	clienttesting "k8s.io/client-go/testing"
	gateway "sigs.k8s.io/gateway-api/apis/v1"
	"sigs.k8s.io/yaml"

	"cdk8s-istio.dev/conformance/internal/lines"
	meshconfig "istio.io/api/mesh/v1alpha1"
	networking "istio.io/api/networking/v1beta1"
	clientnetworking "istio.io/client-go/pkg/apis/networking/v1beta1"
	"istio.io/istio/pilot/pkg/config/kube/gatewaycommon"
	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pkg/cluster"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/mesh/meshwatcher"
	"istio.io/istio/pkg/config/schema/gvk"
	"istio.io/istio/pkg/config/schema/gvr"
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/kube/inject"
	"istio.io/istio/pkg/kube/kclient"
	"istio.io/istio/pkg/log"
	"istio.io/istio/pkg/revisions"
)

// A question: a Gateway, what else the cluster holds, and how istiod was installed.
type question struct {
	// Templates is a file: the injector's templates by name, as a JSON object.
	Templates string `json:"templates"`
	// Values and Mesh are the texts of the control plane's ConfigMaps.
	Values string `json:"values"`
	Mesh   string `json:"mesh"`
	// Revision is the one that istiod serves; Cluster is how it was told to call the cluster.
	Revision string            `json:"revision"`
	Cluster  string            `json:"cluster"`
	Objects  []json.RawMessage `json:"objects"`
	// CopyMetadata and Quic are variables of istiod's environment.
	CopyMetadata bool `json:"copyMetadata"`
	Quic         bool `json:"quic"`
	Ambient      bool `json:"ambient"`
}

type answer struct {
	Objects []json.RawMessage `json:"objects"`
	// Error is what istiod wrote to its log instead.
	Error string `json:"error,omitempty"`
}

const systemNamespace = "istio-system"

func main() {
	logFile := flag.String("log", "", "a file for the log, where the answers' errors are read")
	flag.Parse()
	if *logFile == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	logging := log.DefaultOptions()
	logging.OutputPaths = []string{*logFile}
	logging.JSONEncoding = true
	if err := log.Configure(logging); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	err := lines.Answer(os.Stdin, os.Stdout, func(asked question) (answer, error) { return answerOne(asked, *logFile) })
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// answerOne deploys what is asked for. An error of its own is one of the log.
func answerOne(asked question, logFile string) (answer, error) {
	if err := os.Truncate(logFile, 0); err != nil {
		return answer{}, err
	}
	objects, problem := deploy(asked)
	if problem != nil {
		return answer{Objects: objects, Error: problem.Error()}, nil
	}
	written, err := logged(logFile)
	return answer{Objects: objects, Error: written}, err
}

// The errors of the log: the controller tells nobody else when a template does not render.
func logged(file string) (string, error) {
	if err := log.Sync(); err != nil && !strings.Contains(err.Error(), "invalid argument") {
		return "", err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	found := []string{}
	for _, line := range strings.Split(strings.ReplaceAll(string(text), "\x00", ""), "\n") {
		var entry struct {
			Level   string `json:"level"`
			Message string `json:"msg"`
		}
		if json.Unmarshal([]byte(line), &entry) == nil && entry.Level == "error" {
			found = append(found, entry.Message)
		}
	}
	return strings.Join(found, "\n"), nil
}

var parsed = map[string]inject.Templates{}

func templates(file string) (inject.Templates, error) {
	if known, f := parsed[file]; f {
		return known, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var texts map[string]string
	if err := json.Unmarshal(text, &texts); err != nil {
		return nil, err
	}
	parsed[file], err = inject.ParseTemplates(texts)
	return parsed[file], err
}

func deploy(q question) ([]json.RawMessage, error) {
	features.EnableGatewayAPICopyLabelsAnnotations = q.CopyMetadata
	features.EnableQUICListeners = q.Quic
	features.EnableAmbientWaypoints = q.Ambient
	features.EnableAmbientMultiNetwork = q.Ambient
	features.EnableAmbient = q.Ambient
	features.EnableAgentgateway = true
	features.EnableAlphaGatewayAPI = true
	gatewaycommon.ClassInfos = gatewaycommon.GetClassInfos()
	gatewaycommon.BuiltinGatewayClasses = gatewaycommon.GetAllClasses()

	parsedTemplates, err := templates(q.Templates)
	if err != nil {
		return nil, err
	}
	values, err := inject.NewValuesConfig(q.Values)
	if err != nil {
		return nil, err
	}
	meshConfig, err := mesh.ApplyMeshConfigDefaults(q.Mesh)
	if err != nil {
		return nil, err
	}

	client := kube.NewFakeClientWithVersion("35")
	if err := declareListenerSets(client); err != nil {
		return nil, err
	}
	store := model.NewFakeStore()
	gateways, err := fill(client, store, q.Objects)
	if err != nil {
		return nil, err
	}
	written := []json.RawMessage{}
	client.Dynamic().(*dynamicfake.FakeDynamicClient).PrependReactor("patch", "*",
		func(action clienttesting.Action) (bool, runtime.Object, error) {
			patch := action.(clienttesting.PatchAction)
			// The Gateway itself only gets a mark that this version of the controller has seen it.
			if patch.GetResource().Resource != "gateways" {
				written = append(written, patch.GetPatch())
			}
			return true, &unstructured.Unstructured{Object: map[string]any{"apiVersion": "v1", "kind": "ConfigMap"}}, nil
		})

	stop := make(chan struct{})
	defer close(stop)
	env := environment(meshConfig, store)
	revision := q.Revision
	if revision == "" {
		revision = "default"
	}
	watcher := revisions.NewTagWatcher(client, revision, systemNamespace)
	go watcher.Run(stop)
	controller := gatewaycommon.NewDeploymentController(client, cluster.ID(q.Cluster), env, func() inject.WebhookConfig {
		return inject.WebhookConfig{Templates: parsedTemplates, Values: values, MeshConfig: meshConfig}
	}, func(func()) {}, watcher, q.Revision, systemNamespace)
	client.RunAndWait(stop)
	kube.WaitForCacheSync("tags", stop, watcher.HasSynced)
	for _, name := range gateways {
		if err := controller.Reconcile(name); err != nil {
			return written, err
		}
	}
	return written, nil
}

func environment(meshConfig *meshconfig.MeshConfig, store model.ConfigStore) *model.Environment {
	env := model.NewEnvironment()
	env.Watcher = meshwatcher.NewTestWatcher(meshConfig)
	env.PushContext().ProxyConfigs = model.GetProxyConfigs(store, meshConfig)
	env.PushContext().InitDone.Store(true)
	return env
}

// istiod asks for ListenerSets where their CRD is there.
func declareListenerSets(client kube.CLIClient) error {
	crds := client.Metadata().(*metadatafake.FakeMetadataClient).Resource(gvr.CustomResourceDefinition).(metadatafake.MetadataClient)
	_, err := crds.CreateFake(&metav1.PartialObjectMetadata{ObjectMeta: metav1.ObjectMeta{
		Name:        fmt.Sprintf("%s.%s", gvr.ListenerSet.Resource, gvr.ListenerSet.Group),
		Annotations: map[string]string{"gateway.networking.k8s.io/bundle-version": "v1.6.0"},
	}}, metav1.CreateOptions{})
	return err
}

// Puts objects into the cluster; answers with the Gateways among them.
func fill(client kube.CLIClient, store model.ConfigStore, objects []json.RawMessage) ([]types.NamespacedName, error) {
	names := []types.NamespacedName{}
	for _, text := range objects {
		var head struct {
			Kind string `json:"kind"`
		}
		if err := json.Unmarshal(text, &head); err != nil {
			return nil, err
		}
		var err error
		switch head.Kind {
		case "Gateway":
			var object gateway.Gateway
			if err = yaml.Unmarshal(text, &object); err == nil {
				names = append(names, types.NamespacedName{Namespace: object.Namespace, Name: object.Name})
				_, err = kclient.NewWriteClient[*gateway.Gateway](client).Create(&object)
			}
		case "GatewayClass":
			var object gateway.GatewayClass
			if err = yaml.Unmarshal(text, &object); err == nil {
				_, err = kclient.NewWriteClient[*gateway.GatewayClass](client).Create(&object)
			}
		case "ListenerSet":
			var object gateway.ListenerSet
			if err = yaml.Unmarshal(text, &object); err == nil {
				_, err = kclient.NewWriteClient[*gateway.ListenerSet](client).Create(&object)
			}
		case "Namespace":
			var object corev1.Namespace
			if err = yaml.Unmarshal(text, &object); err == nil {
				_, err = kclient.NewWriteClient[*corev1.Namespace](client).Create(&object)
			}
		case "ConfigMap":
			var object corev1.ConfigMap
			if err = yaml.Unmarshal(text, &object); err == nil {
				_, err = kclient.NewWriteClient[*corev1.ConfigMap](client).Create(&object)
			}
		case "ProxyConfig":
			var object clientnetworking.ProxyConfig
			if err = yaml.Unmarshal(text, &object); err == nil {
				_, err = store.Create(config.Config{
					Meta: config.Meta{GroupVersionKind: gvk.ProxyConfig, Name: object.Name, Namespace: object.Namespace, CreationTimestamp: object.CreationTimestamp.Time},
					Spec: networkingSpec(&object),
				})
			}
		default:
			err = fmt.Errorf("objects of the kind %q are not known here", head.Kind)
		}
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}

func networkingSpec(object *clientnetworking.ProxyConfig) *networking.ProxyConfig {
	return &object.Spec
}

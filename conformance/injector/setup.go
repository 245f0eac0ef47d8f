package main

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	jsonpatch "github.com/evanphx/json-patch/v5"
	admission "k8s.io/api/admission/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"

	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/config/memory"
	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/mesh/meshwatcher"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/kube/inject"
	"istio.io/istio/pkg/kube/multicluster"
)

// A setup is a control plane as far as injection goes.
type setup struct {
	config     *inject.Config
	text       string
	values     inject.ValuesConfig
	mesh       *meshconfig.MeshConfig
	revision   string
	native     bool
	compliance string
	openshift  bool
	port       int
	// What the cluster holds for the proxies.
	proxyConfigs *model.ProxyConfigs
	// The webhook, made when it is first asked; on OpenShift one for each set of annotations of namespaces, which it looks up.
	webhooks map[string]*http.ServeMux
}

func newSetup(asked request) (*setup, error) {
	config, err := inject.UnmarshalConfig([]byte(asked.Config))
	if err != nil {
		return nil, err
	}
	values, err := inject.NewValuesConfig(asked.Values)
	if err != nil {
		return nil, err
	}
	meshConfig, err := mesh.ApplyMeshConfigDefaults(asked.Mesh)
	if err != nil {
		return nil, err
	}
	proxyConfigs, err := proxyConfigsOf(asked.ProxyConfigs, meshConfig)
	if err != nil {
		return nil, err
	}
	return &setup{
		config: &config, text: asked.Values, values: values, mesh: meshConfig, revision: asked.Revision,
		native: asked.Native, compliance: asked.Compliance, openshift: asked.OpenShift, port: asked.Port,
		proxyConfigs: proxyConfigs, webhooks: map[string]*http.ServeMux{},
	}, nil
}

// The ProxyConfigs of a cluster, as istiod reads them from its store.
func proxyConfigsOf(documents string, meshConfig *meshconfig.MeshConfig) (*model.ProxyConfigs, error) {
	configs, _, err := crd.ParseInputs(documents)
	if err != nil {
		return nil, err
	}
	store := memory.Make(collections.Pilot)
	for _, one := range configs {
		if _, err := store.Create(one); err != nil {
			return nil, err
		}
	}
	return model.GetProxyConfigs(store, meshConfig), nil
}

// The command line: documents in, documents out.
func (s *setup) intoFile(file string) (string, error) {
	var out bytes.Buffer
	err := inject.IntoResourceFile(nil, s.config.Templates, s.values, s.revision, s.mesh, strings.NewReader(file), &out, func(string) {})
	return out.String(), err
}

// The webhook: a pod in, the pod with the webhook's patch out.
func (s *setup) admit(asked request) (json.RawMessage, error) {
	review, err := json.Marshal(admission.AdmissionReview{
		TypeMeta: metav1.TypeMeta{APIVersion: "admission.k8s.io/v1", Kind: "AdmissionReview"},
		Request:  &admission.AdmissionRequest{UID: "1", Namespace: asked.Namespace, Object: runtime.RawExtension{Raw: asked.Pod}},
	})
	if err != nil {
		return nil, err
	}
	path := asked.Path
	if path == "" {
		path = "/inject"
	}
	said, err := s.send(asked, path, review)
	if err != nil {
		return nil, err
	}
	var answered admission.AdmissionReview
	if err := json.Unmarshal(said, &answered); err != nil {
		return nil, fmt.Errorf("the webhook said %s", said)
	}
	if !answered.Response.Allowed {
		return nil, errors.New(answered.Response.Result.Message)
	}
	// The patch is made against the pod as Go writes it.
	var pod corev1.Pod
	if err := json.Unmarshal(asked.Pod, &pod); err != nil {
		return nil, err
	}
	if pod.Namespace == "" {
		pod.Namespace = asked.Namespace
	}
	written, err := json.Marshal(pod)
	if err != nil {
		return nil, err
	}
	if answered.Response.Patch == nil {
		return written, nil
	}
	patch, err := jsonpatch.DecodePatch(answered.Response.Patch)
	if err != nil {
		return nil, err
	}
	return patch.Apply(written)
}

// Sends a review to the running istiod, or to the handler in this process.
func (s *setup) send(asked request, path string, review []byte) ([]byte, error) {
	if s.port != 0 {
		response, err := loopback.Post(fmt.Sprintf("https://127.0.0.1:%d%s", s.port, path), "application/json", bytes.NewReader(review))
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		return io.ReadAll(response.Body)
	}
	webhook, err := s.webhook(asked)
	if err != nil {
		return nil, err
	}
	sent := httptest.NewRequest(http.MethodPost, path, bytes.NewReader(review))
	sent.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	webhook.ServeHTTP(recorder, sent)
	return recorder.Body.Bytes(), nil
}

// A client of this machine's istiod, whose certificate is for the name of a Service.
var loopback = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}

// What Go's types leave of a pod or of the documents of a file: no zeros, no unknown fields.
func plain(asked request) answer {
	if asked.Pod != nil {
		var pod corev1.Pod
		if err := json.Unmarshal(asked.Pod, &pod); err != nil {
			return answer{Error: err.Error()}
		}
		written, err := json.Marshal(pod)
		return answerOf(answer{Pod: written}, err)
	}
	object, err := inject.FromRawToObject([]byte(asked.File))
	if err != nil {
		return answer{Error: err.Error()}
	}
	written, err := json.Marshal(object)
	return answerOf(answer{File: string(written)}, err)
}

func (s *setup) webhook(asked request) (*http.ServeMux, error) {
	key := ""
	if s.openshift {
		annotations, err := json.Marshal(asked.Annotations)
		if err != nil {
			return nil, err
		}
		key = asked.Namespace + string(annotations)
	}
	if known, ok := s.webhooks[key]; ok {
		return known, nil
	}
	// Nodes are looked up only where that is left to the webhook; here the setup says it.
	features.EnableNativeSidecars = features.NativeSidecarModeDisabled
	clusters := multicluster.NewFakeController()
	env := &model.Environment{Watcher: meshwatcher.NewTestWatcher(s.mesh)}
	env.SetPushContext(&model.PushContext{ProxyConfigs: s.proxyConfigs})
	mux := http.NewServeMux()
	if _, err := inject.NewWebhook(inject.WebhookParameters{
		Watcher: fixed{s.config, s.text}, Env: env, Mux: mux, Revision: s.revision, MultiCluster: clusters,
	}); err != nil {
		return nil, err
	}
	if s.openshift {
		namespace := &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: asked.Namespace, Annotations: asked.Annotations}}
		client := kube.NewFakeClient(namespace)
		stop := make(chan struct{})
		clusters.Add(constants.DefaultClusterName, client, stop)
		client.RunAndWait(stop)
	}
	if s.native {
		features.EnableNativeSidecars = features.NativeSidecarModeEnabled
	}
	s.webhooks[key] = mux
	return mux, nil
}

// A configuration that never changes.
type fixed struct {
	config *inject.Config
	values string
}

func (f fixed) SetHandler(func(*inject.Config, string) error) {}
func (f fixed) Run(<-chan struct{})                           {}
func (f fixed) Get() (*inject.Config, string, error)          { return f.config, f.values, nil }

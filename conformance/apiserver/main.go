// Command kube-apiserver is the real Kubernetes API server, built from its published module so that
// the conformance suites can hand it the manifests that cdk8s-istio writes.
package main

import (
	"os"
	_ "time/tzdata"

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	os.Exit(cli.Run(app.NewAPIServerCommand()))
}

#!/usr/bin/env bash
# Builds the real programs, and what stands in for a workload and for the validation webhook, into conformance/.cache/bin: those
# that are named, or all.
# What is newer than its module and its sources is left alone.
set -euo pipefail
cd "$(dirname "$0")"

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(istioctl validate injector gateway-deployment envoy-types kubernetes-types pilot-discovery workload kube-apiserver helm)
mkdir -p .cache/bin

for name in "${names[@]}"; do
  module=.
  sources=()
  case $name in
    istioctl) package=istio.io/istio/istioctl/cmd/istioctl ;;
    pilot-discovery) package=istio.io/istio/pilot/cmd/pilot-discovery ;;
    validate) package=./validate sources=(validate/*.go internal/lines/*.go) ;;
    injector) package=./injector sources=(injector/*.go internal/lines/*.go) ;;
    gateway-deployment) package=./gateway-deployment sources=(gateway-deployment/*.go internal/lines/*.go) ;;
    envoy-types) package=./envoy-types sources=(envoy-types/*.go) ;;
    kubernetes-types) package=./kubernetes-types sources=(kubernetes-types/*.go) ;;
    workload) package=./workload sources=(workload/*.go) ;;
    helm) module=helm package=helm.sh/helm/v4/cmd/helm ;;
    kube-apiserver) module=apiserver package=. sources=(apiserver/*.go) ;;
    *) echo "There is no program \"$name\". Choose from: istioctl, validate, injector, gateway-deployment, envoy-types, kubernetes-types, pilot-discovery, workload, kube-apiserver, helm." >&2; exit 2 ;;
  esac
  binary=.cache/bin/$name
  fresh=true
  for source in "$module/go.mod" "$module/go.sum" "${sources[@]}"; do
    [ "$binary" -nt "$source" ] || fresh=false
  done
  if ! $fresh; then
    echo "Building $name (some minutes when the compiler's cache is cold)" >&2
    # Under another name first: a build that is cut off leaves nothing that looks finished.
    go -C "$module" build -o "$PWD/$binary.new" "$package"
    mv "$binary.new" "$binary"
  fi
done

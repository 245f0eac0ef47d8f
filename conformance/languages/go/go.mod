module github.com/cdk8s-istio/cdk8s-istio/conformance/languages/go

go 1.25

// What jsii generates lies beside the copy of this file that is built: see ../check.sh.
replace (
	github.com/aws/constructs-go/constructs/v10 => ../constructs/go/constructs
	github.com/cdk8s-istio/cdk8s-istio-go/cdk8sistio => ../cdk8s-istio/go/cdk8sistio
	github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2 => ../cdk8s/go/cdk8s
	github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2 => ../cdk8s-plus-28/go/cdk8splus28
)

// Command kubernetes-types writes down the types that the installer and the injector lay patches over: names and types of fields, and
// by what the items of a list are told apart. They are those that are linked into Istio.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	autoscaling "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	policy "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"

	"istio.io/istio/operator/pkg/apis"
)

// What is patched, and what patches are written as.
var roots = []any{
	appsv1.Deployment{}, appsv1.DaemonSet{}, autoscaling.HorizontalPodAutoscaler{}, policy.PodDisruptionBudget{}, corev1.Service{},
	corev1.ServiceAccount{},
	apis.KubernetesResources{},
}

// Types that are written as something else than their fields.
var scalars = map[reflect.Type]string{
	reflect.TypeOf(resource.Quantity{}):      "quantity",
	reflect.TypeOf(intstr.IntOrString{}):     "int-or-string",
	reflect.TypeOf(metav1.Time{}):            "time",
	reflect.TypeOf(metav1.FieldsV1{}):        "any",
	reflect.TypeOf([]byte{}):                 "bytes",
	reflect.TypeOf(apis.KubernetesOverlay{}): "any",
}

// A type is its fields in alphabetical order, each as `name:type`. After a type, [] makes a list of it, {} a map; @name says that the
// items of a list are told apart by their name when a patch is laid over it, and @ alone that they are told apart by what they are. A
// list without is replaced as a whole; so is a struct with = after its type.
type types map[string]string

func main() {
	all := types{}
	for _, root := range roots {
		all.nameOf(reflect.TypeOf(root))
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Println("{")
	for i, name := range names {
		text, err := json.Marshal(all[name])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		comma := ","
		if i == len(names)-1 {
			comma = ""
		}
		fmt.Printf("  %q: %s%s\n", name, text, comma)
	}
	fmt.Println("}")
}

// What a type is called; a struct is added on the way.
func (all types) nameOf(t reflect.Type) string {
	if name, ok := scalars[t]; ok {
		return name
	}
	switch t.Kind() {
	case reflect.Pointer:
		return all.nameOf(t.Elem())
	case reflect.Slice:
		return all.nameOf(t.Elem()) + "[]"
	case reflect.Map:
		return all.nameOf(t.Elem()) + "{}"
	case reflect.Struct:
		all.add(t)
		return t.Name()
	case reflect.Interface:
		return "any"
	default:
		return t.Kind().String()
	}
}

var packages = map[string]string{}

func (all types) add(t reflect.Type) {
	if known, ok := packages[t.Name()]; ok {
		if known != t.PkgPath() {
			panic(fmt.Sprintf("two types have the name %s: in %s and in %s", t.Name(), known, t.PkgPath()))
		}
		return
	}
	packages[t.Name()] = t.PkgPath()
	fields := all.fieldsOf(t)
	sort.Strings(fields)
	all[t.Name()] = strings.Join(fields, " ")
}

func (all types) fieldsOf(t reflect.Type) []string {
	fields := []string{}
	for i := 0; i < t.NumField(); i++ {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous && name == "" {
			fields = append(fields, all.fieldsOf(field.Type)...)
		} else if name != "-" && name != "status" {
			fields = append(fields, name+":"+all.nameOf(field.Type)+mergedAs(field))
		}
	}
	return fields
}

func mergedAs(field reflect.StructField) string {
	for _, strategy := range strings.Split(field.Tag.Get("patchStrategy"), ",") {
		switch strategy {
		case "merge":
			return "@" + field.Tag.Get("patchMergeKey")
		case "replace":
			return "="
		}
	}
	return ""
}

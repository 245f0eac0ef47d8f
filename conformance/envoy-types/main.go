// Command envoy-types writes down the messages that an EnvoyFilter can hold, as far as reading them from JSON goes: names and types of
// fields, names of enum values. They are those that are linked into Istio's own checks.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	udpa "github.com/cncf/xds/go/udpa/annotations"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	_ "istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/xds"
)

// What is written. Messages and enums stand under their packages. An enum is its words. A message is its fields in the order of their
// declaration, each as `name:type`, or `name/jsonName:type` where the one does not follow from the other. A type is
//
//	b s y f d i I u U     a scalar: bool, string, bytes, float, double, 32 and 64 bits with and without sign
//	.Name                 a message of the same package
//	~Name                 a message of google.protobuf
//	package.Name          any other message
//	#                     before an enum
//	[                     before the items of a list
//	s{                    before the values of a map, after the type of its keys
//	!                     before what must be there
//	|0                    after one of several fields that exclude each other
type types struct {
	Messages    map[string]map[string]string `json:"messages"`
	Enums       map[string]map[string]string `json:"enums"`
	Frozen      []string                     `json:"frozen"`
	FilterNames map[string]string            `json:"filterNames"`
}

func main() {
	all := types{Messages: map[string]map[string]string{}, Enums: map[string]map[string]string{}, Frozen: []string{}, FilterNames: filterNames()}
	protoregistry.GlobalTypes.RangeMessages(func(message protoreflect.MessageType) bool {
		all.addMessage(message.Descriptor())
		return true
	})
	protoregistry.GlobalTypes.RangeEnums(func(enum protoreflect.EnumType) bool {
		all.addEnum(enum.Descriptor())
		return true
	})
	sort.Strings(all.Frozen)
	if err := write(all); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (all *types) addMessage(message protoreflect.MessageDescriptor) {
	fields := []string{}
	for i := 0; i < message.Fields().Len(); i++ {
		field := message.Fields().Get(i)
		fields = append(fields, nameOf(field)+":"+typeOf(field, message))
	}
	put(all.Messages, message, strings.Join(fields, " "))
	if status, ok := proto.GetExtension(message.ParentFile().Options(), udpa.E_FileStatus).(*udpa.StatusAnnotation); ok {
		if status.GetPackageVersionStatus() == udpa.PackageVersionStatus_FROZEN {
			all.Frozen = append(all.Frozen, string(message.FullName()))
		}
	}
}

func (all *types) addEnum(enum protoreflect.EnumDescriptor) {
	names := []string{}
	for i := 0; i < enum.Values().Len(); i++ {
		names = append(names, string(enum.Values().Get(i).Name()))
	}
	put(all.Enums, enum, strings.Join(names, " "))
}

func put(byPackage map[string]map[string]string, thing protoreflect.Descriptor, text string) {
	pkg := string(thing.ParentFile().Package())
	if byPackage[pkg] == nil {
		byPackage[pkg] = map[string]string{}
	}
	byPackage[pkg][strings.TrimPrefix(string(thing.FullName()), pkg+".")] = text
}

// nameOf is the name of a field, followed by its name in JSON where that does not follow from it.
func nameOf(field protoreflect.FieldDescriptor) string {
	name := string(field.Name())
	if field.JSONName() == camel(name) {
		return name
	}
	return name + "/" + field.JSONName()
}

func camel(name string) string {
	words := strings.Split(name, "_")
	for i, word := range words {
		if i > 0 && word != "" {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, "")
}

var scalars = map[protoreflect.Kind]string{
	protoreflect.BoolKind: "b", protoreflect.StringKind: "s", protoreflect.BytesKind: "y",
	protoreflect.FloatKind: "f", protoreflect.DoubleKind: "d",
	protoreflect.Int32Kind: "i", protoreflect.Sint32Kind: "i", protoreflect.Sfixed32Kind: "i",
	protoreflect.Int64Kind: "I", protoreflect.Sint64Kind: "I", protoreflect.Sfixed64Kind: "I",
	protoreflect.Uint32Kind: "u", protoreflect.Fixed32Kind: "u",
	protoreflect.Uint64Kind: "U", protoreflect.Fixed64Kind: "U",
}

func typeOf(field protoreflect.FieldDescriptor, in protoreflect.MessageDescriptor) string {
	switch oneof := field.ContainingOneof(); {
	case field.Cardinality() == protoreflect.Required:
		return "!" + singular(field, in)
	case field.IsMap():
		return scalars[field.MapKey().Kind()] + "{" + singular(field.MapValue(), in)
	case field.IsList():
		return "[" + singular(field, in)
	case oneof != nil && !oneof.IsSynthetic():
		return singular(field, in) + fmt.Sprintf("|%d", oneof.Index())
	default:
		return singular(field, in)
	}
}

func singular(field protoreflect.FieldDescriptor, in protoreflect.MessageDescriptor) string {
	switch field.Kind() {
	case protoreflect.MessageKind, protoreflect.GroupKind:
		return reference(field.Message(), in)
	case protoreflect.EnumKind:
		return "#" + reference(field.Enum(), in)
	default:
		return scalars[field.Kind()]
	}
}

// reference is the full name of a message or enum. A dot stands for the package in which it is named, a tilde for Google's.
func reference(to, in protoreflect.Descriptor) string {
	name := string(to.FullName())
	if rest, ok := strings.CutPrefix(name, "google.protobuf."); ok {
		return "~" + rest
	}
	if to.ParentFile().Package() == in.ParentFile().Package() {
		return "." + strings.TrimPrefix(name, string(in.ParentFile().Package())+".")
	}
	return name
}

// filterNames are the old names of filters, each with the one that took its place. Where there are several, the first holds.
func filterNames() map[string]string {
	names := map[string]string{}
	for name, old := range xds.DeprecatedFilterNames {
		if names[old] == "" || name < names[old] {
			names[old] = name
		}
	}
	return names
}

// write prints a package a line, so that what changes can be read.
func write(all types) error {
	text, err := json.Marshal(all)
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(append(bytes.ReplaceAll(text, []byte(`},"`), []byte("},\n\"")), '\n'))
	return err
}

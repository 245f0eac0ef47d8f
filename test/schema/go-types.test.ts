import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readGoTypes } from '../../schema/tools/go-types';
import { Protos } from '../../schema/tools/protos';

const DOC = '// Package v1.\n// +groupName=toys.example.com\npackage v1\n';

const V1 = `package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

/* type Hidden struct {
	No string \`json:"no"\`
} */

// Toy is a kind. type Fake struct {
type Toy struct {
	metav1.TypeMeta \`json:",inline"\`
	// +optional
	metav1.ObjectMeta \`json:"metadata,omitempty"\`

	Spec ToySpec \`json:"spec"\`
}

type ToySpec struct {
	Common \`json:",inline"\`

	Parts []Part \`json:"parts,omitempty"\`
	ByName map[Name]*Part \`json:"byName,omitempty"\`

	// A color.
	//
	// Deprecated: use parts.
	Color *Color \`json:"color,omitempty"\`
	Selector metav1.LabelSelector \`json:"selector"\`
	Raw runtime.RawExtension \`json:"raw"\`
	Hidden string \`json:"-"\`
	NotWritten string
}

type Common struct {
	Size Size \`json:"size,omitempty" protobuf:"bytes,1"\`
	Name Name \`json:"name"\`
}

type Part struct {
	Name Name \`json:"name"\`
}

type Name string

type Size = int32

// +kubebuilder:validation:Enum=RED;GREEN
type Color string

type Shape string

const (
	// Round.
	ShapeRound Shape = "Round"
	ShapeFlat  Shape = "Flat"
)

const ShapeOld Shape = "Round"
const Label = "toys.example.com/label"
`;

const V1BETA1 = `package v1beta1

import v1 "example.com/toys/apis/v1"

type (
	Part  = v1.Part
	Shape = v1.Shape
)

type Toy v1.Toy

type ToySpec struct {
	Part Part \`json:"part"\`
	Shape Shape \`json:"shape"\`
}
`;

const META = `package v1

type TypeMeta struct {
	Kind string \`json:"kind,omitempty"\`
}

type ObjectMeta struct {
	Name string \`json:"name,omitempty"\`
}

type LabelSelector struct {
	MatchLabels map[string]string \`json:"matchLabels,omitempty"\`
}
`;

let folder: string;
let types: Protos;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'go-types-'));
  for (const [file, text] of Object.entries({
    'toys@v1.2.3/apis/v1/doc.go': DOC,
    'toys@v1.2.3/apis/v1/toy_types.go': V1,
    'toys@v1.2.3/apis/v1/toy_types_test.go': 'package v1\ntype Tested struct {\n}\n',
    'toys@v1.2.3/apis/v1/zz_generated.deepcopy.go': 'package v1\ntype Generated struct {\n}\n',
    'toys@v1.2.3/apis/v1beta1/doc.go': DOC.replace('package v1', 'package v1beta1'),
    'toys@v1.2.3/apis/v1beta1/toy_types.go': V1BETA1,
    'toys@v1.2.3/apis/v1/util/helper.go': 'package util\ntype Helper struct {\n}\n',
    'meta/v1/doc.go': '// +groupName=meta.k8s.io\npackage v1\n',
    'meta/v1/types.go': META,
  })) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  types = readGoTypes(path.join(folder, 'toys@v1.2.3/apis'), path.join(folder, 'meta'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a field has the type behind pointers, lists, maps and other packages, and says whether it is deprecated', () => {
  const field = (type: string, deprecated = false) => ({ type, deprecated });
  expect(types.messages['toys.v1.ToySpec']).toEqual({
    name: 'toys.v1.ToySpec',
    file: 'toys/v1/toy',
    fields: {
      size: field('toys.v1.Size'),
      name: field('toys.v1.Name'),
      parts: field('toys.v1.Part'),
      byName: field('toys.v1.Part'),
      color: field('toys.v1.Color', true),
      selector: field('meta.v1.LabelSelector'),
      raw: field('runtime.RawExtension'),
    },
  });
});

test('the fields of a struct that has no name there count as those of the one around it', () => {
  expect(Object.keys(types.messages['toys.v1.Toy'].fields)).toEqual(['kind', 'metadata', 'spec']);
});

test('a type that stands for another one is that one, under its own name too', () => {
  expect(types.messages['toys.v1beta1.Toy'].fields).toEqual(types.messages['toys.v1.Toy'].fields);
  expect(types.messages['toys.v1beta1.ToySpec'].fields).toEqual({
    part: { type: 'toys.v1.Part', deprecated: false }, shape: { type: 'toys.v1.Shape', deprecated: false },
  });
});

test('words are those of a marker, or the constants of a type, each once', () => {
  expect(types.enums).toEqual({
    'toys.v1.Color': { file: 'toys/v1/toy', values: ['RED', 'GREEN'] },
    'toys.v1.Shape': { file: 'toys/v1/toy', values: ['Round', 'Flat'] },
  });
});

test('tests, generated files, comments and packages without a group have no types', () => {
  expect(Object.keys(types.messages).filter((name) => /Tested|Generated|Helper|Hidden|Fake/.test(name))).toEqual([]);
});

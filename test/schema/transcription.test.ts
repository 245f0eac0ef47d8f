import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { bundleOf } from '../../schema/tools/bundle';
import { fromOpenApi } from '../../schema/tools/inline';
import { InlineKind } from '../../schema/tools/kinds';
import { Protos, readProtos } from '../../schema/tools/protos';
import { schemaOf } from '../../schema/tools/source';
import { transcribe } from '../../schema/tools/transcription';
import { crdManifests } from '../../src/resources/crds';

const PROTO = `
syntax = "proto3";
package istio.toys.v1;  // a comment; with { braces
import "google/protobuf/duration.proto";
/* message Hidden { string no = 1; } */
message Widget {
  repeated string hosts = 1 [(google.api.field_behavior) = REQUIRED];
  map<string, Part> parts_by_name = 2;
  oneof choice {
    google.protobuf.Duration time_out = 3;
    Part part = 4 [deprecated = true];
  }
  message Part { Color color = 1; reserved 5, 6; reserved "gone"; }
  enum Color { option allow_alias = true; RED = 0; GREEN = 1 [deprecated = true]; }
  string odd = 9 [json_name = "strange"];
}
`;

const STATUS = `
package istio.meta.v1alpha1;
message IstioStatus { string text = 1; }
`;

const DURATION = { is: 'string', rules: [['duration(self) >= duration(\'1ms\')', 'too short']] };
const PART = { fields: { color: { is: 'string', enum: ['RED', 'GREEN'] } } };

const RELEASE: Record<string, InlineKind> = {
  'widgets.toys.istio.io': {
    group: 'toys.istio.io',
    scope: 'Namespaced',
    names: { kind: 'Widget', listKind: 'WidgetList', plural: 'widgets', singular: 'widget', categories: ['istio-io'] },
    versions: [
      { name: 'v1alpha3', served: true, storage: true, subresources: { status: {} } },
      { name: 'v1', served: true, storage: false, subresources: { status: {} } },
    ],
    schema: {
      fields: {
        spec: {
          fields: {
            hosts: { list: { is: 'string', maxLength: 9 }, maxItems: 2 },
            partsByName: { map: { ...PART, rules: [['size(self) > 0', 'empty']] } },
            timeOut: { is: 'string', rules: [['self != \'1h\'', 'too long'], ...DURATION.rules] },
            part: PART,
            strange: 'string',
            time_out: { is: 'string', rules: [['self != \'1h\'', 'too long'], ...DURATION.rules] },
          },
          required: ['hosts'],
          oneOf: [{ not: { anyOf: [{ required: ['timeOut'] }, { required: ['part'] }] } }, { required: ['timeOut'] }, { required: ['part'] }],
        },
        status: { fields: { text: 'string' } },
      },
    },
  },
};

const WIDGET = {
  kind: 'Widget',
  group: 'toys.istio.io',
  scope: 'Namespaced',
  plural: 'widgets',
  categories: ['istio-io'],
  versions: [{ name: 'v1', served: true, storage: false }, { name: 'v1alpha3', served: true, storage: true }],
  subresources: { status: {} },
  spec: 'WidgetSpec',
  status: 'IstioStatus',
  messages: {
    Part: { proto: 'istio.toys.v1.Widget.Part', fields: { color: 'Color' } },
    WidgetSpec: {
      proto: 'istio.toys.v1.Widget',
      fields: {
        hosts: { list: { is: 'string', maxLength: 9 }, maxItems: 2 },
        partsByName: { map: { is: 'Part', rules: [['size(self) > 0', 'empty']] } },
        timeOut: { is: 'duration', rules: [['self != \'1h\'', 'too long']] },
        part: { is: 'Part', deprecated: true },
        strange: 'string',
      },
      aliases: { time_out: 'timeOut' },
      atMostOne: [['timeOut', 'part']],
      required: ['hosts'],
    },
  },
  enums: { Color: { proto: 'istio.toys.v1.Widget.Color', values: { RED: null, GREEN: null } } },
};

const STATUS_FILE = { messages: { IstioStatus: { proto: 'istio.meta.v1alpha1.IstioStatus', fields: { text: 'string' } } } };

let folder: string;
let protos: Protos;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'protos-'));
  for (const [file, text] of [['toys/v1/widget.proto', PROTO], ['meta/v1alpha1/status.proto', STATUS]]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  protos = readProtos(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('proto files say which message or enum stands behind each field', () => {
  expect(protos.messages['istio.toys.v1.Widget'].fields).toEqual({
    hosts: { type: 'string', deprecated: false, many: 'list', required: true },
    partsByName: { type: 'istio.toys.v1.Widget.Part', deprecated: false, many: 'map' },
    timeOut: { type: 'google.protobuf.Duration', deprecated: false, oneof: 'choice' },
    part: { type: 'istio.toys.v1.Widget.Part', deprecated: true, oneof: 'choice' },
    strange: { type: 'string', deprecated: false },
  });
  expect(protos.enums).toEqual({ 'istio.toys.v1.Widget.Color': { file: 'toys/v1/widget.proto', values: ['RED', 'GREEN'] } });
});

test('a release is written with a message in one place, and what places add beside their use', () => {
  expect(transcribe(RELEASE, protos, schemaOf({}, { duration: DURATION }))).toEqual({ 'meta/status': STATUS_FILE, 'toys/widget': WIDGET });
});

test('our names and words stay when a release is written again', () => {
  const own = structuredClone({ 'toys/widget': WIDGET, 'meta/status': STATUS_FILE }) as any;
  own['toys/widget'].doc = 'Ours.';
  own['toys/widget'].see = 'https://example.com/';
  const { messages, enums } = own['toys/widget'];
  messages.WidgetPiece = { ...messages.Part, doc: 'A piece.', wrapper: true };
  delete messages.Part;
  messages.WidgetSpec.fields.strange = { is: 'string', doc: 'Odd.', unset: 'nothing', as: 'host' };
  Object.assign(messages.WidgetSpec, { exactlyOne: true, groups: { other: 'Other' } });
  own['toys/widget'].roots = ['WidgetPiece'];
  messages.WidgetSpec.fields.part = { is: 'WidgetPiece', deprecated: 'use timeOut' };
  messages.WidgetSpec.fields.partsByName.map.is = 'WidgetPiece';
  enums.Color.values.RED = 'Danger.';
  expect(transcribe(RELEASE, protos, schemaOf(own, { duration: DURATION }))).toEqual(own);
});

test('a message that has other limits in another place is refused', () => {
  const release = structuredClone(RELEASE) as any;
  release['widgets.toys.istio.io'].schema.fields.spec.fields.part.required = ['color'];
  expect(() => transcribe(release, protos, schemaOf({}, {}))).toThrow(new Error(
    'istio.toys.v1.Widget.Part has other facts at Widget.spec.part than elsewhere. Extend the notation with limits at a place of use.'));
});

test('a field that the proto files do not have is refused', () => {
  const release = structuredClone(RELEASE) as any;
  release['widgets.toys.istio.io'].schema.fields.status.fields.news = { is: 'string', maxLength: 3 };
  expect(() => transcribe(release, protos, schemaOf({}, {}))).toThrow(new Error(
    'The types of the release have no field news in istio.meta.v1alpha1.IstioStatus for Widget.status.'));
});

describe('a kind whose type says what it consists of', () => {
  const field = (type: string) => ({ type, deprecated: false });
  const types: Protos = {
    messages: Object.fromEntries([
      ['toys.v1.Gadget', 'gadget', { spec: field('toys.v1.GadgetSpec') }],
      ['toys.v1alpha1.Gadget', 'gadget', { spec: field('toys.v1alpha1.GadgetSpec') }],
      ['toys.v1.GadgetSpec', 'gadget', { left: field('toys.v1.Part'), right: field('toys.v1.Part') }],
      ['toys.v1alpha1.GadgetSpec', 'gadget', { left: field('toys.v1.Part') }],
      ['toys.v1.Part', 'shared', { color: field('toys.v1.Color'), other: field('toys.v1.Color') }],
    ].map(([name, file, fields]: any) => [name, { name, file: `toys/v1/${file}`, fields }])),
    enums: { 'toys.v1.Color': { file: 'toys/v1/shared', values: ['Red', 'Green'] } },
  };
  const part = { fields: { color: { is: 'string', enum: ['Red', 'Green'], default: 'Red' }, other: { is: 'string', enum: ['Red'] } } };
  const whole = (spec: object) => ({ fields: { apiVersion: 'string', kind: 'string', metadata: 'object', spec }, required: ['spec'] });
  const release = (): any => ({
    'gadgets.toys.example.com': {
      group: 'toys.example.com',
      scope: 'Cluster',
      names: { kind: 'Gadget', plural: 'gadgets' },
      labels: { 'example.com/policy': 'Direct' },
      versions: [
        { storage: false, deprecated: true, name: 'v1alpha1', served: false, subresources: {} },
        { storage: true, name: 'v1', served: true, subresources: {}, columns: [{ name: 'Age' }] },
      ],
      schema: whole({ fields: { left: { ...part, default: { color: 'Green' } }, right: part } }),
      schemas: { v1alpha1: whole({ fields: { left: part } }) },
    },
  });
  const files = {
    'toys/gadget': {
      kind: 'Gadget',
      group: 'toys.example.com',
      scope: 'Cluster',
      plural: 'gadgets',
      labels: { 'example.com/policy': 'Direct' },
      versions: [
        { name: 'v1', served: true, storage: true, columns: [{ name: 'Age' }] },
        { name: 'v1alpha1', served: false, storage: false, deprecated: true, spec: 'GadgetSpecV1alpha1' },
      ],
      subresources: {},
      standardFields: true,
      required: ['spec'],
      spec: 'GadgetSpec',
      messages: {
        GadgetSpec: { proto: 'toys.v1.GadgetSpec', fields: { left: { is: 'Part', default: { color: 'Green' } }, right: 'Part' } },
        GadgetSpecV1alpha1: { proto: 'toys.v1alpha1.GadgetSpec', fields: { left: 'Part' } },
      },
    },
    'toys/shared': {
      messages: { Part: { proto: 'toys.v1.Part', fields: { color: { is: 'Color', default: 'Red' }, other: { is: 'Color', enum: ['Red'] } } } },
      enums: { Color: { proto: 'toys.v1.Color', values: { Red: null, Green: null } } },
    },
  };

  test('has a spec a version that looks otherwise, defaults at their places, and the words of an enum that hold at one', () => {
    expect(transcribe(release(), types, schemaOf({}, {}))).toEqual(files);
  });

  test('is written as the definitions that it came from', () => {
    const crds = crdManifests(bundleOf(schemaOf(files as any, {})));
    expect(crds[0].spec.versions.map(({ name, schema }: any) => [name, fromOpenApi(schema.openAPIV3Schema)])).toEqual([
      ['v1', release()['gadgets.toys.example.com'].schema], ['v1alpha1', release()['gadgets.toys.example.com'].schemas.v1alpha1],
    ]);
    expect(crds[0].metadata).toEqual({ name: 'gadgets.toys.example.com', labels: { 'example.com/policy': 'Direct' } });
    expect(crds[0].spec.versions.map(({ schema: _schema, ...version }: any) => version)).toEqual([
      { name: 'v1', served: true, storage: true, subresources: {}, additionalPrinterColumns: [{ name: 'Age' }] },
      { name: 'v1alpha1', served: false, storage: false, deprecated: true, subresources: {} },
    ]);
  });

  test('keeps the names that schema/ chose, and which field says what is written', () => {
    const own = structuredClone(files) as any;
    own['toys/shared'].messages.Piece = { exactlyOne: true, tagged: { by: 'color', fields: { other: 'Red' } }, ...own['toys/shared'].messages.Part };
    delete own['toys/shared'].messages.Part;
    const { messages } = own['toys/gadget'];
    messages.GadgetSpec.fields = { left: { is: 'Piece', default: { color: 'Green' } }, right: 'Piece' };
    messages.GadgetSpecV1alpha1.fields.left = 'Piece';
    expect(transcribe(release(), types, schemaOf(own, {}))).toEqual(own);
  });

  test('may have no fields beside spec and status', () => {
    const odd = release();
    odd['gadgets.toys.example.com'].schema.fields.data = 'string';
    expect(() => transcribe(odd, types, schemaOf({}, {}))).toThrow(new Error(
      'Gadget has fields beside spec and status: apiVersion, kind, metadata, data. Extend the notation with them.'));
  });
});

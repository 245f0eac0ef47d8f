import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { InlineKind } from '../../schema/tools/kinds';
import { Protos, readProtos } from '../../schema/tools/protos';
import { schemaOf } from '../../schema/tools/source';
import { transcribe } from '../../schema/tools/transcription';

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

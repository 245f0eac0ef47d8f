import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { formatDifferences } from '../../schema/tools/compare';
import { Schema, schemaOf } from '../../schema/tools/source';
import { compareValues } from '../../schema/tools/values';

const FILE = {
  messages: {
    InstallValues: {
      proto: 'istio.operator.v1alpha1.Values',
      fields: { pilot: 'PilotValues', global: 'GlobalValues', ownerName: 'string' },
    },
    PilotValues: {
      proto: 'istio.operator.v1alpha1.PilotConfig',
      fields: {
        image: { is: 'string', default: 'pilot' },
        cpu: { is: 'object', default: { limit: 1 } },
        log: 'string',
        surge: 'int-or-string',
      },
    },
    GlobalValues: {
      proto: 'istio.operator.v1alpha1.GlobalConfig',
      fields: { hub: { is: 'string', default: 'example.com/release' }, tag: { is: 'string', default: '1.2.3' }, level: { is: 'string', default: 'info' } },
    },
    IstiodChart: { proto: 'charts/istiod', flat: 'pilot', fields: { pilot: 'PilotValues', global: 'GlobalValues' } },
    GatewayChartValues: { proto: 'charts/gateway', fields: { global: { is: 'GlobalValues', only: ['level'] }, kind: 'string' } },
  },
};

const schema = (): Schema => schemaOf({ install: structuredClone(FILE) as any }, {});

const RELEASE: Record<string, string> = {
  'charts/istiod/values.yaml': '_internal_defaults_do_not_set:\n  image: pilot\n  cpu: { limit: 1 }\n  global: { hub: example.com/testing, tag: latest, level: info }\n',
  'charts/istiod/templates/deployment.yaml': '{{ .Values.log }} {{ $.Values.pilot.image }} {{ .Values.ownerName }} {{ .Values.defaults }}',
  'charts/gateway/values.yaml': '_internal_defaults_do_not_set:\n  replicas:\n  global: { level: info }\n',
  'charts/gateway/values.schema.json': '{"$defs":{"values":{"properties":{"kind":{}}}}}',
  'operator/pkg/apis/values_types.proto': `
package istio.operator.v1alpha1;
message Values { PilotConfig pilot = 1; GlobalConfig global = 2; }
message PilotConfig { IntOrString surge = 1; }
message IntOrString { int64 type = 1; }
message GlobalConfig { string hub = 1; }
`,
};

let folder: string;

function differences(changes: Record<string, string> = {}, own = schema()): string[] {
  for (const [file, text] of Object.entries({ ...RELEASE, ...changes })) {
    const place = path.join(folder, 'manifests', file).replace('manifests/operator', 'operator');
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return formatDifferences(compareValues(path.join(folder, 'manifests', 'charts'), own)).split('\n');
}

beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'charts-')); });
afterEach(() => rmSync(folder, { recursive: true }));

test('charts that say the same differ in nothing: a test build of the images, and what is null, do not count', () => {
  expect(differences()).toEqual(['schema/ says what the release says']);
});

test('defaults are listed that are lacking, too many or different, and names that are lacking', () => {
  const values = '_internal_defaults_do_not_set:\n  image: istiod\n  news: { deep: [] }\n  global: { hub: example.com/other, tag: "2", level: info }\n';
  expect(differences({ 'charts/istiod/values.yaml': values })).toEqual([
    'IstiodChart',
    '  - cpu: {"limit":1}',
    '  ~ global.hub: "example.com/release" -> "example.com/other"',
    '  ~ global.tag: "1.2.3" -> "2"',
    '  ~ image: "pilot" -> "istiod"',
    '  + news: {"deep":[]}',
    '',
    'PilotValues',
    '  - cpu: "a value that nothing reads"',
    '',
    '+ the release has it   - only schema/ has it   ~ schema/ -> release',
    '6 differences in 2 kinds',
  ]);
});

test('what only a template, a JSON schema or the installer knows is listed where schema/ lacks it', () => {
  expect(differences({
    'charts/istiod/templates/more.tpl': '{{ .Values.global.mode }} {{ $.Values.cpu.any.thing }}',
    'charts/gateway/values.schema.json': '{"$defs":{"values":{"properties":{"kind":{},"extra":{"properties":{"deep":{}}}}}}}',
    'operator/pkg/apis/values_types.proto': `${RELEASE['operator/pkg/apis/values_types.proto'].replace('string hub = 1;', 'string hub = 1; bool quick = 2;')}`,
  }).filter((line) => line.startsWith('  '))).toEqual([
    '  + global.mode: "read by templates"',
    '  + extra: "in the JSON schema"',
    '  + global.quick: "in the proto file of the installer"',
  ]);
});

test('a value that nothing of the release has is too many', () => {
  const own = structuredClone(FILE) as any;
  own.messages.PilotValues.fields.gone = 'boolean';
  expect(differences({}, schemaOf({ install: own }, {})).filter((line) => line.startsWith('  '))).toEqual(['  - gone: "a value that nothing reads"']);
});

test('a folder without charts is refused', () => {
  const charts = path.join(folder, 'nowhere');
  expect(() => compareValues(charts, schema())).toThrow(new Error(
    `There is no chart in "${charts}/istiod". Give the folder of Istio's charts, manifests/charts of its module.`));
});

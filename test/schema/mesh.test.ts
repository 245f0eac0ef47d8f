import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { formatDifferences } from '../../schema/tools/compare';
import { compareMesh, transcribeMessages } from '../../schema/tools/mesh';
import { Protos, readProtos } from '../../schema/tools/protos';
import { Schema, schemaOf } from '../../schema/tools/source';

const CONFIG = `
package istio.mesh.v1alpha1;
message MeshConfig {
  int32 proxy_listen_port = 1;
  google.protobuf.Duration connect_timeout = 2;
  google.protobuf.BoolValue enable_auto_mtls = 3 [deprecated = true];
  google.protobuf.Struct labels = 4;
  Mode mode = 5;
  repeated Provider providers = 6;
  istio.networking.v1.Shared shared = 7;
  TLS mesh_mTLS = 8;
  enum Mode { OFF = 0; ON = 1; }
  message Provider {
    oneof kind { string first = 1; int64 second = 2; }
    map<string, uint32> weights = 3;
  }
  message TLS {}
}
message MeshNetworks { map<string, Network> networks = 1 [(google.api.field_behavior) = REQUIRED]; }
message Network { double share = 1; bytes seal = 2; bool open = 3; }
`;

const SHARED = 'package istio.networking.v1;\nmessage Shared { string text = 1; }\n';

const ROOTS = ['istio.mesh.v1alpha1.MeshConfig', 'istio.mesh.v1alpha1.MeshNetworks'];

let folder: string;

function protosOf(config: string): Protos {
  for (const [file, text] of [['mesh/v1alpha1/config.proto', config], ['networking/v1/shared.proto', SHARED]]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return readProtos(folder);
}

const KNOWN = { 'networking/shared': { messages: { SharedPart: { proto: 'istio.networking.v1.Shared', fields: { text: 'string' } } } } };

function own(files: object = {}): Schema {
  return schemaOf({ ...KNOWN, ...files } as any, {});
}

beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'mesh-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const WRITTEN = {
  messages: {
    MeshConfig: {
      proto: 'istio.mesh.v1alpha1.MeshConfig',
      fields: {
        connectTimeout: 'seconds',
        enableAutoMtls: { is: 'boolean?', deprecated: true },
        labels: 'struct',
        meshMTLS: 'TLS',
        mode: 'Mode',
        providers: 'Provider[]',
        proxyListenPort: 'int32',
        shared: 'SharedPart',
      },
    },
    MeshNetworks: { proto: 'istio.mesh.v1alpha1.MeshNetworks', fields: { networks: 'Network{}' }, required: ['networks'] },
    Network: { proto: 'istio.mesh.v1alpha1.Network', fields: { open: 'boolean', seal: 'bytes', share: 'double' } },
    Provider: {
      proto: 'istio.mesh.v1alpha1.MeshConfig.Provider',
      fields: { first: 'string', second: 'int64', weights: 'uint32{}' },
      atMostOne: [['first', 'second']],
    },
    TLS: { proto: 'istio.mesh.v1alpha1.MeshConfig.TLS', fields: {} },
  },
  enums: { Mode: { proto: 'istio.mesh.v1alpha1.MeshConfig.Mode', values: { OFF: null, ON: null } } },
};

test('messages without a kind are written from proto files; what a CRD tells is named and not written again', () => {
  expect(transcribeMessages(protosOf(CONFIG), ROOTS, own())).toEqual({ 'mesh/config': WRITTEN });
});

test('our names, words and roots stay when they are written again', () => {
  const ours = structuredClone(WRITTEN) as any;
  ours.see = 'https://example.com/';
  ours.roots = ['MeshConfig'];
  ours.messages.MeshTLS = { ...ours.messages.TLS, doc: 'TLS of the mesh.' };
  delete ours.messages.TLS;
  ours.messages.MeshConfig.fields.meshMTLS = { is: 'MeshTLS', doc: 'How workloads speak.', unset: 'TLS 1.2' };
  ours.messages.MeshConfig.fields.enableAutoMtls = { is: 'boolean?', doc: 'Whether.', deprecated: 'use policies' };
  ours.messages.MeshConfig.fields.labels = { is: 'struct', deprecated: 'we advise against it' };
  ours.messages.Provider.exactlyOne = true;
  ours.enums.Mode.values.ON = 'It is on.';
  expect(transcribeMessages(protosOf(CONFIG), ROOTS, own({ 'mesh/config': ours }))).toEqual({ 'mesh/config': ours });
});

test('a root that the proto files do not have is refused', () => {
  expect(() => transcribeMessages(protosOf(CONFIG), ['istio.mesh.v1alpha1.Nothing'], own())).toThrow(new Error(
    'The proto files have no message "istio.mesh.v1alpha1.Nothing". Give the folder that holds all of them.'));
});

test('beside another release, nothing differs but what does: messages, fields, words, choices and what is deprecated', () => {
  const ours = structuredClone(WRITTEN) as any;
  ours.messages.MeshConfig.fields.labels = { is: 'struct', doc: 'Ours.', deprecated: 'we advise against it' };
  const schema = own({ 'mesh/config': ours });
  expect(compareMesh(protosOf(CONFIG), schema)).toEqual([]);
  const newer = CONFIG.replace('int32 proxy_listen_port = 1;', 'uint32 proxy_listen_port = 1; string news = 9;')
    .replace('Mode mode = 5;', 'Mode mode = 5 [deprecated = true];')
    .replace('ON = 1;', 'AUTO = 2;')
    .replace('string first = 1; int64 second = 2;', 'string first = 1; int64 second = 2; Third third = 4;')
    .replace('message TLS {}', 'message TLS {} message Third { string name = 1; }');
  expect(formatDifferences(compareMesh(protosOf(newer), schema)).split('\n')).toEqual([
    'MeshConfig',
    '  ~ mode: "Mode" -> {"is":"Mode","deprecated":true}',
    '  + news: "string"',
    '  ~ proxyListenPort: "int32" -> "uint32"',
    '',
    'Mode',
    '  + enum: "AUTO"',
    '  - enum: "ON"',
    '',
    'Provider',
    '  + atMostOne: ["first","second","third"]',
    '  - atMostOne: ["first","second"]',
    '  + third: "istio.mesh.v1alpha1.MeshConfig.Third"',
    '',
    'istio.mesh.v1alpha1.MeshConfig.Third',
    '  + a message of name',
    '',
    '+ the release has it   - only schema/ has it   ~ schema/ -> release',
    '9 differences in 4 kinds',
  ]);
});

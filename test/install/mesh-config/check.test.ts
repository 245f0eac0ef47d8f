import { resolveInstall } from '../../../src/install';
import { OperatorFile } from '../../../src/install/operator-file';
import { JsonObject } from '../../../src/reference/json';

const file = (name: string, spec: JsonObject): OperatorFile => ({ metadata: {}, spec, placeOf: (keys) => `${name}:${keys.join('.')}` });
const WRONG = '"other" is not an address. Write a host and a port, such as "collector.example.com:9411".';
const STATSD = 'meshConfig.defaultConfig.statsdUdpAddress';

describe('a mesh configuration with which no istiod starts is refused by the place', () => {
  test('of the setting', () => {
    expect(() => resolveInstall({ set: [`${STATSD}=other`] }))
      .toThrow(new Error(`The setting "${STATSD}" is wrong (${STATSD}=other): ${WRONG}`));
  });

  test('of the last file that says it', () => {
    const mesh = (address: string): JsonObject => ({ meshConfig: { defaultConfig: { statsdUdpAddress: address } } });
    const files = [file('a.yaml', mesh('a:1')), file('b.yaml', mesh('other')), file('c.yaml', { hub: 'example.com/x' })];
    expect(() => resolveInstall({ files })).toThrow(new Error(`The setting "${STATSD}" is wrong (b.yaml:${STATSD}): ${WRONG}`));
  });

  test('of the request', () => {
    expect(() => resolveInstall({ meshConfig: { defaultConfig: { statsdUdpAddress: 'other' } } }))
      .toThrow(new Error(`The setting "${STATSD}" is wrong (in the request): ${WRONG}`));
  });

  test('below values too, and all at once', () => {
    expect(() => resolveInstall({ values: { meshConfig: { trustDomain: '' } }, meshConfig: { proxyListenPort: 0 } })).toThrow(new Error([
      'The setting "meshConfig.proxyListenPort" is wrong (in the request): There is no port number. Give a number from 1 to 65535.',
      'The setting "values.meshConfig.trustDomain" is wrong (in the request): "" is not a trust domain. Use letters, digits and dashes between dots, such as "cluster.local".',
    ].join('\n')));
  });
});

test('a later setting may mend what an earlier file says', () => {
  const files = [file('a.yaml', { meshConfig: { defaultConfig: { statsdUdpAddress: 'other' } } })];
  expect(() => resolveInstall({ files, set: [`${STATSD}=a:1`] })).not.toThrow();
});

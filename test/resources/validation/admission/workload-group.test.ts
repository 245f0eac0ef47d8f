import { Said, said } from './said';

const TEMPLATE = { serviceAccount: 'web' };

function probe(fields: object): object {
  return { template: TEMPLATE, probe: fields };
}

describe('a group', () => {
  test.each<[string, object, Said[]]>([
    ['needs a template', {}, [
      ['error', 'spec.template', 'There is no template', 'Give "template", with the serviceAccount of the workloads; it may be empty ({})'],
    ]],
    ['takes an empty one', { template: {} }, []],
    ['does not look at the address in it', { template: { address: 'no_name' } }, []],
    ['has labels', { template: {}, metadata: { labels: { app: 'web' } } }, []],
    ['has labels of Kubernetes', { template: {}, metadata: { labels: { app: '-web' } } }, [
      ['error', 'spec.metadata.labels.app', '"-web" is not the value of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('WorkloadGroup', spec)).toEqual(expected);
  });
});

describe('a probe', () => {
  test.each<[string, object, Said[]]>([
    ['asks by HTTP', probe({ httpGet: { port: 8080, path: '/ready', scheme: 'HTTPS', httpHeaders: [{ name: 'x-a', value: '1' }] } }), []],
    ['connects', probe({ tcpSocket: { port: 8080 } }), []],
    ['runs a command', probe({ exec: { command: ['/bin/true'] } }), []],
    ['does one of these', probe({ periodSeconds: 5 }), [
      ['error', 'spec.probe', 'The probe says nothing of how to ask', 'Give "httpGet", "tcpSocket" or "exec"'],
    ]],
    ['does not ask by gRPC', probe({ grpc: { port: 8080 } }), [
      ['error', 'spec.probe.grpc', 'Istio does not take a probe by gRPC here', 'Use "httpGet", "tcpSocket" or "exec"'],
    ]],
    ['has no negative period', probe({ periodSeconds: -1, exec: { command: ['a'] } }), [
      ['error', 'spec.probe.periodSeconds', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['has no negative delay', probe({ initialDelaySeconds: -1, exec: { command: ['a'] } }), [
      ['error', 'spec.probe.initialDelaySeconds', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['has no negative timeout', probe({ timeoutSeconds: -1, exec: { command: ['a'] } }), [
      ['error', 'spec.probe.timeoutSeconds', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['has no negative thresholds', probe({ successThreshold: -1, failureThreshold: -2, exec: { command: ['a'] } }), [
      ['error', 'spec.probe.successThreshold', '-1 is less than 0', 'Give 0 or more'],
      ['error', 'spec.probe.failureThreshold', '-2 is less than 0', 'Give 0 or more'],
    ]],
    ['asks a port', probe({ httpGet: { path: '/ready' } }), [
      ['error', 'spec.probe.httpGet.port', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
    ['connects to a port', probe({ tcpSocket: { port: 70000 } }), [
      ['error', 'spec.probe.tcpSocket.port', '70000 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['has a scheme in capitals', probe({ httpGet: { port: 80, scheme: 'https' } }), [
      ['error', 'spec.probe.httpGet.scheme', '"https" is not a scheme of a probe', 'Use "HTTP" or "HTTPS", in capitals'],
    ]],
    ['has headers with names', probe({ httpGet: { port: 80, httpHeaders: [{ value: '1' }] } }), [
      ['error', 'spec.probe.httpGet.httpHeaders[0].name', 'The header has no name', 'Use letters, digits and dashes'],
    ]],
    ['has headers without underscores', probe({ httpGet: { port: 80, httpHeaders: [{ name: 'x_a' }] } }), [
      ['error', 'spec.probe.httpGet.httpHeaders[0].name', '"x_a" is not the name of a header', 'Use letters, digits and dashes'],
    ]],
    ['has a command that is not empty', probe({ exec: { command: [] } }), [
      ['error', 'spec.probe.exec.command', 'The command is empty', 'Give the program and its arguments'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('WorkloadGroup', spec)).toEqual(expected);
  });
});

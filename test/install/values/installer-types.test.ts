import { renderChart, resolveInstall } from '../../../src/install';
import { readOperatorFile } from '../../../src/install/operator-file';
import { LATER } from '../../../src/install/values/later';
import { installSchema } from '../../../src/install/values/schema';
import { Shapes } from '../../../src/install/values/shape';

const fromFile = (values: object): string => {
  const spec = { values };
  try {
    resolveInstall({ files: [readOperatorFile('mesh.yaml', JSON.stringify({ kind: 'IstioOperator', spec }))] });
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

const CPU = { resources: { requests: { cpu: 2 } } };

describe('amounts', () => {
  test('are text in files and settings of the installer, as it asks for', () => {
    expect(fromFile({ pilot: CPU })).toBe(
      'The setting "values.pilot.resources.requests.cpu" takes an amount as text, such as "500m", "2Gi" or, in quotes, "2", and 2 is something else (mesh.yaml:1).');
    expect(() => resolveInstall({ set: ['values.pilot.resources.requests.cpu=2'] })).toThrow(/takes an amount as text, .* \(values\.pilot\.resources\.requests\.cpu=2\)\.$/);
    expect(fromFile({ pilot: { resources: { requests: { cpu: '2' } } } })).toBe('taken');
  });

  test('may be numbers below ztunnel, at which the installer does not look', () => {
    expect(fromFile({ ztunnel: CPU })).toBe('taken');
  });

  test('may be numbers in a program, and for a chart by itself', () => {
    expect(resolveInstall({ values: { pilot: CPU } }).values.resources.requests).toEqual({ cpu: 2, memory: '2048Mi' });
    const [daemons] = renderChart({ chart: 'cni', values: CPU, release: { name: 'cni', namespace: 'istio-system' } }).filter(({ kind }) => kind === 'DaemonSet');
    expect(daemons.spec.template.spec.containers[0].resources.requests.cpu).toBe(2);
  });
});

describe('types of Kubernetes', () => {
  test.each([
    [{ pilot: { affinity: { nodeAfinity: {} } } }, 'There is no setting "values.pilot.affinity.nodeAfinity" (mesh.yaml:1). Did you mean "values.pilot.affinity.nodeAffinity"? '],
    [{ pilot: { tolerations: [{ key: 5 }] } }, 'The setting "values.pilot.tolerations[0].key" takes text, and 5 is something else (mesh.yaml:1).'],
    [{ global: { proxy: { lifecycle: { preStop: { exec: { command: 'sleep' } } } } } }, 'The setting "values.global.proxy.lifecycle.preStop.exec.command" takes a list, and "sleep" is something else (mesh.yaml:1).'],
    [{ sidecarInjectorWebhook: { neverInjectSelector: [{ labels: {} }] } }, 'There is no setting "values.sidecarInjectorWebhook.neverInjectSelector[0].labels" (mesh.yaml:1). '],
  ])('%j is refused', (values, message) => {
    expect(fromFile(values).slice(0, message.length)).toBe(message);
  });

  test('what the installer cannot check, and a chart can use, is taken', () => {
    expect(fromFile({
      global: { waypoint: { nodeSelector: { pool: 'mesh' } } },
      gateways: { 'istio-ingressgateway': { podAntiAffinityLabelSelector: [{ key: 'app', operator: 'In', values: 'web', topologyKey: 'zone' }] } },
    })).toBe('taken');
  });
});

test('a chart by itself is asked for no more than schema/ says', () => {
  const lenient = new Shapes(installSchema()).type('IstiodValues');
  const strict = new Shapes(installSchema(), LATER, true).type('IstiodValues');
  expect([lenient, strict].map((shape) => typeof shape === 'object' && 'fields' in shape && shape.fields.volumes)).toEqual([
    { list: { map: 'anything' } }, { list: expect.objectContaining({ removable: true }) },
  ]);
});

import { resolveInstall } from '../../src/install';
import { readOperatorFile } from '../../src/install/operator-file';

const HEAD = 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\n';

const failure = (text: string): string => {
  try {
    readOperatorFile('mesh.yaml', text);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a file of the installer', () => {
  test('asks for what stands below spec', () => {
    const { spec, metadata } = readOperatorFile('mesh.yaml', `# Ours.\n---\n${HEAD}metadata:\n  name: mesh\n  namespace: mesh-system\nspec:\n  profile: minimal\n`);
    expect({ spec, metadata }).toEqual({ spec: { profile: 'minimal' }, metadata: { namespace: 'mesh-system' } });
  });

  test.each([['', 'no text'], ['# Nothing.\n', 'a comment alone'], ['---\n---\n', 'dividers alone'], [`${HEAD}spec:\n`, 'an empty spec'], [HEAD, 'no spec']])('%j asks for nothing: %s', (text) => {
    expect(readOperatorFile('mesh.yaml', text).spec).toEqual({});
  });

  test('may be JSON', () => {
    expect(readOperatorFile('mesh.json', '{"kind": "IstioOperator", "spec": {"hub": "example.com/istio"}}').spec).toEqual({ hub: 'example.com/istio' });
  });

  test('reads words as kubectl does: yes is true', () => {
    expect(readOperatorFile('mesh.yaml', `${HEAD}spec:\n  components:\n    base:\n      enabled: yes\n`).spec).toEqual({ components: { base: { enabled: true } } });
  });

  test.each([
    ['kind: Deployment\napiVersion: apps/v1\nspec: {}\n', 'mesh.yaml:2: apiVersion is "apps/v1", not "install.istio.io/v1alpha1". Give a file of the installer, with "kind: IstioOperator"; objects of a cluster are not read here.'],
    ['pilot:\n  env: {}\n', 'mesh.yaml:1: kind is missing, not "IstioOperator". Give a file of the installer, with "kind: IstioOperator" and what is asked for below "spec". Values of one chart, as Helm takes them, are given with --values CHART=mesh.yaml.'],
    [`${HEAD}sepc:\n  profile: demo\n`, 'mesh.yaml:3: an IstioOperator has no "sepc". Did you mean "spec"?'],
    [`${HEAD}hub: x\n`, 'mesh.yaml:3: an IstioOperator has no "hub". What is asked for stands below "spec", and values of charts below "spec.values".'],
    [`${HEAD}spec: {}\n---\n${HEAD}spec: {}\n`, 'mesh.yaml:5: a second object begins here. Give each IstioOperator in a file of its own, with -f for each.'],
    ['- a\n', 'mesh.yaml:1: this is no object. Give an IstioOperator, with what is asked for below "spec".'],
    [`${HEAD}spec: demo\n`, 'mesh.yaml:3: spec is no map. Write what is asked for below it, such as "profile: minimal".'],
    [`${HEAD}metadata:\n  nmae: x\n`, 'mesh.yaml:4: there is no field "metadata.nmae". Leave it out, or write it as a label or an annotation.'],
    [`${HEAD}metadata:\n  namespace: 5\n`, 'mesh.yaml:4: the namespace 5 is no text. Write it in quotes.'],
    [`${HEAD}spec:\n  hub: [\n`, 'mesh.yaml:5:1: Flow sequence in block collection must be sufficiently indented and end with a ]. Correct the YAML.'],
  ])('%j is refused', (text, message) => {
    expect(failure(text)).toBe(message);
  });
});

describe('what is wrong in a file is named by its line', () => {
  const refused = (spec: string): string => {
    try {
      resolveInstall({ files: [readOperatorFile('mesh.yaml', `${HEAD}spec:\n${spec}`)] });
      return 'nothing';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each([
    ['  components:\n    pilot:\n      enabeld: true\n', 'There is no setting "components.pilot.enabeld" (mesh.yaml:6). Did you mean "components.pilot.enabled"? '],
    ['  values:\n    pilot:\n      autoscaleMin:\n        two\n', 'The setting "values.pilot.autoscaleMin" takes a whole number of 0 or more, and "two" is something else (mesh.yaml:6).'],
    ['  components:\n    ingressGateways:\n    - name: a\n    - name: b\n      label: x\n', 'The setting "components.ingressGateways[1].label" takes a map, and "x" is something else (mesh.yaml:8).'],
    ['  hub:\n', 'The setting "hub" has no value (mesh.yaml:4). Give it one, or leave it out.'],
  ])('%j', (spec, message) => {
    expect(refused(spec).slice(0, message.length)).toBe(message);
  });

  test('null takes away what a chart says of a value, but not a tree of values', () => {
    expect(resolveInstall({ files: [readOperatorFile('mesh.yaml', `${HEAD}spec:\n  values:\n    global:\n      hub:\n`)] }).values.global.hub).toBeNull();
    expect(refused('  values:\n    global:\n')).toMatch(/^The setting "values\.global" takes a map of .*, and null is something else \(mesh\.yaml:5\)\.$/);
  });
});

describe('several files', () => {
  const files = (...specs: string[]) => specs.map((spec, index) => readOperatorFile(`${index}.yaml`, `${HEAD}spec: ${spec}\n`));

  test('are laid over each other in their order, and settings over them', () => {
    const { profile, values } = resolveInstall({
      files: files('{profile: demo, values: {pilot: {autoscaleMin: 2, env: {A: "1"}}}}', '{profile: minimal, values: {pilot: {autoscaleMin: 3, env: {B: "2"}}}}'),
      set: ['values.pilot.env.B=x'],
    });
    expect([profile, values.autoscaleMin, values.env]).toEqual(['minimal', 3, { A: '1', B: 'x' }]);
  });

  test('settings pick items of their lists by name', () => {
    const { charts } = resolveInstall({
      files: files('{components: {ingressGateways: [{name: a, enabled: true}, {name: b, enabled: true}]}}'),
      set: ['components.ingressGateways.[name:a].enabled=false'],
    });
    expect(charts.flatMap(({ gateway }) => gateway ?? [])).toEqual(['b']);
  });
});

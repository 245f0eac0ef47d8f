import { JsonObject } from '../../../src/reference/json';
import { find, rendered } from '../rendered';

const argument = (text: string, values: JsonObject = {}): string =>
  find(rendered('istiod', { ...values, initContainers: [{ name: 'i', image: 'i', args: [text] }] }), 'Deployment/istiod')
    .spec.template.spec.initContainers[0].args[0];

describe('a text of a container before istiod may be a template', () => {
  test.each([
    ['{{ .Values.global.hub }}/x:{{ .Values.global.tag }}', 'example.com/istio/x:1.2.3'],
    ['{{ .Release.Namespace }}/{{ .Release.Name }}', 'istio-system/mesh'],
    ['{{ .Values.revision | default "default" | upper }}', 'DEFAULT'],
    ['{{ range $name, $value := .Values.env }}{{ $name }}={{ $value }};{{ end }}', 'A=1;B=x;'],
    ['x{{ .Values.nothing }}y', 'xy'],
    ['{{ if .Values.autoscaleEnabled }}many{{ else }}one{{ end }}', 'many'],
    ['{{ .Values.autoscaleMax }}', '5'],
    ['{{ toYaml .Values.env }}', 'A: "1"\nB: x'],
    ['$(A) { b }', '$(A) { b }'],
  ])('%s', (text, expected) => {
    expect(argument(text, { global: { hub: 'example.com/istio', tag: '1.2.3' }, env: { A: '1', B: 'x' } })).toBe(expected);
  });

  test.each([
    ['{{ .Values.a.b }}', 'The value "initContainers[0].args[0]" is a template that cannot be run (line 1, {{ .Values.a.b }}): ".b" is asked of a value that is null. Ask first whether it is there, with "if" or "with".'],
    ['{{ required "say who" .Values.who }}', 'The value "initContainers[0].args[0]" is a template that cannot be run (line 1, {{ required "say who" .Values.who }}): the function "required": say who'],
  ])('that is refused where it cannot be run: %s', (text, message) => {
    expect(() => argument(text)).toThrow(new Error(message));
  });
});

test('what is no text stays what it is', () => {
  const container = { name: 'i', image: 'i', securityContext: { runAsUser: 5, privileged: false } };
  expect(find(rendered('istiod', { initContainers: [container] }), 'Deployment/istiod').spec.template.spec.initContainers).toEqual([container]);
});

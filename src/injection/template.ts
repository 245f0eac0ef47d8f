import { GATEWAY_TEMPLATES, TEMPLATES } from './model';
import { Node, print } from './node';

/**
 * What the model asks of the pod's containers as a whole: the names of the application's, and all their ports. Templates compute
 * that once, before the first field.
 */
const PRELUDE = [
  '{{- $containers := list }}',
  '{{- range $container := .Spec.Containers }}{{ if ne $container.Name "istio-proxy" }}{{ $containers = append $containers $container.Name }}{{ end }}{{ end }}',
  '{{- $ports := "" }}',
  '{{- range $container := .Spec.Containers }}{{ range $port := $container.Ports }}'
  + '{{ $ports = printf "%s\\n    %s%s" $ports (ternary "" "," (eq $ports "")) (structToJSON $port) }}{{ end }}{{ end }}',
];

/** The templates that istiod serves at run time, by name, printed from the model that also injects and deploys at synthesis. */
export function webhookTemplates(): Record<string, string> {
  return { ...printed(TEMPLATES, (model) => `${PRELUDE.join('\n')}\n${print(model)}\n`), ...printed(GATEWAY_TEMPLATES, documents) };
}

function printed<T>(models: Readonly<Record<string, T>>, text: (model: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(models).map(([name, model]) => [name, text(model)]));
}

/** Templates of Gateways write several objects, each a document. */
function documents(models: readonly Node[]): string {
  return models.map((model) => `${print(model)}\n`).join('---\n');
}

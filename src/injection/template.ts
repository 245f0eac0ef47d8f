import { TEMPLATES } from './model';
import { print } from './node';

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

/** The templates that istiod serves at run time, by name, printed from the model that also injects at synthesis. */
export function webhookTemplates(): Record<string, string> {
  return Object.fromEntries(Object.entries(TEMPLATES).map(([name, model]) => [name, `${PRELUDE.join('\n')}\n${print(model)}\n`]));
}

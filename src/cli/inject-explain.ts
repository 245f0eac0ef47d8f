import { checkShape } from './workload-shape';
import { explainInjection, InjectionExplanation, InjectionNamespace, InjectionSettings } from '../injection';
import { JsonObject } from '../reference/json';
import { editDocuments, Position } from '../yaml/stream';

/**
 * What becomes of the workloads of a stream, a line or an object each, as they are read.
 *
 * @param namespaceOf the namespace of an object, as far as it is known
 * @param meet is told of each object before it is explained
 */
export function* explained(
  input: Iterable<string>,
  file: string,
  settings: InjectionSettings,
  namespaceOf: (object: JsonObject) => InjectionNamespace,
  meet: (object: JsonObject) => void,
  format: 'text' | 'json',
): Generator<string> {
  let found: { readonly explanation: InjectionExplanation; readonly place: Position }[] = [];
  const documents = editDocuments(input, file, {
    change: (object, place) => {
      meet(object);
      checkShape(object);
      found = explainInjection(object, settings, namespaceOf).map((explanation) => ({ explanation, place }));
      return object;
    },
  });
  let count = 0;
  for (const _ of documents) {
    for (const { explanation, place } of found) {
      if (format === 'text') yield asText(explanation);
      else yield `${count === 0 ? '[' : ','}\n${JSON.stringify({ file: place.file, line: place.line, ...asJson(explanation) })}`;
      count++;
    }
    found = [];
  }
  if (format === 'json') yield count === 0 ? '[]\n' : '\n]\n';
}

function asText({ kind, namespace, name, inject, revision, reason, by, templates, refused }: InjectionExplanation): string {
  const verdict = inject ? `injected by revision "${revision}" with ${templates.join(', ')}` : 'not injected';
  const lines = [
    `${kind} ${namespace}/${name}: ${verdict}`,
    `  because ${reason}`,
    ...(by === undefined ? [] : [`  decided by ${by.kind.replace('-', ' ')} ${by.name}: ${by.value}`]),
    ...refused.map((one) => `  refused: ${one}`),
  ];
  return `${lines.join('\n')}\n`;
}

function asJson({ inject, ...others }: InjectionExplanation): object {
  const { kind, namespace, name, rule, reason, by, revision, templates, refused } = others;
  return { kind, namespace, name, injected: inject, rule, reason, by, revision, templates, refused };
}

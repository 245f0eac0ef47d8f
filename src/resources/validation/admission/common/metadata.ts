import { given } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const DEFAULT_NAMESPACE = 'default';
const DRY_RUN = 'istio.io/dry-run';
const REJECT = 'internal.istio.io/webhook-always-reject';
const INTERNAL = ['internal.istio.io/parent-namespace', 'internal.istio.io/parents'];
const BOOLEANS: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False']);

/** The namespace of an object. */
export function namespaceOf(object: JsonObject): string {
  return object.metadata?.namespace || DEFAULT_NAMESPACE;
}

/** The name of an object. */
export function nameOf(object: JsonObject): string {
  return object.metadata?.name ?? '';
}

/** Labels and annotations count only where all of them are texts, as Kubernetes reads them. */
function textMap(map: unknown): Readonly<Record<string, string>> {
  const found = (map ?? {}) as Record<string, string>;
  return Object.values(found).every((value) => typeof value === 'string') ? found : {};
}

/** The labels of an object. */
export function labelsOf(object: JsonObject): Readonly<Record<string, string>> {
  return textMap(object.metadata?.labels);
}

/** The annotations of an object. */
export function annotationsOf(object: JsonObject): Readonly<Record<string, string>> {
  return textMap(object.metadata?.annotations);
}

/** Annotations that Istio refuses on its own kinds. Where it does, it looks no further, and the answer is false. */
export function checkAnnotations(object: JsonObject, report: Report): boolean {
  if (!given(object.metadata?.annotations)) return true;
  const annotations = annotationsOf(object);
  const place = Place.ROOT.at('metadata').at('annotations');
  const refuse = (name: string, problem: string, fix: string): boolean => {
    report.error(place.at(name), annotations[name], problem, fix);
    return false;
  };
  const dryRun = annotations[DRY_RUN];
  if (given(dryRun)) {
    if (object.kind !== 'AuthorizationPolicy') {
      return refuse(DRY_RUN, `A ${object.kind} cannot be tried without effect (${DRY_RUN}: ${shown(dryRun)})`, 'Remove the annotation');
    }
    const action = object.spec?.action ?? 'ALLOW';
    if (action !== 'ALLOW' && action !== 'DENY') {
      return refuse(DRY_RUN, `A policy with action ${action} cannot be tried without effect`, 'Remove the annotation, or use action ALLOW or DENY');
    }
    if (!BOOLEANS.has(dryRun)) return refuse(DRY_RUN, `${shown(dryRun)} is neither true nor false`, 'Give "true" or "false"');
  }
  if (given(annotations[REJECT])) return refuse(REJECT, `An object with the annotation ${REJECT} is always refused`, 'Remove the annotation');
  const internal = INTERNAL.find((name) => given(annotations[name]));
  if (internal !== undefined) return refuse(internal, `The annotation ${internal} is for Istio itself`, 'Remove the annotation');
  return true;
}

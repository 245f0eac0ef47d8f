import { given, messages } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

/** What a policy can be attached to, as `group/kind`. */
const TARGETS: ReadonlySet<string> = new Set([
  '/Service', 'core/Service', 'networking.istio.io/ServiceEntry', 'gateway.networking.k8s.io/Gateway', 'gateway.networking.k8s.io/GatewayClass',
]);

/** What a policy is attached to (`targetRef`, `targetRefs`), which excludes a selector. */
export function checkTargets(spec: JsonObject, place: Place, report: Report): void {
  const targets = messages(spec.targetRefs);
  const ways = [...['selector', 'targetRef'].filter((name) => given(spec[name])), ...(targets.length > 0 ? ['targetRefs'] : [])];
  if (ways.length > 1) {
    report.error(place, ways, `${ways.join(' and ')} are given together`, 'Keep one of them: each says what the object is for');
  }
  if (given(spec.targetRef)) checkTarget(spec.targetRef, place.at('targetRef'), report);
  targets.forEach((target, index) => checkTarget(target, place.at('targetRefs').at(index), report));
}

function checkTarget(target: JsonObject, place: Place, report: Report): void {
  const { group, kind, name, namespace } = target;
  if (!name) report.error(place.at('name'), name, 'The target has no name', 'Name the object to attach to');
  if (namespace) {
    report.error(place.at('namespace'), namespace, `The target is looked for in the namespace ${shown(namespace)}`,
      'Leave the namespace out, and put this object into the namespace of its target');
  }
  const type = `${group ?? ''}/${kind ?? ''}`;
  if (!TARGETS.has(type)) {
    report.error(place.at('kind'), kind, `Nothing can be attached to ${shown(type)}`,
      'Attach to a Service (group ""), a ServiceEntry (networking.istio.io), or a Gateway or GatewayClass (gateway.networking.k8s.io)');
  }
}

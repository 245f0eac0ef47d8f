import { Complaint, PlainObject } from './plain-object';
import { pairs, PlainWorld, titleOf } from './world';
import { labelText, listed } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { Labels, matches } from '../../reference/labels';

/** Gateways that no pod serves, or that all serve (A9). */
export function gatewaySelectors(world: PlainWorld): Complaint[] {
  return world.of('Gateway').flatMap((object): Complaint[] => {
    const selector: Labels = object.spec.selector ?? {};
    if (Object.keys(selector).length === 0) {
      return [{ object, code: 'A9', what: 'It has no selector, so that every gateway of the mesh serves it', fix: 'Give it the labels of the pods that shall serve it (spec.selector)' }];
    }
    const { selecting } = world.gateways;
    if (servedIn(world, selector).length > 0 || selecting.length === 0) return [];
    return [{
      object,
      code: 'A9',
      likely: true,
      what: `Its selector ${labelText(selector)} picks no gateway of this program: they have ${selecting.map((one) => labelText(one.selector)).sort().join('; ')}`,
      fix: 'Take the labels of one of them, or expose the service with expose() of the gateway',
    }];
  });
}

/** Namespaces of the mesh's gateways that serve what has the selector. */
function servedIn(world: PlainWorld, selector: Labels): string[] {
  return [...new Set(world.gateways.selecting.filter((one) => matches(selector, one.selector)).map(({ namespaceName }) => namespaceName))];
}

function credentials({ spec }: PlainObject): string[] {
  return (spec.servers ?? []).flatMap(({ tls }: JsonObject) => tls?.credentialName ?? []);
}

/** Certificates that stand where the pods of the gateway cannot read them (A10). */
export function gatewayCredentials(world: PlainWorld): Complaint[] {
  return world.of('Gateway').flatMap((object) => {
    const places = servedIn(world, object.spec.selector ?? {});
    if (places.length === 0) return [];
    return [...new Set(credentials(object))].flatMap((name): Complaint[] => {
      const secrets = world.of('Secret', 'core').filter((secret) => secret.name === name);
      if (secrets.length === 0 || secrets.some(({ namespace }) => places.includes(namespace))) return [];
      return [{
        object,
        code: 'A10',
        what: `Its certificate "${name}" is in namespace ${listed(secrets.map(({ namespace }) => namespace))}, and its pods run in ${listed(places)}`,
        fix: 'Put the Secret into the namespace of the pods: a gateway can read no other',
      }];
    });
  });
}

/** One certificate at two Gateways of the same pods: browsers reuse the connection, and what comes over it is not found (A11). */
export function sharedCertificates(world: PlainWorld): Complaint[] {
  return pairs(world.of('Gateway'))
    .filter(([one, other]) => labelText(one.spec.selector ?? {}) === labelText(other.spec.selector ?? {}))
    .flatMap(([one, other]) => credentials(one).filter((name) => credentials(other).includes(name)).map((name): Complaint => ({
      object: other,
      code: 'A11',
      likely: true,
      what: `${titleOf(one)} has certificate "${name}", too: clients that speak HTTP/2 reuse a connection for the hosts of both, and get 404 for those of the other`,
      fix: 'Put the hosts of a certificate into one server of one Gateway',
    })));
}

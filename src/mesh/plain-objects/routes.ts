import { Complaint, PlainObject } from './plain-object';
import { isShort, meet, pairs, PlainWorld, titleOf, writes } from './world';
import { labelText, listed } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { matches } from '../../reference/labels';

/** Where a VirtualService sends traffic: destinations, and those that get copies. */
function destinations({ spec }: PlainObject): JsonObject[] {
  const routes: JsonObject[] = [...(spec.http ?? []), ...(spec.tcp ?? []), ...(spec.tls ?? [])];
  return routes.flatMap(({ route = [], mirror, mirrors = [] }: JsonObject) => [
    ...route.map(({ destination }: JsonObject) => destination),
    ...(mirror ? [mirror] : []),
    ...mirrors.map(({ destination }: JsonObject) => destination),
  ]).filter((destination) => typeof destination?.host === 'string');
}

/** Hosts without a domain: which service is meant depends on where the object stands (A1), which in a delegate is easily forgotten (A2). */
export function shortHosts(world: PlainWorld): Complaint[] {
  const said = (object: PlainObject, host: string, code: string): Complaint => ({
    object,
    code,
    likely: true,
    what: code === 'A2'
      ? `The delegate sends to "${host}", which may be read in the namespace of the VirtualService that delegates to it`
      : `Host "${host}" is short, and means "${world.fullHost(host, object.namespace)}" whatever the namespace of the caller`,
    fix: 'Write the full name of the host',
  });
  return [
    ...world.of('VirtualService').flatMap((object) => {
      const hosts: string[] = object.spec.hosts ?? [];
      const code = hosts.length === 0 ? 'A2' : 'A1';
      const named = [...hosts, ...destinations(object).map(({ host }) => host)];
      return [...new Set(named.filter(isShort))].map((host) => said(object, host, code));
    }),
    ...world.of('DestinationRule').filter(({ spec }) => typeof spec.host === 'string' && isShort(spec.host)).map((object) => said(object, object.spec.host, 'A1')),
  ];
}

/** Subsets that no DestinationRule has (A3). */
export function unknownSubsets(world: PlainWorld): Complaint[] {
  return world.of('VirtualService').flatMap((object) => destinations(object).flatMap(({ host, subset }) => {
    if (subset === undefined) return [];
    const full = world.fullHost(host, object.namespace);
    const service = world.serviceAt(full);
    const rules = world.of('DestinationRule').filter((rule) => world.fullHost(rule.spec.host ?? '', rule.namespace) === full);
    const known: string[] = [
      ...(service?.versions.map(({ name }) => name) ?? []),
      ...rules.flatMap(({ spec }) => (spec.subsets ?? []).map(({ name }: JsonObject) => name)),
    ];
    return known.includes(subset) ? [] : [{
      object,
      code: 'A3',
      likely: service === undefined,
      what: `It sends to subset "${subset}" of "${full}", which no DestinationRule of this program has; they have ${listed(known)}`,
      fix: service ? `Add the version with addVersion("${subset}", …)` : 'Write the DestinationRule beside it, or correct the name',
    }];
  }));
}

/** Subsets whose labels no pod has (A4). */
export function emptySubsets(world: PlainWorld): Complaint[] {
  return world.of('DestinationRule').flatMap((object) => {
    const service = world.serviceAt(world.fullHost(object.spec.host ?? '', object.namespace));
    if (!service || service._workloads.length === 0) return [];
    const pods = service._workloads.map(({ labels }) => labels);
    const subsets: JsonObject[] = object.spec.subsets ?? [];
    return subsets.filter(({ labels = {} }) => !pods.some((one) => matches(labels, one))).map(({ name, labels = {} }) => ({
      object,
      code: 'A4',
      what: `Subset "${name}" is for pods with ${labelText(labels)}, and those of "${service.node.path}" have ${pods.map(labelText).join('; ')}`,
      fix: 'Correct the labels of the subset or those of the pods',
    }));
  });
}

/** Several DestinationRules for a host: in one namespace they are merged in part, and across namespaces one wins (A5). */
export function splitRules(world: PlainWorld): Complaint[] {
  const rules = world.of('DestinationRule').filter(({ spec }) => spec.workloadSelector === undefined);
  const hostOf = ({ spec, namespace }: PlainObject): string => world.fullHost(spec.host ?? '', namespace);
  const among = pairs(rules).filter(([one, other]) => hostOf(one) === hostOf(other) && meet(one, other)).map(([one, other]): Complaint => ({
    object: other,
    code: 'A5',
    what: `${titleOf(one)} is for host "${hostOf(one)}" too: ${one.namespace === other.namespace ? 'of both, istiod merges the subsets, and takes the policy of one' : 'a proxy follows one of them'}`,
    fix: 'Put all of it into one DestinationRule',
  }));
  const besideOwn = rules.flatMap((object): Complaint[] => {
    const service = world.serviceAt(hostOf(object));
    return service && writes(service, 'DestinationRule') ? [{
      object,
      code: 'A5',
      what: `Service "${service.node.path}" writes a DestinationRule for its host "${service.host}", too`,
      fix: 'Say it with addVersion() and the other methods of the service',
    }] : [];
  });
  return [...among, ...besideOwn];
}

/** The places at which a VirtualService counts: a gateway, or all proxies. */
function placesOf({ spec, namespace }: PlainObject): string[] {
  const gateways: string[] = spec.gateways ?? ['mesh'];
  return gateways.map((gateway) => (gateway === 'mesh' || gateway.includes('/') ? gateway : `${namespace}/${gateway}`));
}

/** Several VirtualServices for a host: of those for proxies one wins, and at a gateway their order is nobody's (A6). */
export function doubleHosts(world: PlainWorld): Complaint[] {
  const all = world.of('VirtualService');
  const hostsOf = ({ spec, namespace }: PlainObject): string[] => (spec.hosts ?? []).map((host: string) => world.fullHost(host, namespace));
  const among = pairs(all).filter(([one, other]) => meet(one, other)).flatMap(([one, other]) => (
    placesOf(one).filter((place) => placesOf(other).includes(place)).flatMap((place) => (
      hostsOf(one).filter((host) => hostsOf(other).includes(host)).map((host): Complaint => doubled(other, host, place, titleOf(one)))
    ))
  ));
  const besideServices = all.filter((object) => placesOf(object).includes('mesh')).flatMap((object) => hostsOf(object).flatMap((host) => {
    const service = world.serviceAt(host);
    return service && writes(service, 'VirtualService') ? [doubled(object, host, 'mesh', `Service "${service.node.path}"`)] : [];
  }));
  const besideGateways = all.flatMap((object) => world.exposing.filter((gateway) => placesOf(object).includes(`${gateway.namespaceName}/${gateway.gatewayName}`))
    .flatMap((gateway) => hostsOf(object).filter((host) => gateway._exposures.some(({ hosts }) => hosts.includes(host)))
      .map((host) => doubled(object, host, `${gateway.namespaceName}/${gateway.gatewayName}`, `Gateway "${gateway.node.path}"`))));
  return [...among, ...besideServices, ...besideGateways];
}

function doubled(object: PlainObject, host: string, place: string, other: string): Complaint {
  const mesh = place === 'mesh';
  return {
    object,
    code: 'A6',
    likely: !mesh,
    what: mesh
      ? `${other} has routes for host "${host}", too: of two VirtualServices for a host, proxies follow one`
      : `${other} has routes for host "${host}" at gateway "${place}", too, and which are tried first is left to chance`,
    fix: 'Put all routes of a host into one VirtualService, or say them with route() of the service',
  };
}

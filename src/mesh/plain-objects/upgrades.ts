import { Complaint } from './plain-object';
import { PlainWorld } from './world';
import { JsonObject } from '../../reference/json';

const RELATIVE = ['INSERT_BEFORE', 'INSERT_AFTER'];

/** Patches of proxies whose place depends on what is there already (A25). */
export function relativePatches(world: PlainWorld): Complaint[] {
  return world.of('EnvoyFilter').flatMap((object): Complaint[] => {
    const relative = (object.spec.configPatches ?? []).filter(({ patch }: JsonObject) => RELATIVE.includes(patch?.operation));
    if (relative.length === 0) return [];
    const pinned = relative.find(({ match }: JsonObject) => match?.proxy?.proxyVersion !== undefined);
    if (pinned) {
      return [{
        object,
        code: 'A25',
        what: `A patch with ${pinned.patch.operation} is for proxies of version ${pinned.match.proxy.proxyVersion} alone: with the next release it is gone, without a word`,
        fix: 'Leave proxyVersion out and give the filter a priority, or use INSERT_FIRST or ADD',
      }];
    }
    return object.spec.priority !== undefined && object.spec.priority !== 0 ? [] : [{
      object,
      code: 'A25',
      what: `A patch with ${relative[0].patch.operation} has no priority, so that it may be tried before what it refers to is there`,
      fix: 'Give the filter a priority, or use INSERT_FIRST or ADD; better, what the API of this library or of Istio has for it',
    }];
  });
}

/** The releases of the Gateway API from which istiod reads its kinds. */
const SINCE: Readonly<Record<string, readonly [number, number]>> = {
  TCPRoute: [1, 6], TLSRoute: [1, 5], BackendTLSPolicy: [1, 4], GRPCRoute: [1, 1], HTTPRoute: [1, 0], Gateway: [1, 0], GatewayClass: [1, 0],
};

/** CRDs of the Gateway API that istiod is too new for (A31). */
export function oldDefinitions(world: PlainWorld): Complaint[] {
  return world.of('CustomResourceDefinition', 'apiextensions.k8s.io').flatMap((object): Complaint[] => {
    if (object.spec.group !== 'gateway.networking.k8s.io') return [];
    const kind = String(object.spec.names?.kind);
    const version = String(object.metadata.annotations?.['gateway.networking.k8s.io/bundle-version'] ?? '');
    const found = /^v(\d+)\.(\d+)/.exec(version);
    const since = Object.hasOwn(SINCE, kind) ? SINCE[kind] : undefined;
    if (!found || !since) return [];
    const [major, minor] = [Number(found[1]), Number(found[2])];
    if (major > since[0] || (major === since[0] && minor >= since[1])) return [];
    return [{
      object,
      code: 'A31',
      what: `It is of release ${version} of the Gateway API, and istiod reads ${kind} from v${since[0]}.${since[1]} on: such objects are passed over`,
      fix: 'Install the CRDs of release 1.6',
    }];
  });
}

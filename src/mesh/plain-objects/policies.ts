import { Complaint, PlainObject } from './plain-object';
import { PlainWorld } from './world';
import { listed } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { MeshPort } from '../../reference/port';
import { PathNormalizationType } from '../../resources';
import type { MeshService } from '../service/service';

const HTTP_OPERATION = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'];
const HTTP_SOURCE = ['requestPrincipals', 'notRequestPrincipals', 'remoteIpBlocks', 'notRemoteIpBlocks'];

/** Ports by the number of the Service instead of that of the container (A14). */
export function portLevelModes(world: PlainWorld): Complaint[] {
  return world.of('PeerAuthentication', 'security.istio.io').flatMap((object) => {
    const { selector, portLevelMtls } = object.spec;
    if (selector === undefined || portLevelMtls === undefined) return [];
    const services = world.servicesWith(object.namespace, selector.matchLabels);
    return Object.keys(portLevelMtls).flatMap((port): Complaint[] => {
      const meant = services.flatMap((service) => service.ports.filter(({ number, target }) => String(number) === port && String(target) !== port));
      const declared = services.flatMap(({ _workloads: workloads }) => workloads.flatMap(({ containerPorts }) => containerPorts));
      if (meant.length === 0 || declared.some(({ containerPort }) => String(containerPort) === port)) return [];
      return [{
        object,
        code: 'A14',
        what: `portLevelMtls has port ${port}, which is that of the Service; connections arrive at ${listed(meant.map(({ target, targetName }) => target ?? targetName ?? ''))}`,
        fix: 'Write the port of the container, or say it with mutual TLS of the service, which takes its ports',
      }];
    });
  });
}

function policies(world: PlainWorld): PlainObject[] {
  return world.of('AuthorizationPolicy', 'security.istio.io');
}

function isDeny({ spec }: PlainObject): boolean {
  return spec.action === 'DENY';
}

/** Policies that look empty and say the opposite of one another (A16). */
export function emptyPolicies(world: PlainWorld): Complaint[] {
  return policies(world).flatMap((object): Complaint[] => {
    const { spec } = object;
    const rules: JsonObject[] = spec.rules ?? [];
    const all = rules.some((rule) => rule === null || Object.keys(rule).length === 0);
    const isAllow = spec.action === undefined || spec.action === 'ALLOW';
    if (all && isAllow) {
      return [{
        object, code: 'A16', likely: true, what: 'A rule of it is empty, so that it allows everything', fix: 'Say it with AccessPolicy.everything(), or name who may call',
      }];
    }
    if (rules.length === 0 && isAllow && spec.selector !== undefined) {
      return [{
        object, code: 'A16', likely: true, what: 'It has no rules, so that it allows nothing', fix: 'Say it with AccessPolicy.nothing(), or name who may call',
      }];
    }
    return [];
  });
}

/** The names of the fields that only requests have. */
function requestFields(rule: JsonObject): string[] {
  const named = (things: JsonObject[], key: string, fields: string[]): string[] => (
    things.flatMap((one) => Object.keys(one?.[key] ?? {})).filter((field) => fields.includes(field)));
  return [...new Set([
    ...named(rule?.to ?? [], 'operation', HTTP_OPERATION),
    ...named(rule?.from ?? [], 'source', HTTP_SOURCE),
    ...(rule?.when ?? []).map(({ key }: JsonObject) => String(key)).filter((key: string) => key.startsWith('request.')),
  ])];
}

function meantPorts(rule: JsonObject): string[] | undefined {
  const operations: JsonObject[] = (rule?.to ?? []).map(({ operation }: JsonObject) => operation ?? {});
  return operations.length > 0 && operations.every(({ ports }) => ports !== undefined) ? operations.flatMap(({ ports }) => ports) : undefined;
}

/** Services of the mesh at whose pods a policy is enforced. */
function enforcedAt(world: PlainWorld, { namespace, spec }: PlainObject): MeshService[] {
  return spec.targetRef !== undefined || spec.targetRefs !== undefined ? [] : world.servicesWith(namespace, spec.selector?.matchLabels);
}

/** Fields of requests at ports of bytes, where a rule means something else than it says (A17). */
export function requestsOverBytes(world: PlainWorld): Complaint[] {
  return policies(world).flatMap((object) => (object.spec.rules ?? []).flatMap((rule: JsonObject): Complaint[] => {
    const fields = requestFields(rule);
    if (fields.length === 0) return [];
    const ports = meantPorts(rule);
    const isMeant = (port: MeshPort): boolean => !port.isHttp && (ports === undefined || ports.includes(String(port.target)));
    const bytes = enforcedAt(world, object).filter(({ enrollment }) => enrollment._mode !== 'ambient')
      .flatMap((service) => service.ports.filter(isMeant).map(({ number }) => `${service.serviceName}:${number}`));
    return bytes.length === 0 ? [] : [{
      object,
      code: 'A17',
      likely: true,
      what: `A rule asks for ${fields.join(', ')}, and ${bytes.join(', ')} carries bytes: there ${isDeny(object) ? 'it denies every connection that its other fields fit' : 'it never fits'}`,
      fix: 'Name the HTTP ports of the rule (to[].operation.ports), or leave the fields out',
    }];
  }));
}

/** Paths that are denied, which clients can write in other ways (A18). */
export function deniedPaths(world: PlainWorld): Complaint[] {
  if (world.mesh._declaredConfig.all.pathNormalization?.normalization === PathNormalizationType.DECODE_AND_MERGE_SLASHES) return [];
  return policies(world).filter(isDeny).flatMap((object): Complaint[] => {
    const rules: JsonObject[] = object.spec.rules ?? [];
    const paths: string[] = rules.flatMap(({ to = [] }) => to.flatMap(({ operation }: JsonObject) => operation?.paths ?? []));
    return paths.length === 0 ? [] : [{
      object,
      code: 'A18',
      likely: true,
      what: `It denies the paths ${listed(paths)}, which clients can write in other ways, such as with "%2F" for a slash`,
      fix: 'Give the mesh pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES, or allow paths instead of denying them',
    }];
  });
}

/** Policies about requests at ambient pods, which no node looks at: a denial does nothing (A19), and what is allowed, is not (A20). */
export function requestsAtNodes(world: PlainWorld): Complaint[] {
  return policies(world).flatMap((object) => {
    const fields: string[] = (object.spec.rules ?? []).flatMap(requestFields);
    const ambient = fields.length === 0 ? [] : enforcedAt(world, object).filter(({ enrollment }) => enrollment._mode === 'ambient');
    if (ambient.length === 0) return [];
    const [{ serviceName, namespaceName, _dataPlane: { serviceWaypoint } }] = ambient;
    return [{
      object,
      code: isDeny(object) ? 'A19' : 'A20',
      what: `It asks for ${[...new Set(fields)].join(', ')} at the pods of "${namespaceName}/${serviceName}", which are ambient: ${
        isDeny(object) ? 'nodes do not look at requests, and deny by the other fields of the rule, or nothing' : 'nodes do not look at requests, and let nobody in by this rule'}`,
      fix: serviceWaypoint ? 'Name the service in targetRefs instead of a selector, so that its waypoint decides' : 'Let the service use a waypoint, and name the service in targetRefs instead of a selector',
    }];
  });
}

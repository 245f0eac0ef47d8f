import { App } from 'cdk8s';
import type { Mesh } from './mesh';
import { ExposingGateway, isExposing, isSelecting, SelectingGateway } from '../gateway/exposing';
import { portsOf } from '../gateway/exposure';
import { finding, labelText } from '../reference/fail';

/** The gateways of a mesh, wherever they were made: those that let requests in, and those that find their pods by labels. */
export interface MeshGateways {
  readonly exposing: readonly ExposingGateway[];
  readonly selecting: readonly SelectingGateway[];
}

/** The gateways of a mesh, wherever they were made. */
export function gatewaysOf(mesh: Mesh): MeshGateways {
  const all = App.of(mesh).node.findAll();
  const isOurs = (gateway: ExposingGateway | SelectingGateway): boolean => gateway.node.scopes.includes(mesh._namespace(gateway.namespaceName)!);
  return { exposing: all.filter(isExposing).filter(isOurs), selecting: all.filter(isSelecting).filter(isOurs) };
}

/** What clients, or istiod, could not tell apart. */
export function checkGateways({ exposing, selecting }: MeshGateways): string[] {
  return [...checkSelectors(selecting), ...exposing.flatMap(checkPlaces)];
}

/** Gateway resources whose labels find the pods of another gateway, in whatever namespace: those pods would serve both. */
function checkSelectors(gateways: readonly SelectingGateway[]): string[] {
  const sorted = [...gateways].sort((a, b) => (a.node.path < b.node.path ? -1 : 1));
  return sorted.flatMap((one, index) => sorted.slice(index + 1).filter((other) => overlap(one, other)).map((other) => finding(
    `Gateways "${one.node.path}" and "${other.node.path}" select each other's pods (${labelText(one.selector)} and ${labelText(other.selector)}), `
    + 'so that each would serve what the other lets in',
    'Give one of them another name, or labels of its own: a selector holds in all namespaces',
    'A9',
  )));
}

function overlap({ selector: one }: SelectingGateway, { selector: other }: SelectingGateway): boolean {
  const within = (some: Record<string, string>, all: Record<string, string>): boolean => (
    Object.entries(some).every(([key, value]) => Object.hasOwn(all, key) && all[key] === value)
  );
  return within(one, other) || within(other, one);
}

/** Hosts, ports and paths that are taken twice: clients reach one service there, and which one would be left to chance. */
function checkPlaces(gateway: ExposingGateway): string[] {
  const claims = new Map<string, string>();
  const findings: string[] = [];
  for (const exposure of gateway._exposures) {
    const places = exposure.hosts.flatMap((host) => portsOf(exposure).flatMap((port) => (exposure.paths ?? ['/']).map((path) => `${host}:${port}${path}`)));
    for (const place of places) {
      const other = claims.get(place);
      if (other !== undefined) {
        const services = other === exposure.service ? `"${other}" twice` : `both "${other}" and "${exposure.service}"`;
        findings.push(finding(`Gateway "${gateway.node.path}" exposes ${services} at ${place}`, 'Give one of them another host or another path'));
      }
      claims.set(place, exposure.service);
    }
  }
  return findings;
}

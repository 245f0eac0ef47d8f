import { App } from 'cdk8s';
import type { Mesh } from './mesh';
import { ExposingGateway, isExposing } from '../gateway/exposing';
import { portsOf } from '../gateway/servers';
import { finding } from '../reference/fail';

interface Claim {
  readonly gateway: ExposingGateway;
  readonly service: string;
  readonly paths: readonly string[];
}

/** The gateways of a mesh that let requests in, wherever they were made. */
export function gatewaysOf(mesh: Mesh): ExposingGateway[] {
  return App.of(mesh).node.findAll().filter(isExposing).filter((gateway) => gateway.node.scopes.includes(mesh._namespace(gateway.namespaceName)!));
}

/** Hosts and ports that are taken twice: clients reach one service under a name, and which one would be left to chance. */
export function checkGateways(gateways: readonly ExposingGateway[]): string[] {
  const claims = new Map<string, Claim[]>();
  const findings: string[] = [];
  for (const gateway of gateways) {
    for (const exposure of gateway._exposures) {
      const claim: Claim = { gateway, service: exposure.service, paths: exposure.paths ?? ['/'] };
      for (const [host, port] of exposure.hosts.flatMap((name) => portsOf(exposure).map((number) => [name, number] as const))) {
        const place = `${host}:${port}`;
        const others = claims.get(place) ?? [];
        const clash = others.find((other) => other.gateway !== gateway || other.paths.some((path) => claim.paths.includes(path)));
        if (clash) findings.push(clashFinding(clash, claim, place));
        claims.set(place, [...others, claim]);
      }
    }
  }
  return findings;
}

function clashFinding(first: Claim, second: Claim, place: string): string {
  if (first.gateway !== second.gateway) {
    const [host, port] = place.split(':');
    return finding(
      `Gateways "${first.gateway.node.path}" and "${second.gateway.node.path}" both take host "${host}" and port ${port}`,
      'Expose both services on one gateway, or give one of them another host');
  }
  const path = first.paths.find((one) => second.paths.includes(one));
  return finding(
    `Gateway "${first.gateway.node.path}" exposes both "${first.service}" and "${second.service}" at ${place}${path}`,
    'Give one of them another host or another path');
}

import { gatewaysOf } from '../gateway-checks';
import type { Mesh } from '../mesh';
import { Permission } from './permission';
import { finding, inSentence } from '../../reference/fail';
import { warnOnce } from '../../reference/warn';
import { PathNormalizationType } from '../../resources';
import { tokenOptionsOf } from '../../security/call-options';
import type { MeshService } from '../service/service';

/** What can be wrong with who may call a service, once everything is declared. */
export function checkAccess(service: MeshService): string[] {
  const { allowed, denied, tokens } = service._access;
  warnOfPaths(service, allowed.lines, denied.lines);
  const lines = [...allowed.lines, ...denied.lines];
  const unknown = tokens.issuers.length > 0 ? [] : lines.filter(({ options }) => tokenOptionsOf(options).length > 0);
  return [
    ...lines.filter(({ callers }) => callers.callerAttributes.length === 0).map(({ who }) => finding(`${who} means nobody`, 'Name callers, or leave it out')),
    ...unknown.map(({ who, options }) => finding(
      `${who} with ${inSentence(tokenOptionsOf(options))}, but the service knows no tokens of end users`, 'Let it know them, with acceptJwt() or requireJwt()',
    )),
  ];
}

/** Gateways that the policy of their namespace blocks: where the mesh lets everything through, they have no rules of their own. */
export function checkGatewayNamespaces(mesh: Mesh): string[] {
  if (mesh._posture.policies) return [];
  return gatewaysOf(mesh).exposing.filter(({ namespaceName }) => mesh._namespace(namespaceName)?._access.closes).map((gateway) => finding(
    `Gateway "${gateway.node.path}" is in namespace "${gateway.namespaceName}", whose access policy lets nothing through that comes in`,
    'Put the gateway into another namespace, or give the policy to the services', 'A15',
  ));
}

/** What each normalisation still lets through, of paths that applications take for the same. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  [PathNormalizationType.NONE]: '"/a/../b", "//b" or "/%2Fb"',
  [PathNormalizationType.BASE]: '"//b" or "/%2Fb"',
  [PathNormalizationType.MERGE_SLASHES]: '"/%2Fb"',
};

/** What is denied by its path, and allowed by what its path is not, can be had by another spelling of the path. */
function warnOfPaths(service: MeshService, allowed: readonly Permission[], denied: readonly Permission[]): void {
  const given = service.mesh._declaredConfig.all.pathNormalization?.normalization ?? PathNormalizationType.BASE;
  const spelling = OTHER_SPELLINGS[given === PathNormalizationType.DEFAULT ? PathNormalizationType.BASE : given];
  if (spelling === undefined) return;
  const risky = [...denied.filter(({ options }) => options.paths), ...allowed.filter(({ options }) => options.notPaths)];
  for (const { who, options } of risky) {
    const [name, paths] = options.notPaths && !options.paths ? ['notPaths', options.notPaths] : ['paths', options.paths ?? []];
    warnOnce(service, finding(
      `${who} by ${name} ${inSentence(paths.map((path) => `"${path}"`))}, and a spelling such as ${spelling} gets past it, if the application takes it for the same`,
      'Give the mesh pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES, or allow paths instead of denying them',
    ), 'A18');
  }
}

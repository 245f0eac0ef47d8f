import { InjectionSettings } from '../injection';
import { checkGatewayNamespaces } from './access/checks';
import { checkPods } from './data-plane/pod-checks';
import { warnOfScopes } from './data-plane/proxy-scope';
import { forgetGateways } from './data-plane/scoping';
import { checkWaitingPods } from './data-plane/waiting-pods';
import { checkGateways, gatewaysOf } from './gateway-checks';
import type { Mesh } from './mesh';
import { checkDialects } from './routing/dialect-checks';

/** All that can be wrong with a mesh as a whole, once everything is declared. */
export function checkMesh(mesh: Mesh, settings: InjectionSettings): string[] {
  forgetGateways(mesh);
  warnOfScopes(mesh);
  return [
    ...checkGateways(gatewaysOf(mesh)), ...checkGatewayNamespaces(mesh),
    ...checkPods(mesh, settings), ...checkWaitingPods(mesh, settings), ...checkDialects(mesh),
  ];
}

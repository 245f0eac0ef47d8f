import { Construct } from 'constructs';
import { meshContextOf } from './mesh-context';
import { gatewayFeatures, gatewayKind } from '../injection/gateway-class';
import { failure, listed } from '../reference/fail';

/*
 * What istiod is told of the proxies that it runs for a Gateway, and what it calls the objects that it makes for them.
 */

/** The annotation of a Gateway by which its Service is of another type. */
export const SERVICE_TYPE = 'networking.istio.io/service-type';

/** The label of the pods that istiod makes for a Gateway. */
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** Labels by which a revision, or a tag of it, runs the gateway. It must be one of the mesh. */
export function revisionLabels(scope: Construct, asked: string | undefined): { [name: string]: string } {
  const { installation } = meshContextOf(scope);
  const known = [installation.revision, ...(installation.values.revisionTags ?? [])];
  if (asked !== undefined && !known.includes(asked)) {
    throw failure(scope, `There is no revision "${asked}" in this mesh, whose revision and tags are ${listed(known)}`, 'Name one of these, or leave the revision out');
  }
  const revision = asked ?? installation.revision;
  return revision === 'default' ? {} : { 'istio.io/rev': revision };
}

/** Name of the account, the Deployment and the Service that istiod makes for a gateway. */
export function workloadName(scope: Construct, gateway: string, gatewayClass: string): string {
  const kind = gatewayKind(gatewayClass, [], gatewayFeatures(meshContextOf(scope).installation.values.env));
  if (kind === undefined) {
    throw failure(scope, `This mesh's istiod runs no Gateways of the class "${gatewayClass}"`, 'Set PILOT_ENABLE_AGENTGATEWAY in its environment, or use the class "istio"');
  }
  return kind.namedAfterClass ? `${gateway}-${gatewayClass}` : gateway;
}

import { IConstruct } from 'constructs';
import { failure } from '../reference/fail';

/** How the Service of a gateway can be reached (`spec.type`). An ExternalName has no pods. */
const SERVICE_TYPES: readonly string[] = ['LoadBalancer', 'NodePort', 'ClusterIP'];

/**
 * Refuses what is no type of a gateway's Service.
 *
 * @param scope the gateway
 * @param type the type; undefined where Istio's own holds
 * @param others further words that are taken where it stands
 */
export function checkServiceType(scope: IConstruct, type: string | undefined, ...others: readonly string[]): void {
  const known = [...SERVICE_TYPES, ...others];
  if (type !== undefined && !known.includes(type)) throw failure(scope, `"${type}" is not a type of Service`, `Use one of ${known.join(', ')}`);
}

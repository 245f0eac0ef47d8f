import { PortNumber } from '../../reference/port-number';
import { BackendRef } from '../../resources/gateway-api';

/** Where traffic goes: a service, or one version of it. */
export interface Destination {
  /** Full host name of the service. */
  readonly host: string;
  /** Name of the version; all of the service when undefined. */
  readonly subset?: string;
  /** Its share. */
  readonly weight: number;
}

/** Name of the Service that has the pods of one version alone. The Gateway API knows no subsets. */
export function versionServiceName(service: string, version: string): string {
  return `${service}-${version}`;
}

/** Destinations as backends of a rule: a single one takes all, and is written without a weight. */
export function renderBackends(namespace: string, port: number, to: readonly Destination[]): BackendRef[] {
  return to.map(({ host, subset, weight }) => {
    const [name, place] = host.split('.');
    return {
      name: subset === undefined ? name : versionServiceName(name, subset),
      ...(place !== namespace && { namespace: place }),
      port: PortNumber.of(port),
      ...(to.length > 1 && { weight }),
    };
  });
}

import type { ComponentName } from '../component-name';

/** A component as it is installed: what tells its objects from those of others. */
export interface Installed {
  readonly component: ComponentName;
  /** Name of a gateway. */
  readonly gateway?: string;
  /** Revision of the control plane; `default` and none are the same. */
  readonly revision?: string;
}

/** Where the fields of `k8s` go; none of what all revisions share has such a place. */
export interface Target {
  /** The kind of the component's workload. */
  readonly kind?: 'Deployment' | 'DaemonSet';
  /** The name of its objects. */
  readonly name?: string;
  /** The container that is patched. */
  readonly container?: string;
}

const TARGETS: Readonly<Record<ComponentName, Target>> = {
  Base: {},
  Pilot: { kind: 'Deployment', name: 'istiod', container: 'discovery' },
  IngressGateways: { kind: 'Deployment', name: 'istio-ingressgateway', container: 'istio-proxy' },
  EgressGateways: { kind: 'Deployment', name: 'istio-egressgateway', container: 'istio-proxy' },
  Cni: { kind: 'DaemonSet', name: 'istio-cni-node', container: 'install-cni' },
  Ztunnel: { kind: 'DaemonSet', name: 'ztunnel', container: 'istio-proxy' },
};

export function targetOf({ component, gateway, revision }: Installed): Target {
  const target = TARGETS[component];
  if (isGateway(component)) return gateway ? { ...target, name: gateway } : target;
  if (component !== 'Pilot' || !revision || revision === 'default') return target;
  return { ...target, name: `${target.name}-${revision}` };
}

export function isGateway(component: ComponentName): boolean {
  return component === 'IngressGateways' || component === 'EgressGateways';
}

/** Whether the number of its pods is a value of its chart, and not that of the nodes. */
export function isScaled(component: ComponentName): boolean {
  return TARGETS[component].kind === 'Deployment';
}

/** A component, by the name that it has below `components` of the installer's file. */
export type ComponentName = 'base' | 'pilot' | 'cni' | 'ztunnel' | 'ingressGateways' | 'egressGateways';

/** A component as it is installed: what tells its objects from those of others. */
export interface InstalledComponent {
  readonly component: ComponentName;
  /** Name of a gateway. */
  readonly name?: string;
  /** Revision of the control plane; `default` and none are the same. */
  readonly revision?: string;
}

/** Where the fields of `k8s` go. */
interface Target {
  /** The kind of the component's workload. */
  readonly kind?: 'Deployment' | 'DaemonSet';
  /** The name of its objects. */
  readonly name?: string;
  /** The container that is patched. */
  readonly container?: string;
  /** Where its values are, below `values`. */
  readonly root: readonly string[];
}

const TARGETS: Readonly<Record<ComponentName, Target>> = {
  base: { root: ['global'] },
  pilot: { kind: 'Deployment', name: 'istiod', container: 'discovery', root: ['pilot'] },
  cni: { kind: 'DaemonSet', name: 'istio-cni-node', container: 'install-cni', root: ['cni'] },
  ztunnel: { kind: 'DaemonSet', name: 'ztunnel', container: 'istio-proxy', root: ['ztunnel'] },
  ingressGateways: { kind: 'Deployment', name: 'istio-ingressgateway', container: 'istio-proxy', root: ['gateways', 'istio-ingressgateway'] },
  egressGateways: { kind: 'Deployment', name: 'istio-egressgateway', container: 'istio-proxy', root: ['gateways', 'istio-egressgateway'] },
};

export function targetOf({ component, name, revision }: InstalledComponent): Target {
  const target = TARGETS[component];
  if (isGateway(component)) return name ? { ...target, name } : target;
  if (component !== 'pilot' || !revision || revision === 'default') return target;
  return { ...target, name: `${target.name}-${revision}` };
}

export function valuesRoot(component: ComponentName): readonly string[] {
  return TARGETS[component].root;
}

export function isGateway(component: ComponentName): boolean {
  return component === 'ingressGateways' || component === 'egressGateways';
}

/** Whether the number of its pods is a value of its chart: there is one on each node, or a chart says how many. */
export function isScaled(component: ComponentName): boolean {
  return TARGETS[component].kind === 'Deployment';
}

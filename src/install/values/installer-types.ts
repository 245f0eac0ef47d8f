import { kubernetesShape } from './kubernetes-shape';
import type { Shape } from './shape-types';
import { memberOf } from '../../reference/json';

/*
 * What the installer asks of values beyond what their charts do. Two of its checks are left out, since no value that a chart can use
 * passes them: those of `podAntiAffinityLabelSelector` and `podAntiAffinityTermLabelSelector`, and that of `waypoint.nodeSelector`.
 */

/** Values that are types of Kubernetes, by message and field. */
const OF_KUBERNETES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CniValues: { affinity: 'Affinity', seccompProfile: 'SeccompProfile' },
  GlobalValues: { defaultTolerations: 'Toleration[]' },
  InjectorValues: { alwaysInjectSelector: 'LabelSelector[]', neverInjectSelector: 'LabelSelector[]' },
  InstallerGatewayValues: { tolerations: 'Toleration[]' },
  IstiodValues: {
    affinity: 'Affinity',
    seccompProfile: 'SeccompProfile',
    tolerations: 'Toleration[]',
    topologySpreadConstraints: 'TopologySpreadConstraint[]',
    volumeMounts: 'VolumeMount[]',
    volumes: 'Volume[]',
  },
  ProxyValues: { lifecycle: 'Lifecycle', seccompProfile: 'SeccompProfile' },
  WaypointValues: { affinity: 'Affinity', toleration: 'Toleration[]', topologySpreadConstraints: 'TopologySpreadConstraint[]' },
};

/** Amounts are text: the installer does not take `cpu: 2`, though charts and Kubernetes do. */
const AMOUNTS: Shape = { map: 'amount' };

/** Messages that the installer looks at no further, and what is in them. */
export const UNCHECKED: readonly string[] = ['ZtunnelValues'];

/** What the installer asks of a field, where it asks for more than schema/ says. */
export function installerType(message: string, field: string): Shape | undefined {
  if (message === 'ResourceValues') return AMOUNTS;
  const type: string | undefined = memberOf(memberOf(OF_KUBERNETES, message) ?? {}, field);
  if (type === undefined) return undefined;
  return type.endsWith('[]') ? { list: kubernetesShape(type.slice(0, -2)) } : kubernetesShape(type);
}

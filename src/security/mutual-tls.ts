import { Labels } from '../reference/labels';
import { MutualTLSMode, PeerAuthenticationSpec } from '../resources';

/** What workloads accept where no PeerAuthentication says otherwise. */
export const DEFAULT_MODE = MutualTLSMode.PERMISSIVE;

/** What the workloads of a service accept, where it is another thing than what holds in their namespace. */
export interface WorkloadModes {
  /** The mode of all ports without one of their own; as in the namespace when undefined. */
  readonly mode?: MutualTLSMode;
  /** Modes of single ports, by the number that they have in the pod. */
  readonly ports: ReadonlyMap<number, MutualTLSMode>;
}

/** The PeerAuthentication of a mesh, if it stands in the root namespace, or else of a namespace. */
export function renderNamespaceModes(mode: MutualTLSMode): PeerAuthenticationSpec {
  return { mtls: { mode } };
}

/** The PeerAuthentication of the workloads with these labels. */
export function renderWorkloadModes(selector: Labels, { mode, ports }: WorkloadModes): PeerAuthenticationSpec {
  const portLevelMtls = Object.fromEntries([...ports].map(([port, one]) => [String(port), { mode: one }]));
  return {
    selector: { matchLabels: { ...selector } },
    ...(mode !== undefined && { mtls: { mode } }),
    ...(ports.size > 0 && { portLevelMtls }),
  };
}

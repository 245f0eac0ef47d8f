/** Parts of an installation, by the names that the installer gives them, in the order in which they are applied. */
export type ComponentName = 'Base' | 'Pilot' | 'Cni' | 'Ztunnel' | 'IngressGateways' | 'EgressGateways';

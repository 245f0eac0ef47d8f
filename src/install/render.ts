import { renderBase } from './base';
import { renderIngress } from './gateways';
import { Installation } from './installation';
import { renderIstiod } from './istiod';
import { inOrder } from './order';
import { INSTALLER_RELEASE } from './release';
import { copy } from './values/tree';
import { Manifest } from '../reference/json';

/** A part of the installation, by the name that the installer gives it. */
export interface Component {
  readonly name: 'Base' | 'Pilot' | 'IngressGateways';
  /** Its objects, in an order in which they can be applied. */
  readonly objects: Manifest[];
}

/** All objects of the control plane, by component, in the order to apply. */
export function renderControlPlane(installation: Installation): Component[] {
  const { base, istiod, gateways, values, namespace, original } = installation;
  const release = { name: INSTALLER_RELEASE, namespace };
  const components: Component[] = [];
  if (base) components.push({ name: 'Base', objects: inOrder(renderBase(base, release)) });
  if (istiod) components.push({ name: 'Pilot', objects: copy(inOrder(renderIstiod(values, release, original))) });
  if (gateways.length > 0) {
    const objects = gateways.flatMap((gateway) => renderIngress(gateway.values, { name: INSTALLER_RELEASE, namespace: gateway.namespace }));
    components.push({ name: 'IngressGateways', objects: copy(inOrder(objects)) });
  }
  return components;
}

import { renderAutoscaler } from './autoscaler';
import { renderIngressGateway } from './gateways/ingress';
import { Installation, revisioned } from './installation';
import { renderConfigMaps } from './istiod/config-maps';
import { renderIstiodDeployment } from './istiod/deployment';
import { renderIstiodRbac } from './istiod/rbac';
import { renderIstiodService } from './istiod/service';
import { renderInjectorWebhook, renderValidatorWebhook } from './istiod/webhooks';
import { componentLabels, PART_OF_ISTIO } from './labels';
import { Manifest } from '../reference/json';
import { crdManifests } from '../resources/crds';

/** A part of the installation, by the name that the installer gives it. */
export interface Component {
  readonly name: 'Base' | 'Pilot' | 'IngressGateways';
  /** Its objects, in an order in which they can be applied. */
  readonly objects: Manifest[];
}

/** All objects of the control plane, by component, in the order to apply. */
export function renderControlPlane(installation: Installation): Component[] {
  const components: Component[] = [
    { name: 'Base', objects: renderBase(installation) },
    { name: 'Pilot', objects: renderPilot(installation) },
  ];
  if (installation.profile === 'default') {
    const { namespace } = installation;
    const name = 'istio-ingressgateway';
    components.push({
      name: 'IngressGateways',
      objects: renderIngressGateway(installation, { name, namespace, labels: { app: name, istio: 'ingressgateway' } }),
    });
  }
  return components;
}

/** What all revisions share: the kinds, and the account with which other clusters read this one. */
function renderBase({ namespace }: Installation): Manifest[] {
  return [
    ...crdManifests().map((crd) => ({ ...crd, metadata: { ...crd.metadata, labels: PART_OF_ISTIO } })),
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'istio-reader-service-account', namespace, labels: { app: 'istio-reader', ...componentLabels('istio-reader') } },
    },
  ];
}

function renderPilot(installation: Installation): Manifest[] {
  const name = revisioned('istiod', installation);
  const labels = { 'app': 'istiod', ...componentLabels('istiod'), 'istio.io/rev': installation.revision };
  return [
    ...renderIstiodRbac(installation),
    ...renderConfigMaps(installation),
    renderIstiodDeployment(installation),
    renderAutoscaler({ name, namespace: installation.namespace, labels }, installation.values),
    renderIstiodService(installation),
    renderValidatorWebhook(installation),
    renderInjectorWebhook(installation),
  ];
}

import { INGRESS_GATEWAY } from './gateway-shape';
import { GLOBAL } from './global-shape';
import { PILOT } from './pilot-shape';
import { fields, list, map, Shape } from './shape';
import { MESH_CONFIG } from '../mesh-config/shape';

/*
 * Everything that an installation may be asked for. What Istio's installer knows and this library does not render yet is
 * listed as such, so that it is refused as unfinished and not as a mistake.
 */

const TELEMETRY: Shape = fields({
  enabled: 'boolean',
  v2: fields({
    enabled: 'boolean',
    prometheus: fields({ enabled: 'boolean' }),
    stackdriver: fields({ enabled: 'boolean' }),
  }),
});

const INJECTOR: Shape = fields({
  enableNamespacesByDefault: 'boolean',
  reinvocationPolicy: ['Never', 'IfNeeded'],
  rewriteAppHTTPProbe: 'boolean',
  // These change what a pod gets, and the injection at synthesis does not ask for them yet.
  neverInjectSelector: 'later',
  alwaysInjectSelector: 'later',
  injectedAnnotations: 'later',
  injectionURL: 'later',
  templates: 'later',
  defaultTemplates: 'later',
});

const VALUES: Shape = fields({
  base: fields({
    excludedCRDs: list('string'),
    validationURL: 'string',
    validationCABundle: 'string',
    enableCRDTemplates: 'later',
    enableIstioConfigCRDs: 'later',
    validateGateway: 'later',
  }),
  gateways: fields({
    'istio-ingressgateway': INGRESS_GATEWAY,
    'istio-egressgateway': 'later',
    'enabled': 'later',
    'securityContext': 'later',
    'seccompProfile': 'later',
  }),
  global: GLOBAL,
  pilot: PILOT,
  telemetry: TELEMETRY,
  sidecarInjectorWebhook: INJECTOR,
  revision: 'string',
  revisionTags: list('string'),
  meshConfig: MESH_CONFIG,
  defaultRevision: 'string',
  cni: 'later',
  compatibilityVersion: 'later',
  experimental: 'later',
  gatewayClasses: 'later',
  istio_cni: 'later',
  istiodRemote: 'later',
  ownerName: 'later',
  platform: 'later',
  profile: 'later',
  ztunnel: 'later',
});

const COMPONENTS: Shape = fields({
  base: fields({ enabled: 'boolean', k8s: 'later' }),
  pilot: fields({ enabled: 'boolean', namespace: 'string', hub: 'string', tag: 'scalar', k8s: 'later' }),
  ingressGateways: list(fields({
    name: 'string',
    enabled: 'boolean',
    namespace: 'string',
    label: map('string'),
    tag: 'scalar',
    hub: 'later',
    k8s: 'later',
  })),
  egressGateways: 'later',
  cni: 'later',
  istiodRemote: 'later',
  ztunnel: 'later',
});

/** The whole of a request. */
export const REQUEST: Shape = fields({
  profile: 'string',
  hub: 'string',
  tag: 'text',
  revision: 'string',
  meshConfig: MESH_CONFIG,
  components: COMPONENTS,
  values: VALUES,
  compatibilityVersion: 'later',
  installPackagePath: 'later',
  namespace: 'later',
  unvalidatedValues: 'later',
});

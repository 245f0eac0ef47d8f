import { memberOf, Manifest } from '../reference/json';

/** What istiod does with Gateways of a class. */
export interface GatewayKind {
  /** Name of the controller, as a GatewayClass names it. */
  readonly controller: string;
  /** The same, as a label says it. */
  readonly label: string;
  /** Name of the template from which it is deployed; none where istiod deploys nothing. */
  readonly template?: string;
  /** Type of its Service unless the Gateway asks for another. */
  readonly serviceType: 'LoadBalancer' | 'ClusterIP';
  /** Whether the objects are called after the class too. */
  readonly namedAfterClass: boolean;
  /** What istiod must be told to know it. */
  readonly needs?: 'waypoints' | 'multiNetwork' | 'agentgateway' | 'agentgatewayWaypoints';
}

const INGRESS: GatewayKind = {
  controller: 'istio.io/gateway-controller',
  label: 'istio.io-gateway-controller',
  template: 'kube-gateway',
  serviceType: 'LoadBalancer',
  namedAfterClass: true,
};

const WAYPOINT: GatewayKind = {
  controller: 'istio.io/mesh-controller',
  label: 'istio.io-mesh-controller',
  template: 'waypoint',
  serviceType: 'ClusterIP',
  namedAfterClass: false,
  needs: 'waypoints',
};

/** The classes that istiod brings, by name. */
const KINDS: Readonly<Record<string, GatewayKind>> = {
  'istio': INGRESS,
  'istio-remote': { controller: 'istio.io/unmanaged-gateway', label: '', serviceType: 'LoadBalancer', namedAfterClass: true },
  'istio-waypoint': WAYPOINT,
  'istio-east-west': {
    ...WAYPOINT,
    controller: 'istio.io/eastwest-controller',
    label: 'istio.io-eastwest-controller',
    serviceType: 'LoadBalancer',
    needs: 'multiNetwork',
  },
  'istio-agentgateway': {
    ...INGRESS,
    controller: 'istio.io/agentgateway-controller',
    template: 'agentgateway',
    namedAfterClass: false,
    needs: 'agentgateway',
  },
  'istio-agentgateway-waypoint': {
    ...WAYPOINT,
    controller: 'istio.io/agentgateway-waypoint-controller',
    label: 'istio.io-agentgateway-waypoint-controller',
    template: 'agentgateway-waypoint',
    needs: 'agentgatewayWaypoints',
  },
};

/** Names of the classes that istiod deploys. */
export const DEPLOYED_CLASSES: readonly string[] = Object.keys(KINDS).filter((name) => KINDS[name].template !== undefined);

/** What istiod was told in its environment, as far as Gateways hang on it. */
export interface GatewayFeatures {
  readonly ambient: boolean;
  readonly waypoints: boolean;
  readonly multiNetwork: boolean;
  readonly agentgateway: boolean;
  readonly agentgatewayWaypoints: boolean;
  /** Whether labels and annotations of a Gateway go to what is made of it. */
  readonly copiesMetadata: boolean;
  /** Whether listeners with TLS take HTTP/3. */
  readonly quic: boolean;
  /** Whether a Gateway may name an address that something else serves. */
  readonly manualDeployment: boolean;
}

const FACTS: Readonly<Record<string, boolean>> = {
  PILOT_ENABLE_AMBIENT: false,
  PILOT_ENABLE_AMBIENT_WAYPOINTS: true,
  AMBIENT_ENABLE_MULTI_NETWORK: false,
  PILOT_ENABLE_AGENTGATEWAY: false,
  PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS: true,
  PILOT_ENABLE_QUIC_LISTENERS: false,
  ENABLE_GATEWAY_API_MANUAL_DEPLOYMENT: true,
};

/** What a variable of istiod's environment says; as Istio has it where nobody set it, or set it to what is neither true nor false. */
function flag(env: Readonly<Record<string, unknown>>, name: string): boolean {
  const text = String(memberOf(env, name) ?? '');
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : FACTS[name];
}

/** What an environment of istiod says. Without ambient mode, nothing of it is there. */
export function gatewayFeatures(env: Readonly<Record<string, unknown>> = {}): GatewayFeatures {
  const ambient = flag(env, 'PILOT_ENABLE_AMBIENT');
  const waypoints = ambient && flag(env, 'PILOT_ENABLE_AMBIENT_WAYPOINTS');
  const agentgateway = flag(env, 'PILOT_ENABLE_AGENTGATEWAY');
  return {
    ambient,
    waypoints,
    multiNetwork: ambient && flag(env, 'AMBIENT_ENABLE_MULTI_NETWORK'),
    agentgateway,
    agentgatewayWaypoints: agentgateway && waypoints,
    copiesMetadata: flag(env, 'PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS'),
    quic: flag(env, 'PILOT_ENABLE_QUIC_LISTENERS'),
    manualDeployment: flag(env, 'ENABLE_GATEWAY_API_MANUAL_DEPLOYMENT'),
  };
}

/** What istiod does with a Gateway of a class: as the class's object says, or else as its own classes are. */
export function gatewayKind(className: string, classes: readonly Manifest[], features: GatewayFeatures): GatewayKind | undefined {
  const declared = classes.find(({ metadata }) => metadata.name === className);
  const kind = declared
    ? Object.values(KINDS).find(({ controller }) => controller === declared.spec?.controllerName)
    : memberOf(KINDS, className) as GatewayKind | undefined;
  return kind?.needs !== undefined && !features[kind.needs] ? undefined : kind;
}

import { imageUrl, meshConfigFor, podContext, PodContext, tagFor } from './context';
import { gatewayFeatures, GatewayFeatures, GatewayKind, gatewayKind } from './gateway-class';
import { GatewayInput } from './gateway-input';
import { GatewayOverlay, withOverlays } from './gateway-overlays';
import { gatewayPorts } from './gateway-ports';
import { GATEWAY_TEMPLATES } from './model';
import { proxyIds } from './namespace';
import { evaluate } from './node';
import { byAge, effectiveProxyConfig } from './proxy-configs';
import { askSelector } from './selector';
import { InjectionSettings } from './settings';
import { isMap, JsonObject, Manifest, memberOf } from '../reference/json';

/** What became of a Gateway. */
export interface GatewayOutcome {
  /** Whether istiod would deploy it. */
  readonly deployed: boolean;
  /** Why, or why not. */
  readonly reason: string;
  /** What is made of it: an account, a Deployment, a Service, and an autoscaler or disruption budget where an overlay is for one. */
  readonly objects: Manifest[];
}

const ANNOTATIONS = {
  name: 'gateway.istio.io/name-override',
  serviceAccount: 'gateway.istio.io/service-account',
  serviceType: 'networking.istio.io/service-type',
  controllerVersion: 'gateway.istio.io/controller-version',
};
const REVISION = 'istio.io/rev';
const DATAPLANE_MODE = 'istio.io/dataplane-mode';
const NETWORK = 'topology.istio.io/network';
const CLASS_DEFAULTS = 'gateway.istio.io/defaults-for-class';
/** What istiod calls the way in which it deploys Gateways now; of another version it leaves a Gateway alone. */
const CONTROLLER_VERSION = 5;

/**
 * What istiod deploys for a Gateway of the Gateway API.
 *
 * @param gateway the Gateway, with its namespace
 * @param settings what the injector knows of the mesh
 * @param cluster what else counts: the Gateway's Namespace, ConfigMaps that are laid over what is made, GatewayClasses, ListenerSets,
 *   ProxyConfigs; other objects may be among them
 * @throws if what is laid over does not fit, or is named and not there
 */
export function deployGateway(gateway: Manifest, settings: InjectionSettings, cluster: readonly Manifest[] = []): GatewayOutcome {
  const features = gatewayFeatures(settings.values.pilot?.env);
  const kind = gatewayKind(gateway.spec.gatewayClassName, ofKind(cluster, 'GatewayClass'), features);
  const reason = whyNot(gateway, kind, features, settings, cluster);
  if (reason !== undefined) return { deployed: false, reason, objects: [] };
  const { template, label } = kind as GatewayKind;
  const context = gatewayContext(gateway, kind as GatewayKind, features, settings, cluster);
  const overlays = overlaysOf(gateway, settings, cluster);
  const managed = (kind as GatewayKind).controller.replaceAll('/', '-');
  const objects = GATEWAY_TEMPLATES[template as string].flatMap((model) => {
    const object = withOverlays(evaluate(model, context), overlays);
    if (object === undefined) return [];
    const { metadata } = object;
    return [{ ...object, metadata: { ...metadata, labels: { ...metadata.labels, 'gateway.istio.io/managed': managed } } }];
  });
  return { deployed: true, reason: `class "${gateway.spec.gatewayClassName}" is of ${label}`, objects };
}

function ofKind(cluster: readonly Manifest[], kind: string): Manifest[] {
  return cluster.filter((object) => object.kind === kind);
}

function namespaceOf(name: string | undefined, cluster: readonly Manifest[]): Manifest | undefined {
  return ofKind(cluster, 'Namespace').find(({ metadata }) => metadata.name === name);
}

/** Why istiod leaves a Gateway alone; undefined where it does not. */
function whyNot(
  gateway: Manifest, kind: GatewayKind | undefined, features: GatewayFeatures, settings: InjectionSettings, cluster: readonly Manifest[],
): string | undefined {
  const { gatewayClassName, addresses = [] } = gateway.spec;
  if (kind === undefined) return `no controller of this control plane knows the class "${gatewayClassName}"`;
  const revision = chosenRevision(gateway, cluster);
  if (revision !== undefined && !revisionsOf(settings).includes(revision || 'default')) {
    return `the Gateway belongs to revision "${revision || 'default'}", and this is "${settings.revision || 'default'}"`;
  }
  if (kind.template === undefined) return `nothing is deployed for the class "${gatewayClassName}"`;
  if (features.manualDeployment && addresses.length > 0 && (addresses.length > 1 || (addresses[0].type ?? 'IPAddress') !== 'IPAddress')) {
    return 'spec.addresses says that something else serves it';
  }
  const version = memberOf(gateway.metadata.annotations ?? {}, ANNOTATIONS.controllerVersion);
  if (version !== undefined && !(/^[-+]?\d+$/.test(version) && Number(version) <= CONTROLLER_VERSION)) {
    return `annotation ${ANNOTATIONS.controllerVersion} says that another version of istiod has it: "${version}"`;
  }
  return undefined;
}

/** The revision that a Gateway or its namespace asks for; undefined where the namespace is not known. */
function chosenRevision({ metadata }: Manifest, cluster: readonly Manifest[]): string | undefined {
  const own = memberOf(metadata.labels ?? {}, REVISION);
  if (own !== undefined) return own;
  const namespace = namespaceOf(metadata.namespace, cluster);
  return namespace && (memberOf(namespace.metadata.labels ?? {}, REVISION) ?? '');
}

function revisionsOf(settings: InjectionSettings): string[] {
  return [settings.revision || 'default', ...(settings.revisionTags ?? [])];
}

function gatewayContext(
  gateway: Manifest, kind: GatewayKind, features: GatewayFeatures, settings: InjectionSettings, cluster: readonly Manifest[],
): PodContext {
  const { name, namespace = 'default', annotations = {} } = gateway.metadata;
  const input = gatewayInput(gateway, kind, features, settings, cluster);
  // The proxy's own annotation does not count here: only the mesh and ProxyConfigs configure gateways.
  const labels = { 'gateway.networking.k8s.io/gateway-name': name };
  const proxyConfig = effectiveProxyConfig(meshConfigFor({}, settings), { namespace, labels }, cluster, settings.revision);
  const context = podContext(
    { metadata: gateway.metadata.labels ? { labels: gateway.metadata.labels } : {} },
    { typeMeta: { apiVersion: 'apps/v1', kind: 'Deployment' }, owner: { name: input.deploymentName, namespace } },
    settings,
    { name: namespace },
  );
  return {
    ...context,
    annotations,
    proxyConfig,
    proxyIds: proxyIds({ name: namespace, annotations: namespaceOf(namespace, cluster)?.metadata.annotations }),
    proxyImage: imageUrl(settings.values, annotations, settings.values.global?.proxy?.image, proxyConfig.image?.imageType),
    gateway: { ...input, name, agentgatewayImage: agentgatewayImage(settings.values, annotations, proxyConfig) },
  };
}

function gatewayInput(
  gateway: Manifest, kind: GatewayKind, features: GatewayFeatures, settings: InjectionSettings, cluster: readonly Manifest[],
): Omit<GatewayInput, 'agentgatewayImage'> {
  const { name, namespace = 'default', uid, annotations = {} } = gateway.metadata;
  const { gatewayClassName, addresses = [], infrastructure = {} } = gateway.spec;
  const usual = kind.namedAfterClass ? `${name}-${gatewayClassName}` : name;
  const given = (annotation: string): string | undefined => memberOf(annotations, annotation);
  return {
    name,
    namespace,
    ...(uid !== undefined && { uid }),
    gatewayClass: gatewayClassName,
    deploymentName: given(ANNOTATIONS.name) || usual,
    serviceAccount: given(ANNOTATIONS.serviceAccount) || usual,
    ports: gatewayPorts([...(gateway.spec.listeners ?? []), ...listenersOfSets(gateway, cluster)], features.quic),
    serviceType: given(ANNOTATIONS.serviceType) ?? kind.serviceType,
    clusterId: settings.values.global?.multiCluster?.clusterName || 'Kubernetes',
    infrastructureLabels: withDefaults(infrastructureMetadata(gateway, 'labels', features), gateway, features, settings),
    infrastructureAnnotations: infrastructureMetadata(gateway, 'annotations', features),
    controllerLabel: kind.label,
    addresses: addresses.map(({ value }: JsonObject) => value),
  };

  function infrastructureMetadata(of: Manifest, field: 'labels' | 'annotations', { copiesMetadata }: GatewayFeatures): Record<string, string> {
    const own: Record<string, string> | undefined = infrastructure[field];
    // Names of the Gateway API's own are about the Gateway.
    if (own) return Object.fromEntries(Object.entries(own).filter(([key]) => !key.startsWith('gateway.networking.k8s.io/')));
    return copiesMetadata ? { ...of.metadata[field] } : {};
  }
}

/** Labels that follow from the class: ambient mode passes gateways by, and waypoints belong to the network of their control plane. */
function withDefaults(
  labels: Record<string, string>, gateway: Manifest, features: GatewayFeatures, settings: InjectionSettings,
): Record<string, string> {
  const own: JsonObject = gateway.metadata.labels ?? {};
  const isWaypoint = gateway.spec.gatewayClassName.includes('waypoint');
  const isEastWest = gateway.spec.gatewayClassName.includes('east-west');
  const isCaptured = Object.hasOwn(own, DATAPLANE_MODE) || Object.hasOwn(labels, DATAPLANE_MODE);
  const network = settings.values.global?.network;
  return {
    ...labels,
    ...(features.waypoints && !isWaypoint && !isEastWest && !isCaptured && { [DATAPLANE_MODE]: 'none' }),
    ...(network && (isWaypoint || isEastWest) && !Object.hasOwn(own, NETWORK) && { [NETWORK]: network }),
  };
}

/** Listeners of the ListenerSets that the Gateway takes. */
function listenersOfSets(gateway: Manifest, cluster: readonly Manifest[]): JsonObject[] {
  return ofKind(cluster, 'ListenerSet')
    .filter(({ metadata, spec }) => spec.parentRef?.name === gateway.metadata.name
      && (spec.parentRef.namespace ?? metadata.namespace) === gateway.metadata.namespace
      && takesSetsFrom(metadata.namespace, gateway, cluster))
    .flatMap(({ spec }) => spec.listeners ?? []);
}

function takesSetsFrom(namespace: string | undefined, gateway: Manifest, cluster: readonly Manifest[]): boolean {
  const allowed = gateway.spec.allowedListeners?.namespaces;
  if (!allowed) return false;
  switch (allowed.from ?? 'Selector') {
    case 'All': return true;
    case 'Same': return namespace === gateway.metadata.namespace;
    case 'Selector': {
      const found = namespaceOf(namespace, cluster);
      if (!found || !allowed.selector) return false;
      const labels = { ...found.metadata.labels, 'kubernetes.io/metadata.name': found.metadata.name };
      return ['matches', 'empty'].includes(askSelector(allowed.selector, labels));
    }
    default: return false;
  }
}

function agentgatewayImage(values: JsonObject, annotations: JsonObject, proxyConfig: JsonObject): string {
  const { hub, tag, variant } = values.global ?? {};
  const configured: string = proxyConfig.image ? proxyConfig.image.imageType ?? '' : variant ?? '';
  const type: string = memberOf(annotations, 'gateway.istio.io/agentgatewayImage') ?? configured;
  return `${hub}/agentgateway:${tagFor(String(tag ?? ''), type)}`;
}

/** What is laid over the objects: first what goes for the class, then what the Gateway names. */
function overlaysOf(gateway: Manifest, settings: InjectionSettings, cluster: readonly Manifest[]): GatewayOverlay[] {
  const maps = ofKind(cluster, 'ConfigMap');
  const root: string = settings.values.global?.istioNamespace || 'istio-system';
  const isOfClass = ({ metadata }: Manifest): boolean => metadata.labels?.[CLASS_DEFAULTS] === gateway.spec.gatewayClassName;
  const [ofClass] = maps.filter((one) => one.metadata.namespace === root && isOfClass(one)).sort(byAge);
  const overlay = ({ metadata, data = {} }: Manifest): GatewayOverlay => ({ source: `ConfigMap ${metadata.namespace}/${metadata.name}`, data });
  const reference: unknown = gateway.spec.infrastructure?.parametersRef;
  return [...(ofClass ? [overlay(ofClass)] : []), ...(isMap(reference) ? [overlay(named(reference, gateway, maps))] : [])];
}

function named(reference: JsonObject, { metadata }: Manifest, maps: readonly Manifest[]): Manifest {
  const { group = '', kind, name } = reference;
  if (kind !== 'ConfigMap' || group !== '') {
    throw new Error(`spec.infrastructure.parametersRef names ${[group, kind].filter((part) => part).join('/')} "${name}". Name a ConfigMap: istiod reads nothing else.`);
  }
  const found = maps.find((map) => map.metadata.name === name && map.metadata.namespace === metadata.namespace);
  if (!found) {
    const place = 'spec.infrastructure.parametersRef';
    throw new Error(`${place} names the ConfigMap "${name}", and there is none in namespace "${metadata.namespace}". Add it, or remove the reference.`);
  }
  return found;
}

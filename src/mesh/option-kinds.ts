import { proxy } from './data-plane/proxy-option-kinds';
import { InjectionTime } from './data-plane/proxy-options';
import { MeshScoping } from './data-plane/scoping';
import type { ExternalServiceOptions } from './external/external-service';
import type { MeshIngressGatewayOptions, MeshProps } from './mesh-props';
import { MeshNamespaceOptions } from './namespace-options';
import { enrollment } from './service/service-option-kinds';
import { INGRESS_GATEWAY } from '../gateway/gateway-option-kinds';
import { duration, flag, having, labels, mapOf, oneOf, OptionKinds, ports, struct, structOf, text, texts } from '../reference/option-kinds';
import { MutualTLSMode, PathNormalizationType, ServiceEntryResolution } from '../resources';
import { Posture } from '../security/posture';
import { TrafficDefaults } from '../traffic/defaults';
import { loadBalancer } from '../traffic/policy-option-kinds';
import { RouteDialect } from '../traffic/route-dialect';
import { RETRIES } from '../traffic/route-option-kinds';

const DEFAULTS: OptionKinds<TrafficDefaults> = {
  timeout: duration, retries: structOf(RETRIES), outlierDetection: struct, connectionPool: struct, loadBalancer,
};

const SCOPING: OptionKinds<MeshScoping> = { exportTo: flag, discoverySelectors: flag, gatewayClusters: flag };

export const MESH: OptionKinds<MeshProps> = {
  posture: oneOf(Posture),
  mutualTls: oneOf(MutualTLSMode),
  revision: text,
  hub: text,
  tag: text,
  meshConfig: struct,
  defaults: structOf(DEFAULTS),
  trustDomain: text,
  trustDomainAliases: texts,
  certificateAuthority: having('_kind', 'a CertificateAuthority'),
  dnsCapture: flag,
  pilotEnv: mapOf(text),
  ambient: flag,
  controlPlane: flag,
  access: having('allowsEverything', 'an AccessPolicy, such as AccessPolicy.nothing()'),
  dryRun: flag,
  pathNormalization: oneOf(PathNormalizationType),
  routeDialect: oneOf(RouteDialect),
  scoping: structOf(SCOPING),
};

export const NAMESPACE: OptionKinds<MeshNamespaceOptions> = {
  enrollment,
  injectionTime: oneOf(InjectionTime),
  proxy,
  mutualTls: oneOf(MutualTLSMode),
  dryRun: flag,
  defaults: structOf(DEFAULTS),
  labels,
  createNamespace: flag,
};

export const EXTERNAL_SERVICE: OptionKinds<ExternalServiceOptions> = {
  hosts: texts,
  ports,
  resolution: oneOf(ServiceEntryResolution),
  endpoints: texts,
  addresses: texts,
  originateTls: having('adds', 'a TlsOrigination, such as TlsOrigination.simple()'),
  routeDialect: oneOf(RouteDialect),
};

export const MESH_INGRESS_GATEWAY: OptionKinds<MeshIngressGatewayOptions> = { ...INGRESS_GATEWAY, namespace: text };

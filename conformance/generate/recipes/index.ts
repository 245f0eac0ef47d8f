import { envoyFilter } from './envoy-filter';
import { telemetry, trafficExtension, wasmPlugin } from './extensions';
import { destinationRule, gateway, proxyConfig, serviceEntry, sidecar, workloadEntry, workloadGroup } from './networking';
import { authorizationPolicy, peerAuthentication, requestAuthentication } from './security';
import { virtualService } from './virtual-service';
import { Draw } from '../draw';

/** For each kind a spec that means something. */
export const RECIPES: Readonly<Record<string, (draw: Draw) => object>> = {
  AuthorizationPolicy: authorizationPolicy,
  DestinationRule: destinationRule,
  EnvoyFilter: envoyFilter,
  Gateway: gateway,
  PeerAuthentication: peerAuthentication,
  ProxyConfig: proxyConfig,
  RequestAuthentication: requestAuthentication,
  ServiceEntry: serviceEntry,
  Sidecar: sidecar,
  Telemetry: telemetry,
  TrafficExtension: trafficExtension,
  VirtualService: virtualService,
  WasmPlugin: wasmPlugin,
  WorkloadEntry: workloadEntry,
  WorkloadGroup: workloadGroup,
};

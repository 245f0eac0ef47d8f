import { JsonObject } from '../../../reference/json';
import { Findings, Place } from '../findings';
import { checkAnnotations } from './common/metadata';

/**
 * What Istio's admission webhook checks of a kind beyond its CRD.
 *
 * @param object the object after decoding: canonical field names, enums as words, numbers as numbers
 * @param spec its `spec`; an empty map where there is none
 * @param place the place of `spec`
 * @param findings where to say what is wrong
 */
export type AdmissionCheck = (object: JsonObject, spec: JsonObject, place: Place, findings: Findings) => void;

/* eslint-disable @typescript-eslint/no-require-imports */
/** The checks, each loaded when its kind is first met. */
const CHECKS: Readonly<Record<string, () => AdmissionCheck>> = {
  AuthorizationPolicy: () => require('./authorization-policy').checkAuthorizationPolicy,
  DestinationRule: () => require('./destination-rule').checkDestinationRule,
  EnvoyFilter: () => require('./envoy-filter').checkEnvoyFilter,
  Gateway: () => require('./gateway').checkGateway,
  PeerAuthentication: () => require('./peer-authentication').checkPeerAuthentication,
  ProxyConfig: () => require('./proxy-config').checkProxyConfig,
  RequestAuthentication: () => require('./request-authentication').checkRequestAuthentication,
  ServiceEntry: () => require('./service-entry').checkServiceEntry,
  Sidecar: () => require('./sidecar').checkSidecar,
  Telemetry: () => require('./telemetry').checkTelemetry,
  TrafficExtension: () => require('./traffic-extension').checkTrafficExtension,
  VirtualService: () => require('./virtual-service').checkVirtualService,
  WasmPlugin: () => require('./wasm-plugin').checkWasmPlugin,
  WorkloadEntry: () => require('./workload-entry').checkWorkloadEntry,
  WorkloadGroup: () => require('./workload-group').checkWorkloadGroup,
};

/** The check of a kind of Istio's; nothing for a kind that the webhook takes as it is. */
export function admissionCheck(kind: string): AdmissionCheck | undefined {
  const check = CHECKS[kind]?.();
  return check && ((object, spec, place, findings) => {
    if (checkAnnotations(object, findings)) check(object, spec, place, findings);
  });
}

import { MutualTLSMode, MeshOutboundMode } from '../resources';

/** How strictly a mesh holds its workloads to what was declared. */
export enum Posture {
  /**
   * Only what is declared works. Mutual TLS is STRICT in the whole mesh; an empty AuthorizationPolicy in the root namespace
   * denies every call, and each `calls()` adds the ALLOW rule for its edge; the outbound mode is REGISTRY_ONLY; a Sidecar
   * resource limits each proxy's configuration to what its workload calls.
   */
  ZERO_TRUST = 'zero-trust',
  /**
   * The policies of ZERO_TRUST in dry-run (`istio.io/dry-run`): they are counted and logged, and deny nothing. What has no
   * dry-run stays as Istio has it: mutual TLS PERMISSIVE, outbound ALLOW_ANY, no Sidecar scope.
   */
  AUDIT = 'audit',
  /** Istio's own defaults: no policy, mutual TLS where both sides can, every host can be called. */
  OPEN = 'open',
}

/** What a posture means, field by field. */
export interface PostureFields {
  /** `spec.mtls.mode` of the mesh-wide PeerAuthentication; Istio's default, PERMISSIVE, when undefined. */
  readonly mtlsMode?: MutualTLSMode;
  /** Whether calls need an ALLOW rule. */
  readonly policies: boolean;
  /** Whether policies carry `istio.io/dry-run: "true"`. */
  readonly dryRun: boolean;
  /** `outboundTrafficPolicy.mode` of the mesh configuration; Istio's default when undefined. */
  readonly outboundMode?: MeshOutboundMode;
  /** Whether proxies get a Sidecar scope. */
  readonly scopes: boolean;
}

/** The fields that a posture sets. */
export function postureFields(posture: Posture): PostureFields {
  switch (posture) {
    case Posture.ZERO_TRUST:
      return { mtlsMode: MutualTLSMode.STRICT, policies: true, dryRun: false, outboundMode: MeshOutboundMode.REGISTRY_ONLY, scopes: true };
    case Posture.AUDIT:
      return { policies: true, dryRun: true, outboundMode: MeshOutboundMode.ALLOW_ANY, scopes: false };
    case Posture.OPEN:
      return { policies: false, dryRun: false, scopes: false };
  }
}

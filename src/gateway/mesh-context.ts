import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Installation } from '../install';
import { failure } from '../reference/fail';
import { CertificateAuthority } from '../security/certificate-authority';
import { ExternalAuthorizer } from '../security/external-authorizer';
import { PostureFields } from '../security/posture';

const KEY = 'cdk8s-istio/mesh-context';

/** What a construct has to know of the mesh that it is part of. */
export interface MeshContext {
  /** The control plane's merged values. */
  readonly installation: Installation;
  /** What the mesh's posture means. */
  readonly posture: PostureFields;
  /** Trust domain of the mesh's identities. */
  readonly trustDomain: string;
  /** Whether the nodes can take the traffic of pods. */
  readonly ambient: boolean;
  /** Who signs the certificates of workloads, where it is not istiod by itself. */
  readonly certificateAuthority?: CertificateAuthority;
  /** Domain of the cluster's Services. */
  readonly clusterDomain: string;
  /** Writes an external authorizer to the mesh configuration, for somebody who has it asked. */
  readonly useAuthorizer: (scope: IConstruct, authorizer: ExternalAuthorizer) => void;
}

/** Hands the context to a construct and all below it; to be called before it has children. */
export function provideMeshContext(scope: IConstruct, context: MeshContext): void {
  scope.node.setContext(KEY, context);
}

/** Whether a construct is part of another mesh than that with this control plane; what is in no mesh may belong to any. */
export function isOfOtherMesh(scope: IConstruct, installation: Installation): boolean {
  const context: MeshContext | undefined = scope.node.tryGetContext(KEY);
  return context !== undefined && context.installation !== installation;
}

/** The namespace in which a gateway is created. */
export function namespaceOfGateway(gateway: IConstruct): string {
  const { namespace } = Chart.of(gateway);
  if (namespace === undefined) {
    throw failure(gateway, 'The gateway has no namespace', 'Create it in a namespace of a mesh: mesh.addNamespace("…")');
  }
  return namespace;
}

/** The context of the mesh that a construct is part of. */
export function meshContextOf(scope: IConstruct): MeshContext {
  const context = scope.node.tryGetContext(KEY);
  if (!context) {
    throw failure(scope, 'This is not part of a mesh', 'Create it inside a namespace of a mesh: mesh.addNamespace("…")');
  }
  return context;
}

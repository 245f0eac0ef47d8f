import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { MeshProps } from './mesh-props';
import { Installation, renderControlPlane, resolveInstall } from '../install';
import { merge } from '../install/values/tree';
import { JsonObject, Manifest } from '../reference/json';
import { scopingSettings } from './data-plane/scoping';
import { DeclaredMeshConfig } from './declared-mesh-config';
import { renderTrust } from './mutual-tls/trust';
import { PostureFields } from '../security/posture';
import { renderMeshDefaults } from '../traffic/defaults';

/**
 * What is installed of a mesh: the values that its charts are rendered from.
 *
 * @throws if a value is one that Istio refuses, with the path of the mesh
 */
export function installationOf(mesh: IConstruct, posture: PostureFields, props: MeshProps): Installation {
  const { outboundMode, policies, dryRun } = posture;
  try {
    if (props.tag === 'latest') throw new Error('The tag "latest" is a different image every day. Give the tag of a release, such as 1.31.4.');
    return resolveInstall({
      profile: props.ambient ? 'ambient' : 'minimal',
      revision: props.revision,
      values: merge(props.certificateAuthority?._values ?? {}, props.pilotEnv ? { pilot: { env: { ...props.pilotEnv } } } : {}),
      set: [
        ...scopingSettings(props.scoping ?? {}),
        ...(props.hub === undefined ? [] : [`hub=${props.hub}`]),
        ...(props.tag === undefined ? [] : [`tag=${props.tag}`]),
        // Without it, istiod keeps policies that are tried out from the proxies of nodes.
        ...(props.ambient && policies && dryRun ? ['values.pilot.env.AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY=true'] : []),
      ],
      meshConfig: {
        ...(outboundMode && { outboundTrafficPolicy: { mode: outboundMode } }),
        ...(props.pathNormalization && { pathNormalization: { normalization: props.pathNormalization } }),
        ...renderMeshDefaults(props.defaults ?? {}),
        ...renderTrust(props),
        ...withDnsCapture(props),
      },
    });
  } catch (error) {
    throw new Error(`[${mesh.node.path}] ${(error as Error).message}`);
  }
}

/** The mesh configuration that was asked for, in which proxies answer what is asked of DNS where that is wanted. */
function withDnsCapture({ meshConfig, dnsCapture }: MeshProps): JsonObject {
  if (!dnsCapture) return { ...meshConfig };
  const proxyMetadata = { ...meshConfig?.defaultConfig?.proxyMetadata, ISTIO_META_DNS_CAPTURE: 'true' };
  return { ...meshConfig, defaultConfig: { ...meshConfig?.defaultConfig, proxyMetadata } };
}

/** Writes the control plane: the CRDs into a chart of their own, which is applied first. */
export function writeControlPlane(crds: Chart, system: Chart, installation: Installation, config: DeclaredMeshConfig): void {
  write(system, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: installation.namespace } });
  for (const manifest of renderControlPlane(installation).flatMap(({ objects }) => objects)) {
    write(manifest.kind === 'CustomResourceDefinition' ? crds : system, config.inManifest(manifest));
  }
}

function write(chart: Chart, manifest: Manifest): void {
  new ApiObject(chart, `${manifest.kind}-${manifest.metadata.namespace ?? ''}-${manifest.metadata.name}`, manifest);
}

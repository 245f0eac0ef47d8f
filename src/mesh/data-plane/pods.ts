import { IResolver } from 'cdk8s';
import { hasSidecar } from './enrollment';
import type { Mesh } from '../mesh';
import { DeclaredProxyConfigs } from './proxy-configs';
import { InjectionTime, proxyAnnotations } from './proxy-options';
import { isOfOtherMesh } from '../../gateway/mesh-context';
import { injectObject, podTemplateOf, withPodTemplate } from '../../injection';
import { ProxyInjector } from '../../injection/resolver';
import { Installation, injectionSettings } from '../../install';
import { JsonObject } from '../../reference/json';

/**
 * Gives every pod template in an enrolled namespace its identity and its proxy, whoever made it. The seam is cdk8s's own list
 * of resolvers, so that `app.synth()` and `Testing.synth(chart)` show the same pods.
 */
export function enrollPods(mesh: Mesh, installation: Installation): IResolver {
  const ofInstallation = injectionSettings(installation);
  const proxyConfigs = new DeclaredProxyConfigs();
  return new ProxyInjector((manifest, object) => {
    const namespace = mesh._namespace(manifest.metadata?.namespace);
    // Two meshes of an app may have namespaces of the same name, in two clusters.
    if (!namespace || isOfOtherMesh(object, installation)) return manifest;
    const { _dataPlane: dataPlane } = namespace;
    const enrolled = withPodLabels(withServiceAccount(manifest, mesh._workloads.accountOf(object)), mesh._workloads.podLabelsOf(object));
    if (namespace.enrollment._mode === 'none') return enrolled;
    const proxied = endingProxy(withAnnotations(enrolled, proxyAnnotations(dataPlane.proxy, mesh._workloads.proxyOf(object))));
    if (dataPlane.injectionTime === InjectionTime.RUN_TIME) return proxied;
    const settings = { ...ofInstallation, proxyConfigs: proxyConfigs.whenWriting(object) };
    const { injected, object: written } = injectObject(proxied, settings, { name: namespace.namespaceName, labels: dataPlane.injectionLabels });
    // Where sidecars are the rule, a Job that gets its proxy at run time needs the annotation, too.
    return injected || hasSidecar(namespace.enrollment) ? written : enrolled;
  });
}

/** The object, its pods with labels besides those that they have themselves. */
function withPodLabels(manifest: JsonObject, labels: Readonly<Record<string, string>>): JsonObject {
  const found = Object.keys(labels).length === 0 ? undefined : podTemplateOf(manifest);
  if (!found) return manifest;
  const { template, path } = found;
  return withPodTemplate(manifest, path, { ...template, metadata: { ...template.metadata, labels: { ...labels, ...template.metadata?.labels } } });
}

/** The object, its pods with annotations besides those that they have themselves. */
function withAnnotations(manifest: JsonObject, annotations: Readonly<Record<string, string>>): JsonObject {
  const found = Object.keys(annotations).length === 0 ? undefined : podTemplateOf(manifest);
  if (!found) return manifest;
  const { template, path } = found;
  const metadata = { ...template.metadata, annotations: { ...annotations, ...template.metadata?.annotations } };
  return withPodTemplate(manifest, path, { ...template, metadata });
}

/**
 * A Job ends when its containers have ended. A proxy beside them would run for ever; as a native sidecar it ends with them. The
 * annotation holds for istiod's webhook too.
 */
function endingProxy(manifest: JsonObject): JsonObject {
  const found = manifest.kind === 'Job' || manifest.kind === 'CronJob' ? podTemplateOf(manifest) : undefined;
  const annotations = found?.template.metadata?.annotations;
  if (!found || annotations?.[NATIVE] !== undefined) return manifest;
  const metadata = { ...found.template.metadata, annotations: { ...annotations, [NATIVE]: 'true' } };
  return withPodTemplate(manifest, found.path, { ...found.template, metadata });
}

const NATIVE = 'sidecar.istio.io/nativeSidecar';

/** The object, its pods running as the service account unless they name one themselves. */
function withServiceAccount(manifest: JsonObject, account: string | undefined): JsonObject {
  const found = account === undefined ? undefined : podTemplateOf(manifest);
  const spec = found?.template.spec;
  if (!found || !spec || spec.serviceAccountName !== undefined) return manifest;
  return withPodTemplate(manifest, found.path, { ...found.template, spec: { ...spec, serviceAccountName: account } });
}

import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { dump } from 'js-yaml';
import { startCluster } from './apiserver';
import { Installed } from './inject-setups';
import { InjectorSetup } from './injector';
import { applyFiles } from './install';
import { Istioctl } from './istioctl';
import { startIstiod, waitForWebhooks } from './istiod';
import { KubeObject } from './objects';
import { freePorts, Lifetime } from './process';

/** What the cluster holds for proxies: one ProxyConfig for the mesh, one for a namespace, one for some of its pods. */
const PROXY_CONFIGS: readonly KubeObject[] = [
  proxyConfig('mesh', 'istio-system', { environmentVariables: { FROM_THE_MESH: 'true' } }),
  proxyConfig('shop', 'shop', { concurrency: 3, environmentVariables: { FROM_THE_NAMESPACE: 'true' } }),
  proxyConfig('web', 'shop', { selector: { matchLabels: { app: 'web' } }, concurrency: 5 }),
];

function proxyConfig(name: string, namespace: string, spec: object): KubeObject {
  return { apiVersion: 'networking.istio.io/v1beta1', kind: 'ProxyConfig', metadata: { name, namespace }, spec };
}

/** Starts istiod on Istio's own installation in a real API server, whose webhook then takes the reviews of the setup. */
export async function runningWebhook(lifetime: Lifetime, istioctl: Istioctl, installed: Installed): Promise<InjectorSetup> {
  const [port] = await freePorts(1);
  const cluster = await startCluster(lifetime, 'webhook');
  const write = (name: string, text: string): string => {
    const file = path.join(lifetime.folder, `webhook-${name}.yaml`);
    writeFileSync(file, text);
    return file;
  };
  const namespaces = ['istio-system', 'shop'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  const documents = (objects: readonly object[]): string => objects.map((object) => dump(object)).join('---\n');
  const proxyConfigs = documents(PROXY_CONFIGS);
  const files = [write('namespaces', documents(namespaces)), write('manifest', await istioctl.output(['manifest', 'generate'])), write('proxy-configs', proxyConfigs)];
  const refused = (await applyFiles(cluster, files, lifetime.folder, port)).flatMap(({ complaints }) => complaints);
  if (refused.length > 0) throw new Error(`The API server does not take Istio's own installation:\n${refused.join('\n')}`);
  await startIstiod(lifetime, cluster, port, { ENABLE_NATIVE_SIDECARS: 'true' });
  await waitForWebhooks(cluster);
  return { ...installed, revision: 'default', native: true, proxyConfigs, port };
}

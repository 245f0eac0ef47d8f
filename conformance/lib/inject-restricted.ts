import { startCluster } from './apiserver';
import { settingsOf, Installed } from './inject-setups';
import { podFrom } from './inject-subjects';
import { KubeObject } from './objects';
import { SuiteContext } from './suite';
import { injectObject } from '../../src/injection';

type Tree = { [key: string]: any };

/** A namespace that takes only pods of the restricted level. */
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'strict', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } };

/** A workload that the level takes as it is. */
const WORKLOAD = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'strict' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'app',
          image: 'example.com/app:1',
          ports: [{ containerPort: 8080 }],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        }],
      },
    },
  },
};

/** Shows that a real API server takes injected pods under the restricted level where the CNI plugin captures their traffic. */
export async function checkRestricted({ report, lifetime }: SuiteContext, installed: Installed): Promise<void> {
  const { kubectl } = await startCluster(lifetime, 'restricted');
  await kubectl.applyObjects([NAMESPACE]);
  const created = async (cni: boolean, native: boolean): Promise<string[]> => {
    const values: Tree = JSON.parse(installed.values);
    values.pilot.cni = { ...values.pilot.cni, enabled: cni };
    values.global.proxy.seccompProfile = { type: 'RuntimeDefault' };
    const settings = settingsOf({ ...installed, values: JSON.stringify(values), revision: 'default', native }, 'webhook');
    const pod: Tree = podFrom(injectObject(WORKLOAD, settings, { name: 'strict' }).object as KubeObject);
    // Its owner is not there, and owners are looked up when a pod is deleted only.
    const answer = await kubectl.run(['create', '-f', '-'], { input: JSON.stringify({ ...pod, spec: { ...pod.spec, serviceAccountName: 'default' } }) });
    return answer.code === 0 ? [] : [answer.stderr.trim()];
  };
  report.check('restricted Pod Security: with CNI and a seccomp profile, an injected pod is taken', await created(true, false));
  report.check('restricted Pod Security: a native sidecar too', await created(true, true));
  const refused = await created(false, false);
  report.check('restricted Pod Security: without CNI the init container is refused, as it must be',
    refused.some((one) => one.includes('istio-init')) ? [] : ['the pod was taken, so that the level was not asked']);
}

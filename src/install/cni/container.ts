import { CNI, CniContext, entersPods, redirectsAmbient, sharesHostNetwork } from './context';
import { JsonObject } from '../../reference/json';
import { envOf, componentImage, isGiven, orElse, orNull, resourcesOf, when } from '../values/read';

/** The agent's only container: it copies the plugin to the node, and serves it. */
export function cniContainer(context: CniContext): JsonObject {
  const { values } = context;
  const { global } = values;
  return {
    name: 'install-cni',
    image: componentImage('install-cni', values, global),
    ...when('imagePullPolicy', orElse(values.pullPolicy, global.imagePullPolicy)),
    ports: [{ containerPort: 15014, name: 'metrics', protocol: 'TCP' }],
    readinessProbe: { httpGet: { path: '/readyz', port: 8000 } },
    securityContext: securityContext(context),
    command: ['install-cni'],
    args: orNull(args(context)),
    envFrom: [{ configMapRef: { name: `${CNI}-config` } }],
    env: env(context),
    volumeMounts: volumeMounts(context),
    resources: orNull(resourcesOf(values.resources, global.defaultResources)),
  };
}

/** Rights of the root of the node, save for those that nothing here needs. */
function securityContext({ values }: CniContext): JsonObject {
  return {
    // Profiles of AppArmor forbid some of what follows.
    ...(!isGiven(values.useAppArmorAnnotation) && { appArmorProfile: { type: 'Unconfined' } }),
    privileged: false,
    runAsGroup: 0,
    runAsUser: 0,
    runAsNonRoot: false,
    capabilities: {
      drop: ['ALL'],
      add: [
        // To write rules of the network and routes.
        'NET_ADMIN',
        'NET_RAW',
        // To find the network of a pod by its processes, and to enter it.
        'SYS_PTRACE',
        'SYS_ADMIN',
        // To write into folders of the node that are not root's.
        'DAC_OVERRIDE',
      ],
    },
    ...(isGiven(values.seLinuxOptions) && { seLinuxOptions: { ...values.seLinuxOptions, type: orElse(values.seLinuxOptions.type, 'spc_t') } }),
    ...when('seccompProfile', values.seccompProfile),
  };
}

function args({ values }: CniContext): string[] {
  const level = orElse(values.logging?.level, values.global.logging?.level);
  return [
    ...(isGiven(level) ? [`--log_output_level=${level}`] : []),
    ...(isGiven(values.global.logAsJson) ? ['--log_as_json'] : []),
  ];
}

function env(context: CniContext): JsonObject[] {
  const fromField = (name: string, fieldRef: JsonObject): JsonObject => ({ name, valueFrom: { fieldRef } });
  const fromLimit = (name: string, resource: string): JsonObject => ({ name, valueFrom: { resourceFieldRef: { resource, divisor: '1' } } });
  return [
    fromField('REPAIR_NODE_NAME', { fieldPath: 'spec.nodeName' }),
    { name: 'REPAIR_RUN_AS_DAEMON', value: 'true' },
    { name: 'REPAIR_SIDECAR_ANNOTATION', value: 'sidecar.istio.io/status' },
    ...(sharesHostNetwork(context) ? [] : [{ name: 'ALLOW_SWITCH_TO_HOST_NS', value: 'true' }]),
    fromField('NODE_NAME', { apiVersion: 'v1', fieldPath: 'spec.nodeName' }),
    fromLimit('GOMEMLIMIT', 'limits.memory'),
    fromLimit('GOMAXPROCS', 'limits.cpu'),
    fromField('POD_NAME', { fieldPath: 'metadata.name' }),
    fromField('POD_NAMESPACE', { fieldPath: 'metadata.namespace' }),
    ...envOf(orElse(context.values.env, {})),
  ];
}

function volumeMounts(context: CniContext): JsonObject[] {
  return [
    { mountPath: '/host/opt/cni/bin', name: 'cni-bin-dir' },
    ...(entersPods(context) ? [{ mountPath: '/host/proc', name: 'cni-host-procfs', readOnly: true }] : []),
    { mountPath: '/host/etc/cni/net.d', name: 'cni-net-dir' },
    { mountPath: '/var/run/istio-cni', name: 'cni-socket-dir' },
    ...(redirectsAmbient(context) ? [
      { mountPath: '/host/var/run/netns', mountPropagation: 'HostToContainer', name: 'cni-netns-dir' },
      { mountPath: '/var/run/ztunnel', name: 'cni-ztunnel-sock-dir' },
    ] : []),
  ];
}

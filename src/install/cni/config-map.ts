import { CNI, CniContext, cniLabels } from './context';
import { Manifest } from '../../reference/json';
import { printYaml } from '../../yaml';
import { isGiven, orElse, quoted, text, textMap } from '../values/read';
import { sorted } from '../values/tree';

/** What the plugin is told, as environment variables of its container. */
export function renderConfigMap(context: CniContext): Manifest[] {
  const { values, release } = context;
  const { ambient, repair, global } = values;
  return [{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${CNI}-config`, namespace: release.namespace, labels: cniLabels(context) },
    data: {
      CURRENT_AGENT_VERSION: quoted(orElse(values.tag, global.tag)),
      AMBIENT_ENABLED: quoted(ambient.enabled),
      AMBIENT_ENABLEMENT_SELECTOR: printYaml(sorted(ambient.enablementSelectors)).trimEnd(),
      AMBIENT_DNS_CAPTURE: quoted(ambient.dnsCapture),
      AMBIENT_IPV6: quoted(ambient.ipv6),
      AMBIENT_RECONCILE_POD_RULES_ON_STARTUP: quoted(ambient.reconcileIptablesOnStartup),
      ENABLE_AMBIENT_DETECTION_RETRY: quoted(ambient.enableAmbientDetectionRetry),
      ...(isGiven(values.cniConfFileName) && { CNI_CONF_NAME: text(values.cniConfFileName) }),
      ISTIO_OWNED_CNI_CONFIG: quoted(values.istioOwnedCNIConfig),
      ...(isGiven(values.istioOwnedCNIConfig) && { ISTIO_OWNED_CNI_CONF_FILENAME: quoted(values.istioOwnedCNIConfigFileName) }),
      CHAINED_CNI_PLUGIN: quoted(values.chained),
      EXCLUDE_NAMESPACES: orElse(values.excludeNamespaces, []).map(text).join(','),
      REPAIR_ENABLED: quoted(repair.enabled),
      REPAIR_LABEL_PODS: quoted(repair.labelPods),
      REPAIR_DELETE_PODS: quoted(repair.deletePods),
      REPAIR_REPAIR_PODS: quoted(repair.repairPods),
      REPAIR_INIT_CONTAINER_NAME: quoted(repair.initContainerName),
      REPAIR_BROKEN_POD_LABEL_KEY: quoted(repair.brokenPodLabelKey),
      REPAIR_BROKEN_POD_LABEL_VALUE: quoted(repair.brokenPodLabelValue),
      NATIVE_NFTABLES: quoted(global.nativeNftables),
      // Variables of the user's stand here too, and win over those above.
      ...textMap(orElse(values.env, {})),
    },
  }];
}

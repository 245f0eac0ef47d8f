import { CNI, CniContext, cniLabels } from './context';
import { Manifest } from '../../reference/json';
import { printYaml } from '../../yaml';
import { isGiven, orElse, text, textMap } from '../values/read';
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
      CURRENT_AGENT_VERSION: text(orElse(values.tag, global.tag)),
      AMBIENT_ENABLED: text(ambient.enabled),
      AMBIENT_ENABLEMENT_SELECTOR: printYaml(sorted(ambient.enablementSelectors)).trimEnd(),
      AMBIENT_DNS_CAPTURE: text(ambient.dnsCapture),
      AMBIENT_IPV6: text(ambient.ipv6),
      AMBIENT_RECONCILE_POD_RULES_ON_STARTUP: text(ambient.reconcileIptablesOnStartup),
      ENABLE_AMBIENT_DETECTION_RETRY: text(ambient.enableAmbientDetectionRetry),
      ...(isGiven(values.cniConfFileName) && { CNI_CONF_NAME: text(values.cniConfFileName) }),
      ISTIO_OWNED_CNI_CONFIG: text(values.istioOwnedCNIConfig),
      ...(isGiven(values.istioOwnedCNIConfig) && { ISTIO_OWNED_CNI_CONF_FILENAME: text(values.istioOwnedCNIConfigFileName) }),
      CHAINED_CNI_PLUGIN: text(values.chained),
      EXCLUDE_NAMESPACES: orElse(values.excludeNamespaces, []).map(text).join(','),
      REPAIR_ENABLED: text(repair.enabled),
      REPAIR_LABEL_PODS: text(repair.labelPods),
      REPAIR_DELETE_PODS: text(repair.deletePods),
      REPAIR_REPAIR_PODS: text(repair.repairPods),
      REPAIR_INIT_CONTAINER_NAME: text(repair.initContainerName),
      REPAIR_BROKEN_POD_LABEL_KEY: text(repair.brokenPodLabelKey),
      REPAIR_BROKEN_POD_LABEL_VALUE: text(repair.brokenPodLabelValue),
      NATIVE_NFTABLES: text(global.nativeNftables),
      // Variables of the user's stand here too, and win over those above.
      ...textMap(orElse(values.env, {})),
    },
  }];
}

import { IstiodContext, istiodLabels, istiodName, istiodSelector, runsHere } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { revisionLabel } from '../labels';
import { textMap, when } from '../values/read';

/** Where proxies, webhooks and monitoring find istiod; and one more for each tag of the revision. */
export function renderServices(context: IstiodContext): Manifest[] {
  const { values } = context;
  const labels = { ...revisionLabel(values.revision), app: 'istiod', istio: 'pilot' };
  return [
    ...(runsHere(values) ? [service(context, istiodName(values), labels, when('trafficDistribution', values.trafficDistribution))] : []),
    ...(values.revisionTags ?? []).map((tag) => service(context, `istiod-revision-tag-${tag}`, { ...labels, 'istio.io/tag': tag })),
  ];
}

function service(context: IstiodContext, name: string, labels: Record<string, string>, more: JsonObject = {}): Manifest {
  const { values, release } = context;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: release.namespace,
      ...when('annotations', textMap(values.serviceAnnotations ?? {})),
      labels: istiodLabels(context, labels),
    },
    spec: {
      ports: ports(),
      selector: istiodSelector(values),
      ...when('ipFamilyPolicy', values.ipFamilyPolicy),
      ...when('ipFamilies', values.ipFamilies),
      ...more,
    },
  };
}

function ports(): JsonObject[] {
  return [
    { port: 15010, name: 'grpc-xds', protocol: 'TCP' },
    { port: 15012, name: 'https-dns', protocol: 'TCP' },
    { port: 443, name: 'https-webhook', targetPort: 15017, protocol: 'TCP' },
    { port: 15014, name: 'http-monitoring', protocol: 'TCP' },
  ];
}

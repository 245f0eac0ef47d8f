import * as path from 'node:path';
import { gatewayTraffic } from './gateway-traffic';
import { EXPECTED, ExpectedProxy } from './proxy-expectations';
import { bookinfoTraffic, guestbookTraffic, pairTraffic } from './proxy-traffic';
import { formatDifference, lostFields } from '../lib/compare';
import { deepValues, rbacFilters, routeText } from '../lib/config-dump';
import { Envoy } from '../lib/envoy';
import { MESHES, exampleFiles } from '../lib/examples';
import { yamlFiles } from '../lib/istio-module';
import { FakePod, spareAddress } from '../lib/pods';
import { RunningMesh } from '../lib/running-mesh';
import { Suite, SuiteContext } from '../lib/suite';
import { synthesizeGateways } from '../programs/gateways';
import { synthesizePairs } from '../programs/pair';

/** Has istiod configure stock Envoys from what the examples declare, and sends traffic through them. */
export const proxy: Suite = {
  name: 'proxy',
  title: 'istiod and stock Envoy run the examples: everything accepted, declared routes and policies in force',
  async run(context: SuiteContext): Promise<void> {
    for (const example of MESHES) {
      const mesh = await RunningMesh.start(context.lifetime, example, exampleFiles(example));
      checkWebhook(context, example, mesh);
      const envoys = new Map<string, Envoy>();
      for (const expected of EXPECTED[example]) {
        const envoy = await mesh.connect(expected.namespace, expected.deployment);
        envoys.set(expected.deployment, envoy);
        await checkProxy(context, `${example}/${expected.deployment}`, envoy, expected);
      }
      await TRAFFIC[example](context.report, mesh, envoys);
    }
    const folder = path.join(context.lifetime.folder, 'pairs');
    synthesizePairs(folder);
    await pairTraffic(context.report, await RunningMesh.start(context.lifetime, 'pairs', yamlFiles(folder)));
    const gateways = path.join(context.lifetime.folder, 'gateways');
    synthesizeGateways(gateways, 'istio', spareAddress(0), spareAddress(1));
    const edges = await RunningMesh.start(context.lifetime, 'gateways', yamlFiles(gateways));
    checkWebhook(context, 'gateways', edges);
    await gatewayTraffic(context.report, edges, 'gateways', 'out');
  },
};

const TRAFFIC: Record<string, typeof guestbookTraffic> = { guestbook: guestbookTraffic, bookinfo: bookinfoTraffic };

/** Asks of each pod that was written whether istiod's webhook left it as it was. */
export function checkWebhook({ report }: Pick<SuiteContext, 'report'>, name: string, { pods }: RunningMesh): void {
  report.group(`${name}: istiod's webhook puts no second proxy into synthesized pods`, pods.map((pod) => ({
    name: pod.name,
    complaints: afterWebhook(pod),
  })));
}

/**
 * What the webhook put in a second time, took away or changed. It may move the proxy: on nodes of Kubernetes 1.33 and newer it makes
 * it an init container that goes on running, which offline injection, ours and Istio's, does not.
 */
function afterWebhook({ template, stored }: FakePod): string[] {
  const before = containers(template.spec);
  const after = containers(stored.spec);
  const isInjected = ({ name }: any) => name.startsWith('istio-');
  const { containers: _, initContainers: __, volumes, ...rest } = template.spec;
  const written = { ...rest, containers: before.filter((container) => !isInjected(container)), volumes };
  return [
    ...same(before.map(({ name }) => name), after.map(({ name }) => name)),
    ...(after.length === before.length ? [] : [`has ${after.length} containers where ${before.length} were written`]),
    ...lostFields(written, { ...stored.spec, containers: after }).map(formatDifference),
    ...lostFields(template.metadata.labels, stored.metadata.labels).map(formatDifference),
  ];
}

function containers(spec: any): any[] {
  return [...spec.initContainers ?? [], ...spec.containers];
}

async function checkProxy({ report }: SuiteContext, name: string, envoy: Envoy, expected: ExpectedProxy): Promise<void> {
  const dump = await envoy.configDump();
  report.check(`${name}: Envoy takes everything that istiod sends`, [...await envoy.refusals(), ...dump.unsettled]);
  if (expected.calls) report.check(`${name}: knows ${expected.calls.length} hosts, those that are declared`, same(expected.calls, dump.outboundHosts));
  for (const { port, principals, methods } of expected.callers ?? []) {
    const filters = rbacFilters(dump.inboundChains(port));
    const allowed = deepValues(filters, 'principal_name').map((principal) => principal.exact);
    report.check(`${name}: on port ${port} only the declared callers are let in`, same(principals, allowed));
    if (methods) report.check(`${name}: on port ${port} only ${methods.join(' and ')}`, same(methods, allowedMethods(filters)));
  }
  for (const { host, routes } of expected.routes ?? []) {
    const found = dump.routesOf(host).map(routeText);
    report.check(`${name}: routes to ${host}`, found.join('\n') === routes.join('\n') ? [] : [`expected:\n${routes.join('\n')}`, `is:\n${found.join('\n')}`]);
  }
}

function same(expected: readonly string[], found: readonly string[]): string[] {
  const actual = [...new Set(found)];
  return [
    ...expected.filter((item) => !actual.includes(item)).map((item) => `${item} is missing`),
    ...actual.filter((item) => !expected.includes(item)).map((item) => `${item} is not declared`),
  ];
}

function allowedMethods(filters: readonly unknown[]): string[] {
  return deepValues(deepValues(filters, 'permissions'), 'header').filter(({ name }) => name === ':method')
    .map((header) => header.string_match?.exact ?? header.exact_match);
}

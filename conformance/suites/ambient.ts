import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { ConfigDump, deepValues, rbacFilters } from '../lib/config-dump';
import { gatewayApiDefinitions } from '../lib/definitions';
import { yamlFiles } from '../lib/istio-module';
import { waitFor } from '../lib/process';
import { RunningMesh } from '../lib/running-mesh';
import { Suite, SuiteContext } from '../lib/suite';
import { CAVE, synthesizeAmbient } from '../programs/ambient';

/** Asks istiod what nodes and a waypoint would do with what a mesh in ambient mode declares. */
export const ambient: Suite = {
  name: 'ambient',
  title: 'istiod on a mesh in ambient mode: who stands behind the waypoint, and who is let in there and at the pods',
  async run({ lifetime, report }: SuiteContext): Promise<void> {
    const folder = path.join(lifetime.folder, 'ambient');
    mkdirSync(folder);
    const definitions = path.join(lifetime.folder, 'gateway-api.yaml');
    writeFileSync(definitions, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: await gatewayApiDefinitions() }));
    synthesizeAmbient(folder);
    const mesh = await RunningMesh.start(lifetime, 'ambient', [definitions, ...yamlFiles(folder)], [`${CAVE}/waypoint`]);
    const nodes = await nodesOf(mesh);
    report.check('services behind the waypoint', same(['cart', 'web'], nodes.services.filter(({ waypoint }: any) => waypoint).map(({ name }: any) => name)));
    for (const [name, expected] of Object.entries(AT_PODS)) report.check(`${name}: who is let in at the pods`, same(expected, rulesOf(nodes, name)));
    report.check('at every pod, nobody by default', same([], rulesOf(nodes, 'deny-by-default')));
    const dump = await mesh.sentTo(CAVE, 'waypoint');
    report.check('cart: who is let in at the waypoint', same(AT_WAYPOINT, permittedAt(dump, 'cart')));
    // Nobody calls it, and so nobody may.
    report.check('web: who is let in at the waypoint', same([], permittedAt(dump, 'web')));
    report.check('web: its requests are decided there', rbacOf(dump, 'web').length > 0 ? [] : ['no rule is asked about them']);
  },
};

const account = (name: string): string => `${CAVE}/${name}`;

/** By policy: callers and ports. */
const AT_PODS: Record<string, string[]> = {
  // Whoever may do the same stands in one rule.
  'cart-waypoint': [`${account('legacy')} ${account('waypoint')} 3001`],
  'db-callers': [`${account('cart')} 6379`],
};

/** Port 80, which the call names, is the only one of the service, and is not asked for. */
const AT_WAYPOINT = [`${account('web')} GET`, account('legacy')];

/** What the proxies of nodes are told, once everything that matters here is there. */
async function nodesOf(mesh: RunningMesh): Promise<any> {
  return waitFor('istiod to know who stands behind the waypoint', 60_000, async () => {
    const nodes = JSON.parse(await mesh.istiod.debug('ambientz'));
    const known = nodes.services.some(({ name, waypoint }: any) => name === 'cart' && waypoint);
    return known && nodes.policies.some(({ name }: any) => name === 'cart-waypoint') ? nodes : undefined;
  });
}

/** The rules of a policy as nodes have it, each as "namespace/account port". */
function rulesOf({ policies }: any, name: string): string[] {
  const found = policies.filter((policy: any) => policy.name === name);
  if (found.length !== 1) return [`there are ${found.length} policies of the name`];
  return (found[0].groups ?? []).map((group: any) => [
    ...deepValues(group, 'principals').flat().map(({ exact }: any) => shortened(exact)),
    ...deepValues(group, 'destinationPorts').flat(),
  ].join(' '));
}

/** What a waypoint decides about requests to a service. */
function rbacOf(dump: ConfigDump, service: string): any[] {
  return rbacFilters(dump.listeners.flatMap((listener) => listener.filter_chains ?? []).filter(({ name }: any) => (
    name?.includes(`|${service}.${CAVE}.svc.cluster.local`)
  )));
}

/** Of each rule at a waypoint the caller, the methods and the ports. Of a policy without rules istiod makes one that nobody fits. */
function permittedAt(dump: ConfigDump, service: string): string[] {
  const policies = rbacOf(dump, service).flatMap(({ rules }) => Object.values(rules?.policies ?? {}))
    .filter((policy: any) => deepValues(policy.principals, 'not_id').length === 0);
  return [...new Set(policies.map((policy: any) => [
    ...deepValues(policy.principals, 'exact').map((principal: string) => shortened(principal)),
    ...deepValues(policy.permissions, 'header').map(({ string_match: match }: any) => match?.exact),
    ...deepValues(policy.permissions, 'destination_port'),
  ].join(' ')))];
}

/** An identity as "namespace/account". */
function shortened(principal: string): string {
  return principal.replace(/^(spiffe:\/\/)?cluster\.local\/ns\//, '').replace('/sa/', '/');
}

function same(expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...expected.filter((item) => !found.includes(item)).map((item) => `${item} is missing`),
    ...found.filter((item) => !expected.includes(item)).map((item) => `${item} is not declared`),
  ];
}

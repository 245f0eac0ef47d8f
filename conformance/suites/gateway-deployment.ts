import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { webhookTemplates } from '../../src/injection';
import { generatedGateway } from '../generate/gateways';
import { differences, formatDifference } from '../lib/compare';
import { MODULE_CASES } from '../lib/gateway-cases';
import { Deployed, GatewayCase, istiodDeployments, ourDeployment } from '../lib/gateway-deployments';
import { istioModule } from '../lib/istio-module';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { objectName } from '../lib/objects';
import { Suite, SuiteContext } from '../lib/suite';

/** The templates that istiod asks for by these names. */
const TEMPLATES = ['kube-gateway', 'waypoint', 'agentgateway', 'agentgateway-waypoint'];
/** One Gateway for so many objects that other suites generate. */
const SHARE = 45;

/** Compares what istiod deploys for Gateways with its own templates, with ours, and what we make of them at synthesis. */
export const gatewayDeployment: Suite = {
  name: 'gateway-deployment',
  title: 'what istiod deploys for a Gateway, with its own templates and with ours, and what we synthesize for it, object by object',
  async run({ report, lifetime, knownDifferencesFile, options }: SuiteContext): Promise<void> {
    const known = KnownDifferences.read(knownDifferencesFile, 'gateway-deployment');
    const files = path.join(await istioModule(), 'manifests', 'charts', 'istio-control', 'istio-discovery', 'files');
    const theirTemplates = Object.fromEntries(TEMPLATES.map((name) => [name, readFileSync(path.join(files, `${name}.yaml`), 'utf8')]));
    const own = webhookTemplates();
    const ownTemplates = Object.fromEntries(TEMPLATES.map((name) => [name, own[name]]));
    const generated = Array.from({ length: Math.ceil(options.count / SHARE) }, (_, number) => generatedGateway(options.seed, number));
    for (const { title, cases } of [{ title: 'Istio\'s own cases', cases: MODULE_CASES }, { title: 'generated Gateways', cases: generated }]) {
      const expected = await istiodDeployments(lifetime.folder, 'istio', theirTemplates, cases);
      const served = await istiodDeployments(lifetime.folder, 'own', ownTemplates, cases);
      const check = (answers: readonly Deployed[]) =>
        cases.map((one, at) => ({ name: one.name, complaints: complaints(one, expected[at], answers[at], known) }));
      report.group(`${title}, istiod with our templates`, check(served));
      report.group(`${title}, our synthesis`, check(cases.map(ourDeployment)));
      const refused = expected.filter(({ refusal }) => refusal !== undefined).length;
      const made = expected.filter(({ objects }) => objects.length > 0).length;
      report.note(`${title}: ${cases.length}, of them ${made} deployed, ${refused} refused`);
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

function complaints(one: GatewayCase, expected: Deployed, found: Deployed, known: KnownDifferences): string[] {
  if ((expected.refusal === undefined) !== (found.refusal === undefined)) {
    return [`${one.gateway.metadata.name}: istiod says ${expected.refusal ?? 'nothing'}; we say ${found.refusal ?? 'nothing'}`];
  }
  // Of what is refused, istiod may have written a part.
  if (expected.refusal !== undefined) return [];
  const byName = ({ objects }: Deployed) => Object.fromEntries(objects.map((object) => [objectName(object), withoutNulls(object)]));
  const [theirs, ours] = [byName(expected), byName(found)];
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
    .flatMap((name) => known.unexplained(name, differences(theirs[name], ours[name])).map((difference) => `${name} ${formatDifference(difference)}`));
}

/** To the API server, null is as good as nothing. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, withoutNulls(inner)]));
}

import { crdManifests } from '../../src/resources/crds';
import { differences, formatDifference } from '../lib/compare';
import { gatewayApiDefinitions, istioDefinitions, withoutDescriptions } from '../lib/definitions';
import { Istioctl } from '../lib/istioctl';
import { gatewayApiBundle } from '../lib/kinds';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { objectName } from '../lib/objects';
import { Suite, SuiteContext } from '../lib/suite';

/** Compares the CRDs that schema/ writes with those of Istio and of the Gateway API. */
export const crds: Suite = {
  name: 'crds',
  title: 'our CRDs against those of `istioctl manifest generate` and of the Gateway API, field by field',
  async run({ report, lifetime, knownDifferencesFile }: SuiteContext): Promise<void> {
    const known = KnownDifferences.read(knownDifferencesFile, 'crds');
    const compare = (title: string, expected: readonly any[], actual: readonly any[], names: readonly string[]) => {
      const [theirs, ours] = [expected, actual].map((objects) =>
        new Map(objects.map((object) => [objectName(object), withoutDescriptions(unlabelled(object))])));
      report.group(title, names.map((name) => ({
        name, complaints: known.unexplained(name, differences(theirs.get(name), ours.get(name))).map(formatDifference),
      })));
    };
    const istio = await istioDefinitions(await Istioctl.at(lifetime));
    const own = crdManifests();
    compare('Istio', istio, own, [...new Set([...istio, ...own].map(objectName))]);
    const bundle = gatewayApiBundle();
    if (bundle === undefined) {
      report.note('schema/ does not hold the Gateway API');
    } else {
      const ours = crdManifests(bundle);
      // Kinds of the Gateway API that Istio does not read are none of schema/.
      compare('Gateway API', await gatewayApiDefinitions(), ours, ours.map(objectName));
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

/** Without labels: they tell of the installation, and are the installer's to set. The suite `manifest` compares them. */
function unlabelled(object: any): any {
  const { labels, ...metadata } = object.metadata;
  return { ...object, metadata };
}

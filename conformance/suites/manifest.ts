import { CORE_SCHEMA, load } from 'js-yaml';
import { differences, formatDifference } from '../lib/compare';
import { Istioctl } from '../lib/istioctl';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { KubeObject, objectName, readObjects } from '../lib/objects';
import { output } from '../lib/process';
import { ownCommand } from '../lib/programs';
import { Suite, SuiteContext } from '../lib/suite';

const PROFILES = ['default', 'minimal'];

/** What is set besides the profile; both programs take the same flags. */
const SETTINGS: { title: string; flags: string[] }[] = [
  { title: 'as it is', flags: [] },
  { title: 'hub', flags: ['--set', 'hub=registry.example.com/mesh'] },
  { title: 'tag', flags: ['--set', 'tag=1.31.4-distroless'] },
  { title: 'revision', flags: ['--set', 'revision=canary'] },
  { title: 'revision flag', flags: ['--revision', 'canary'] },
  { title: 'hub, tag and revision', flags: ['--set', 'hub=registry.example.com/mesh', '--set', 'tag=1.31.4', '--set', 'revision=v1-31-4'] },
];

/** Compares our `manifest` with that of istioctl, object by object. */
export const manifest: Suite = {
  name: 'manifest',
  title: 'our manifest against `istioctl manifest generate`, object by object',
  async run({ report, lifetime, knownDifferencesFile }: SuiteContext): Promise<void> {
    const istioctl = await Istioctl.at(lifetime);
    const known = KnownDifferences.read(knownDifferencesFile, 'manifest');
    for (const profile of PROFILES) {
      for (const { title, flags } of SETTINGS) {
        const args = ['--set', `profile=${profile}`, ...flags];
        const expected = index(await istioctl.output(['manifest', 'generate', ...args]));
        const actual = index(await ownManifest(args));
        const names = [...new Set([...expected.keys(), ...actual.keys()])];
        report.group(`${profile}, ${title}`, names.map((name) => ({
          name,
          complaints: known.unexplained(name, differences(expected.get(name), actual.get(name))).map(formatDifference),
        })));
      }
    }
    report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

async function ownManifest(args: string[]): Promise<string> {
  const own = ownCommand();
  return output(own.command, [...own.args, 'manifest', ...args]);
}

function index(text: string): Map<string, KubeObject> {
  const objects = new Map<string, KubeObject>();
  for (const object of readObjects(text)) {
    const name = objectName(object);
    if (objects.has(name)) throw new Error(`${name} is written twice`);
    objects.set(name, unfold(object));
  }
  return objects;
}

/** A ConfigMap whose texts are read as the YAML or JSON that they are, so that their spelling does not matter. */
function unfold(object: KubeObject): KubeObject {
  if (object.kind !== 'ConfigMap') return object;
  const data = Object.entries((object.data ?? {}) as Record<string, string>).map(([key, text]) => {
    const value = load(text, { schema: CORE_SCHEMA });
    return [key, typeof value === 'object' && value !== null ? value : text];
  });
  return { ...object, data: Object.fromEntries(data) };
}

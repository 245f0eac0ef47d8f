import { formatDifference, lostFields } from './compare';
import { KnownDifferences } from './known-differences';
import { Kubectl } from './kubectl';
import { KubeObject, objectName } from './objects';
import { Check } from './report';

/** Reads objects back from an API server, and says of each what was written and is not there. */
export async function lostObjects(kubectl: Kubectl, objects: readonly KubeObject[], known: KnownDifferences): Promise<Check[]> {
  const answer = await kubectl.run(
    ['get', '--ignore-not-found', '-o', 'json', '-f', '-'],
    { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) },
  );
  if (answer.code !== 0) return [{ name: 'reading back', complaints: [answer.stderr] }];
  const list = answer.stdout === '' ? { kind: 'List', items: [] } : JSON.parse(answer.stdout);
  const found: KubeObject[] = list.kind === 'List' ? list.items : [list];
  const byName = new Map(found.map((object) => [objectName(object), object]));
  return objects.map((object) => {
    const name = objectName(object);
    const twin = byName.get(name) ?? byName.get(objectName({ ...object, metadata: { ...object.metadata, namespace: 'default' } }));
    return { name, complaints: twin ? known.unexplained(name, lostFields(object, twin)).map(formatDifference) : ['is not there'] };
  });
}

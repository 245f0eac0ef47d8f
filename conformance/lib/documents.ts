import { CORE_SCHEMA, load } from 'js-yaml';
import { Difference, differences } from './compare';
import { KubeObject, objectName, readObjects } from './objects';

/** An object with the text that it was read from. */
export interface ReadObject {
  readonly text: string;
  readonly name: string;
  readonly object: KubeObject;
}

/**
 * Reads and compares many installations, of which most documents are the same: a text is read once, and two texts are compared once.
 * The texts of ConfigMaps are read as the YAML or JSON that they are, so that their spelling does not matter.
 */
export class Documents {
  private readonly objects = new Map<string, readonly ReadObject[]>();
  private readonly compared = new Map<string, Map<string, Difference[]>>();

  /**
   * The objects of a text by their names.
   *
   * @param repeats whether a key may be written twice in a map, as charts do; the later one counts
   */
  public read(text: string, repeats = false): Map<string, ReadObject> {
    const found = new Map<string, ReadObject>();
    for (const document of text.split(/^---(?:\n|$)/m)) {
      for (const one of this.document(document, repeats)) {
        if (found.has(one.name)) throw new Error(`${one.name} is written twice`);
        found.set(one.name, one);
      }
    }
    return found;
  }

  /** Everything in which two objects differ, either of which may not be there. */
  public differences(expected: ReadObject | undefined, actual: ReadObject | undefined): readonly Difference[] {
    const byActual = getOrMake(this.compared, expected?.text ?? '', () => new Map<string, Difference[]>());
    return getOrMake(byActual, actual?.text ?? '', () => differences(expected?.object, actual?.object));
  }

  private document(text: string, repeats: boolean): readonly ReadObject[] {
    const read = () => readObjects(text, repeats);
    return getOrMake(this.objects, text, () => read().map((object) => ({ text, name: objectName(object), object: unfold(object) })));
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function unfold(object: KubeObject): KubeObject {
  if (object.kind !== 'ConfigMap') return object;
  const data = Object.entries((object.data ?? {}) as Record<string, string>).map(([key, text]) => {
    const value = load(text, { schema: CORE_SCHEMA });
    return [key, typeof value === 'object' && value !== null ? value : text];
  });
  return { ...object, data: Object.fromEntries(data) };
}

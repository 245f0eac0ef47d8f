import { expressionOf, fieldOf, positionOf, Step } from './path';
import { define, isMap, JsonObject } from '../../reference/json';
import { goRegExp } from '../../resources/validation/go-regexp';
import { text } from '../values/read';

/*
 * Following a path through an object, and writing at its end, as Istio's installer does. It has its oddities, which are kept, since an
 * overlay that works there must work here: a map that an earlier patch of the overlay brought behaves otherwise than one of the object.
 */

/** A patch that cannot be applied. The installer drops such a patch without a word. */
export class PatchError extends Error {}

/** A list that was reached by the key of a map. Only such a list can grow or shrink. */
export class ListAt {
  public constructor(public items: unknown[]) {}
}

/** A place on the way: what is there, and by what the way goes on. */
export interface Place {
  readonly parent?: Place;
  node: unknown;
  key?: string | number;
}

/** The tree of one object, while an overlay's patches are applied to it. */
export class Tree {
  /** Maps that did not come with the object. */
  private readonly brought = new WeakSet<object>();

  public constructor(public readonly root: JsonObject) {}

  /** A value of a patch, to be put into the tree: a copy. */
  public bring(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.bring(item));
    if (!isMap(value)) return value;
    const map = this.newMap();
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) define(map, key, this.bring(inner));
    }
    return map;
  }

  public isBrought(map: object): boolean {
    return this.brought.has(map);
  }

  /** The place at the end of the path. What is missing on the way is made, items of lists only at positions. */
  public follow(steps: readonly Step[]): Place {
    let place: Place = { node: this.root };
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      place.node ??= positionOf(step) !== undefined || fieldOf(step) ? [] : this.newMap();
      const node = place.node instanceof ListAt ? place.node.items : place.node;
      if (Array.isArray(node)) place = this.item(place, node, step);
      else if (isMap(node)) place = this.member(place, node, step, steps[index + 1]);
      else throw new PatchError(`there is ${JSON.stringify(node)}, which has nothing at "${step}"`);
    }
    return place;
  }

  private newMap(): JsonObject {
    const map = {};
    this.brought.add(map);
    return map;
  }

  private member(place: Place, map: JsonObject, step: Step, next: Step | undefined): Place {
    if (!Object.hasOwn(map, step)) {
      const listed = next !== undefined && positionOf(next) !== undefined;
      define(map, step, !this.isBrought(map) ? {} : listed ? [] : this.newMap());
    }
    place.key = step;
    const child: unknown = map[step];
    return { parent: place, node: Array.isArray(child) ? new ListAt(child) : child };
  }

  private item(place: Place, list: unknown[], step: Step): Place {
    const position = positionOf(step);
    if (position !== undefined) {
      const exists = position >= 0 && position < list.length;
      place.key = exists ? position : list.length;
      return { parent: place, node: exists ? list[position] : this.newMap() };
    }
    place.key = list.findIndex((item) => (isMap(item) ? this.hasField(item, step) : matches(item, step)));
    if (place.key < 0) throw new PatchError(`no item of the list is "${step}"`);
    return { parent: place, node: list[place.key] };
  }

  private hasField(item: JsonObject, step: Step): boolean {
    const wanted = fieldOf(step);
    if (wanted === undefined) throw new PatchError(`"${step}" is no item such as "[name:discovery]" and no position such as "[0]"`);
    const value: unknown = Object.hasOwn(item, wanted.field) ? item[wanted.field] : undefined;
    return spelled(value, this.isBrought(item)) === wanted.value;
  }
}

function matches(item: unknown, step: Step): boolean {
  const expression = expressionOf(step);
  if (expression === undefined) throw new PatchError(`"${step}" is no item such as "[:text]" and no position such as "[0]"`);
  try {
    return goRegExp(expression).test(spelled(item, false));
  } catch {
    return false;
  }
}

/** A value as Go prints it. Numbers that a patch brought have a fraction to it, even if that is zero. */
function spelled(value: unknown, brought: boolean): string {
  if (value === undefined || value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map((item) => spelled(item, brought)).join(' ')}]`;
  if (value instanceof ListAt) return spelled(value.items, brought);
  if (isMap(value)) return `map[${Object.keys(value).sort().map((key) => `${key}:${spelled(value[key], brought)}`).join(' ')}]`;
  return brought || !Number.isInteger(value) ? text(value) : String(value);
}

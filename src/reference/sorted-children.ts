import { IConstruct } from 'constructs';
import { readOnce } from './synthesis';

/**
 * Lists the children of a construct sorted by their ids, and not in the order in which they were made: cdk8s writes objects in the order
 * of the tree, and a program that declares the same in another order shall write the same.
 *
 * @param scope the construct
 * @param first ids of children that come before all others
 */
export function sortChildren(scope: IConstruct, ...first: string[]): void {
  const { node } = scope;
  const rank = ({ node: { id } }: IConstruct): number => (first.includes(id) ? first.indexOf(id) : first.length);
  Object.defineProperty(node, 'children', {
    get: () => [...readOnce(node, 'children', () => {
      const inOrder = Reflect.get(Object.getPrototypeOf(node), 'children', node) as IConstruct[];
      return sortedBy(inOrder, ({ node: { id } }) => id).sort((a, b) => rank(a) - rank(b));
    })],
  });
}

/** The values, sorted by a text of theirs, in the order of its characters' codes, which no locale changes. */
export function sortedBy<T>(values: readonly T[], textOf: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, text: textOf(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ value }) => value);
}

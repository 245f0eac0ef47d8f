import { PathMatch, RequestMatch } from './request-match';
import { TextMatch } from './text-match';

/** A list of routes that another team owns: a VirtualService without hosts, whose routes stand in place of the route that names it. */
export interface IRouteTable {
  /** Name of the VirtualService. */
  readonly routeTableName: string;
  /** Its namespace. */
  readonly namespaceName: string;
}

/**
 * Whether istiod takes a route of a delegate for part of the route that delegates; it drops those that it does not. It compares texts as
 * they stand: an expression is part of nothing, and nothing of it.
 */
export function isPartOf(leaf: RequestMatch, root: RequestMatch): boolean {
  const texts: (keyof RequestMatch & ('method' | 'scheme' | 'authority'))[] = ['method', 'scheme', 'authority'];
  return isPartOfText(leaf.path, root.path)
    && texts.every((field) => isPartOfText(leaf[field], root[field]))
    && (['headers', 'withoutHeaders', 'queryParams', 'claims'] as const).every((field) => (
      [...leaf[field]].every(([name, text]) => isPartOfText(text, root[field].get(name)))))
    && ignoresCase(leaf.path) === ignoresCase(root.path)
    && (leaf.port === undefined || root.port === undefined || leaf.port === root.port)
    && isPartOfSource(leaf, root);
}

function ignoresCase(path: PathMatch | undefined): boolean {
  return path?.ignoreCase ?? false;
}

function isPartOfText(leaf: PathMatch | TextMatch | undefined, root: PathMatch | TextMatch | undefined): boolean {
  if (leaf === undefined || root === undefined) return true;
  const inner = spelled(leaf);
  return inner.every((one) => spelled(root).some((outer) => isPartOfComparison(one, outer)));
}

function isPartOfComparison(leaf: TextMatch, root: TextMatch): boolean {
  switch (root.how) {
    case 'present': return true;
    case 'exact': return leaf.how === 'exact' && leaf.value === root.value;
    case 'prefix': return (leaf.how === 'exact' || leaf.how === 'prefix') && leaf.value.startsWith(root.value);
    default: return false;
  }
}

/** The comparisons that are written, all of which must be part of one of the others: a prefix in whole segments is two. */
function spelled({ how, value }: PathMatch | TextMatch): TextMatch[] {
  return how === 'segments' ? [{ how: 'exact', value }, { how: 'prefix', value: `${value}/` }] : [{ how, value }];
}

function isPartOfSource({ source: leaf }: RequestMatch, { source: root }: RequestMatch): boolean {
  if (root === undefined) return true;
  return leaf !== undefined && leaf.sourceNamespace === root.sourceNamespace
    && Object.entries(leaf.sourceLabels).every(([name, value]) => !Object.hasOwn(root.sourceLabels, name) || root.sourceLabels[name] === value);
}

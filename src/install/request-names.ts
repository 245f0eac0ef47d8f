import { parseValue } from './values/set';
import { at, isMap } from './values/tree';
import { finding } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { nameFlaw } from '../reference/label-name';

/** Keys that lead to a value of a request. */
type Path = readonly (string | number)[];

/** Where a value of a request was given; nothing where a program gave it. */
export type Said = (path: Path) => string | undefined;

/** A value with the path that leads to it. */
interface Found {
  readonly value: unknown;
  readonly path: Path;
}

/** Components that may have a namespace and images of their own. */
const SINGLE = ['pilot', 'cni', 'ztunnel'];

/** Lists of such components. */
const MANY = ['ingressGateways', 'egressGateways'];

/**
 * Refuses names that nothing could be installed under, and images that nothing could be pulled from.
 *
 * @param own what was asked for, without a profile
 * @throws at the first of them, with where it was given
 */
export function checkNames(own: JsonObject, said: Said): void {
  const found = (...path: string[]): Found => ({ value: at(own, path), path });
  const components = [...SINGLE.map((field) => found('components', field)), ...MANY.flatMap((field) => itemsOf(found('components', field)))];
  const placed = ({ path }: Found): string => {
    const place = said(path);
    return place === undefined ? '' : ` (${place})`;
  };
  checkRevision(found('revision'), placed);
  for (const revision of [found('revision'), found('values', 'revision')]) checkName(revision, 'revision', placed);
  for (const namespace of [found('values', 'global', 'istioNamespace'), ...components.map((one) => member(one, 'namespace'))]) {
    checkName(namespace, 'namespace', placed);
  }
  checkCertProvider(found('values', 'global', 'pilotCertProvider'), placed);
  checkEmptyTag(found('tag'), placed);
  for (const one of [{ value: own, path: [] }, found('values', 'global'), ...components]) {
    checkHub(member(one, 'hub'), placed);
    checkTag(member(one, 'tag'), placed);
  }
}

function itemsOf({ value, path }: Found): Found[] {
  return Array.isArray(value) ? value.map((item, index) => ({ value: item, path: [...path, index] })) : [];
}

function member({ value, path }: Found, name: string): Found {
  return { value: isMap(value) ? at(value, [name]) : undefined, path: [...path, name] };
}

type Placed = (found: Found) => string;

/** The installer reads a revision of digits as a number, and then refuses it. */
function checkRevision(found: Found, placed: Placed): void {
  const { value } = found;
  if (typeof value !== 'string' || typeof parseValue(value) === 'string') return;
  throw new Error(`The revision "${value}" reads as a number or a truth value${placed(found)}. Give a name with a letter in it, such as "v${value.replaceAll('.', '-')}".`);
}

const NAMES = { revision: '"1-31-4" or "canary"', namespace: '"istio-system"' };

function checkName(found: Found, what: keyof typeof NAMES, placed: Placed): void {
  const { value } = found;
  if (typeof value !== 'string' || value === '') return;
  const flaw = nameFlaw(value, `a ${what}`, NAMES[what]);
  if (flaw !== undefined) throw new Error(finding(`${flaw.problem}${placed(found)}`, flaw.fix));
}

/** The cluster does not sign certificates by itself any more; it does through a signer, which has a name. */
function checkCertProvider(found: Found, placed: Placed): void {
  if (found.value !== 'kubernetes') return;
  throw new Error(`The certificate provider "kubernetes" is not supported by Istio any more${placed(found)}. Use "istiod", "custom", "none" or "k8s.io/" with the name of a signer.`);
}

function checkHub(found: Found, placed: Placed): void {
  const { value } = found;
  if (typeof value !== 'string' || value === '' || /^[A-Za-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)*$/.test(value)) return;
  throw new Error(`"${value}" is not a place of images${placed(found)}. Give a registry and a path without tag, such as "registry.example.com/istio".`);
}

/** Of a component, an empty tag means that of the installation; of the installation, it means nothing. */
function checkEmptyTag(found: Found, placed: Placed): void {
  if (found.value === '') throw new Error(`The tag of the images is empty${placed(found)}. Give one, such as "1.31.4", or leave it out.`);
}

function checkTag(found: Found, placed: Placed): void {
  const { value } = found;
  if (value === undefined || value === null || value === '' || /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(String(value))) return;
  throw new Error(`"${value}" is not a tag of images${placed(found)}. Use letters, digits, ".", "_" and "-", such as "1.31.4".`);
}

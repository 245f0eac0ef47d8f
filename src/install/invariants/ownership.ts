import { error, Installed, InvariantFinding, partsOf, revisionOf } from './part';
import { inSentence } from '../../reference/fail';
import { isGiven } from '../values/read';

/*
 * What only one control plane of a cluster may own: a name by which pods choose it, the pods that choose none, and the check of
 * configuration that names no revision. With two owners each pod asks both, and which proxy it gets is a matter of luck.
 */

/** Two istiods of one name write over each other, or answer each other's pods. */
export function oneRevisionAName(installed: Installed): InvariantFinding[] {
  return twice(partsOf(installed, 'istiod').map((part) => [revisionOf(part), part.title] as const))
    .map(([name, titles]) => error(`The revision ${JSON.stringify(name)} is installed by ${inSentence(titles)}. Give each its own name.`));
}

/** A tag is the name of one revision, and of no other thing. */
export function oneOwnerATag(installed: Installed): InvariantFinding[] {
  const revisions = new Set(partsOf(installed, 'istiod').map(revisionOf));
  const tags = allTags(installed);
  return [
    ...twice(tags.map(({ tag, title }) => [tag, title] as const))
      .map(([tag, titles]) => error(`The tag ${JSON.stringify(tag)} is owned by ${inSentence(titles)}. A tag leads to one revision: keep one of them.`)),
    ...tags.filter(({ tag, revision }) => revisions.has(tag) && tag !== revision)
      .map(({ tag, title }) => error(`${title}: a revision is called ${JSON.stringify(tag)} too, and pods that name it would be answered by both. Give the tag another name.`)),
  ];
}

/** Tags lead to revisions that are there. */
export function tagsLeadSomewhere(installed: Installed): InvariantFinding[] {
  const revisions = partsOf(installed, 'istiod').map(revisionOf);
  return installed.tags.filter(({ revision }) => !revisions.includes(revision))
    .map(({ title, revision }) => error(`${title}: there is no revision ${JSON.stringify(revision)}. Install it, or choose from: ${revisions.join(', ') || 'none'}.`));
}

/** Pods that name no revision are answered by one istiod. */
export function oneOwnerOfUnnamedPods(installed: Installed): InvariantFinding[] {
  const owners = partsOf(installed, 'istiod').filter(({ values }) => values.sidecarInjectorWebhook?.enableNamespacesByDefault === true);
  return owners.length < 2 ? [] : [error(
    `Every pod that names no revision is injected by ${inSentence(owners.map(({ title }) => title))}: sidecarInjectorWebhook.enableNamespacesByDefault is true in each. Keep it in one.`,
  )];
}

/** Configuration without a revision is checked once. */
export function oneOwnerOfValidation(installed: Installed): InvariantFinding[] {
  const owners = [
    ...partsOf(installed, 'base').filter(({ values }) => isGiven(values.defaultRevision)),
    ...partsOf(installed, 'istio-default'),
  ];
  return owners.length < 2 ? [] : [error(
    `Configuration that names no revision is checked by ${inSentence(owners.map(({ title }) => title))}, and they write the same object. Keep one: set defaultRevision of the base to "", or leave out the tag "default".`,
  )];
}

/** Tags by themselves, those that a revision brings along, and the default one. */
function allTags(installed: Installed): { readonly tag: string; readonly revision: string; readonly title: string }[] {
  return [
    ...installed.tags,
    ...partsOf(installed, 'istiod').flatMap((part) => [
      ...((part.values.revisionTags ?? []) as readonly string[]).map((tag) => ({ tag, revision: revisionOf(part), title: part.title })),
      // The control plane without a name is the default one, as long as nothing else claims to be.
      ...(revisionOf(part) === 'default' ? [{ tag: 'default', revision: 'default', title: part.title }] : []),
    ]),
  ];
}

/** Names that are given more than once, with who gives them. */
function twice(pairs: readonly (readonly [string, string])[]): [string, string[]][] {
  const byName = new Map<string, string[]>();
  for (const [name, title] of pairs) byName.set(name, [...(byName.get(name) ?? []), title]);
  return [...byName].filter(([, titles]) => titles.length > 1);
}

/*
 * Labels of what is rendered. Left out are those by which Helm or istioctl finds again what it has installed (who manages it,
 * which chart and component it came from): wearing their marks would make them believe that the object is theirs.
 */

/** The marks of everything that belongs to Istio. */
export const PART_OF_ISTIO: Readonly<Record<string, string>> = {
  'app.kubernetes.io/instance': 'istio',
  'app.kubernetes.io/part-of': 'istio',
};

/** The revision that an object belongs to; a control plane without a name is the default one. */
export function revisionLabel(revision: string): Record<string, string> {
  return { 'istio.io/rev': revision === '' ? 'default' : revision };
}

/** Labels of an object: its own, the name of its application, and the common marks. */
export function labelsOf(name: string, own: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { release: 'istio', ...podLabelsOf(name, own) };
}

/** Labels of the pods of an object. */
export function podLabelsOf(name: string, own: Readonly<Record<string, string>>): Record<string, string> {
  return { ...own, 'app.kubernetes.io/name': name, ...PART_OF_ISTIO };
}

/**
 * Labels of everything that belongs to Istio. What marks an object as owned by Helm or by the installer is left out: it would make
 * them believe that the object is theirs.
 */
export const PART_OF_ISTIO: Readonly<Record<string, string>> = {
  'app.kubernetes.io/instance': 'istio',
  'app.kubernetes.io/part-of': 'istio',
};

/** Labels that every object of a component has. */
export function componentLabels(name: string): Record<string, string> {
  return { ...PART_OF_ISTIO, 'app.kubernetes.io/name': name, 'release': 'istio' };
}

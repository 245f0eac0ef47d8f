/** Labels by name; also a selector that asks for all of them. */
export type Labels = Readonly<Record<string, string>>;

/** Whether the labels have every label that the selector asks for. An empty selector picks everything. */
export function matches(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** The labels that all the given sets have in common, in the order of the first. */
export function common(sets: readonly Labels[]): Record<string, string> {
  const [first, ...others] = sets;
  return Object.fromEntries(Object.entries(first ?? {}).filter(([key, value]) => others.every((set) => set[key] === value)));
}

/** The labels without those named. */
export function without(labels: Labels, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !names.includes(key)));
}

import { StringMatch } from '../resources/virtual-service.generated';

/** How a text is compared; `present` asks only that it is there. */
export type Comparison = 'exact' | 'prefix' | 'regex' | 'present';

/** A comparison of text as a plain value. */
export interface TextMatch {
  readonly how: Comparison;
  readonly value: string;
}

/** The comparison that a `StringMatch` means. */
export function textMatch(match: StringMatch): TextMatch {
  const fields: Record<string, string | undefined> = match.resolve();
  for (const how of ['exact', 'prefix', 'regex'] as const) {
    const value = fields[how];
    if (value !== undefined) return { how, value };
  }
  return { how: 'present', value: '' };
}

/** The comparison as Istio's resources spell it. */
export function renderTextMatch({ how, value }: TextMatch): Record<string, string> {
  return how === 'present' ? {} : { [how]: value };
}

/** Whether every text that fits the inner comparison fits the outer one. A regular expression includes itself alone. */
export function includes(outer: TextMatch, inner: TextMatch): boolean {
  switch (outer.how) {
    case 'present': return true;
    case 'exact': return inner.how === 'exact' && inner.value === outer.value;
    case 'prefix': return (inner.how === 'exact' || inner.how === 'prefix') && inner.value.startsWith(outer.value);
    case 'regex': return inner.how === 'regex' && inner.value === outer.value;
  }
}

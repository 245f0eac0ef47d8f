import { HTTPHeader, HTTPHeaderFilter } from '../../resources/gateway-api';
import { HeaderOperations } from '../../resources/virtual-service.generated';

/** Changes of headers as a filter of the Gateway API spells them. */
export function headerFilter({ set, add, remove }: HeaderOperations): HTTPHeaderFilter {
  return { ...(set && { set: named(set) }), ...(add && { add: named(add) }), ...(remove && { remove }) };
}

function named(values: { readonly [name: string]: string }): HTTPHeader[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

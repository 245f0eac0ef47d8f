import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { REPOSITORY } from './programs';
import { Bundle, readBundle } from '../../src/resources/bundle';

/** The kinds of Istio's that schema/ holds, as "group/Kind". */
export function istioKinds(): Set<string> {
  return kindsOf(readBundle());
}

export function kindsOf(bundle: Bundle): Set<string> {
  return new Set(Object.values(bundle.kinds).map(({ group, kind }) => `${group}/${kind}`));
}

/** The Gateway API's kinds, where schema/ holds them. */
export function gatewayApiBundle(): Bundle | undefined {
  return existsSync(path.join(REPOSITORY, 'schema', 'gateway-api.generated.json')) ? readBundle('gateway-api') : undefined;
}

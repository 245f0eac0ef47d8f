import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { yamlFiles } from './istio-module';
import { Istioctl } from './istioctl';
import { KubeObject, readObjects } from './objects';
import { output } from './process';
import { REPOSITORY } from './programs';

/** The CRDs that Istio's installer writes. */
export async function istioDefinitions(istioctl: Istioctl): Promise<KubeObject[]> {
  return definitions(await istioctl.output(['manifest', 'generate']));
}

/** The CRDs of the Gateway API's standard channel, from its Go module. */
export async function gatewayApiDefinitions(): Promise<KubeObject[]> {
  const answer = JSON.parse(await output('go', ['mod', 'download', '-json', 'sigs.k8s.io/gateway-api@v1.6.0'], { cwd: path.join(REPOSITORY, 'conformance') }));
  return yamlFiles(path.join(answer.Dir, 'config', 'crd', 'standard')).flatMap((file) => definitions(readFileSync(file, 'utf8')));
}

function definitions(text: string): KubeObject[] {
  return readObjects(text).filter(({ kind }) => kind === 'CustomResourceDefinition');
}

/** A copy without descriptions, which everyone writes in words of their own. A field of that name stays. */
export function withoutDescriptions(value: any, names = false): any {
  if (Array.isArray(value)) return value.map((item) => withoutDescriptions(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => names || key !== 'description' || typeof inner !== 'string')
    .map(([key, inner]) => [key, withoutDescriptions(inner, key === 'properties')]));
}

import { loadedBundle } from './bundle';
import { crdManifests } from './crds';
import { listed } from '../reference/fail';
import { Manifest } from '../reference/json';
import { nearest } from '../reference/nearest';

/** Which definitions are wanted. */
export interface CrdSelection {
  readonly kinds?: readonly string[];
  readonly exclude?: readonly string[];
  readonly versions?: Readonly<Record<string, readonly string[]>>;
  readonly gatewayApi?: boolean;
}

/** The definitions of Istio's kinds, and those of the Gateway API on request, as far as they are wanted; in the order of their names. */
export function selectedCrds({ kinds, exclude = [], versions = {}, gatewayApi = false }: CrdSelection): Manifest[] {
  const all = [...crdManifests(loadedBundle()), ...(gatewayApi ? crdManifests(loadedBundle('gateway-api')) : [])]
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  const wanted = kinds === undefined ? all : all.filter((crd) => kinds.map((kind) => named(kind, all)).includes(crd));
  const unwanted = exclude.map((kind) => named(kind, all));
  const cut = new Map(Object.entries(versions).map(([kind, served]) => [named(kind, all), served]));
  return wanted.filter((crd) => !unwanted.includes(crd)).map((crd) => withVersions(crd, cut.get(crd)));
}

/** The definition that a name stands for: its own, or that of its kind where only one kind has it. */
function named(name: string, all: readonly Manifest[]): Manifest {
  const found = all.filter((crd) => name === crd.metadata.name || name === crd.spec.names.kind);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    throw new Error(`"${name}" is the kind of ${found.length} definitions. Choose by name: ${listed(found.map((crd) => crd.metadata.name))}.`);
  }
  const ofGatewayApi = crdManifests(loadedBundle('gateway-api')).some((crd) => name === crd.metadata.name || name === crd.spec.names.kind);
  if (ofGatewayApi) throw new Error(`"${name}" is a kind of the Gateway API, which is not asked for. Set gatewayApi to true, or leave the kind out.`);
  const kinds = all.flatMap((crd) => [crd.spec.names.kind as string, crd.metadata.name]);
  const like = nearest(name, kinds);
  const fix = like === undefined ? `Choose from: ${listed([...new Set(all.map((crd) => crd.spec.names.kind as string))].sort())}` : `Did you mean "${like}"?`;
  throw new Error(`"${name}" is no kind that has a definition here. ${fix}${fix.endsWith('?') ? '' : '.'}`);
}

/** A definition that serves some versions alone. The one in which a cluster keeps its objects stays, since others cannot be read without it. */
function withVersions(crd: Manifest, served: readonly string[] | undefined): Manifest {
  if (served === undefined) return crd;
  const { names, versions } = crd.spec;
  const known: string[] = versions.filter((version: any) => version.served).map(({ name }: any) => name);
  const unknown = served.find((version) => !known.includes(version));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no version in which ${names.kind} is served. Choose from: ${listed(known)}.`);
  if (served.length === 0) throw new Error(`${names.kind} would have no version. Choose from: ${listed(known)}; or exclude the kind.`);
  const left = versions.filter(({ name, storage }: any) => storage || served.includes(name))
    .map((version: any) => ({ ...version, served: served.includes(version.name) }));
  return { ...crd, spec: { ...crd.spec, versions: left } };
}

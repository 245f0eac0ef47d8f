import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { Mesh } from './mesh';

/** The mesh of each chart that belongs to one: an app may hold several, of several clusters, with the same names in them. */
const MESHES = new WeakMap<IConstruct, Mesh>();

/** Says to which mesh a chart belongs. */
export function belongsTo(mesh: Mesh, ...charts: Chart[]): void {
  for (const chart of charts) MESHES.set(chart, mesh);
}

/** Whether a construct, and all that is in it, belongs to another mesh. */
export function isOfOther(construct: IConstruct, mesh: Mesh): boolean {
  const owner = MESHES.get(construct);
  return owner !== undefined && owner !== mesh;
}

/** The objects of the app, whoever made them, save those of other meshes. */
export function objectsAround(mesh: Mesh): ApiObject[] {
  const found: ApiObject[] = [];
  const visit = (construct: IConstruct): void => {
    if (isOfOther(construct, mesh)) return;
    if (ApiObject.isApiObject(construct)) found.push(construct);
    construct.node.children.forEach(visit);
  };
  visit(mesh.node.root);
  return found;
}

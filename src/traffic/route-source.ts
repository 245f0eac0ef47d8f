/**
 * Who sends requests, as a route tells callers apart: a service, or all of a namespace. `MeshService` and `MeshNamespace` are ones.
 */
export interface IRouteSource {
  /** Namespace of the callers (`sourceNamespace`). */
  readonly sourceNamespace: string;
  /** Labels of the callers' pods (`sourceLabels`); empty for all pods of the namespace. */
  readonly sourceLabels: { readonly [name: string]: string };
}

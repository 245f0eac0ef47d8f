import type { IServiceAccount } from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { MeshPort } from '../../reference/port';
import { RouteDialect } from '../../traffic/route-dialect';
import { Enrollment } from '../data-plane/enrollment';
import { ProxyOptions } from '../data-plane/proxy-options';

/** What a service is made of. */
export interface MeshServiceOptions {
  /**
   * Ports under which the service is called.
   *
   * @default none: a workload that calls and is not called, such as a Job; no Service is written for it
   */
  readonly ports?: MeshPort[];
  /**
   * The workload behind the service: a cdk8s-plus Deployment, StatefulSet, DaemonSet or Job, an ApiObject with a pod
   * template, or an Include or Helm that holds exactly one.
   *
   * @default none: add versions with `addVersion()`
   */
  readonly workload?: IConstruct;
  /**
   * Labels of the service itself (`metadata.labels` of the Service), by which `forEachService()` finds it.
   *
   * @default none
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * Labels by which the service finds its pods (`spec.selector`).
   *
   * @default the labels that the pods of all its workloads have in common, save those that name a version
   */
  readonly selector?: { readonly [name: string]: string };
  /**
   * The service account that the workload runs as.
   *
   * @default the one that the pods name; if they name none and the service calls others, one of the service's own name
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * Whether the Kubernetes Service is written. Turn it off when something else, such as a Helm chart, makes it.
   *
   * @default true, if there are ports
   */
  readonly createService?: boolean;
  /**
   * How the workloads of the service become part of the mesh. A sidecar is possible where the namespace has none of its own accord:
   * in one that is ambient.
   *
   * @default as the namespace
   */
  readonly enrollment?: Enrollment;
  /**
   * How the proxies of its pods are run, over what the namespace says.
   *
   * @default as the namespace says
   */
  readonly proxy?: ProxyOptions;
  /**
   * Whether its policies are tried out only (`istio.io/dry-run`): counted and logged, and without effect. Where the mesh denies by default, a
   * service on trial is open to everybody (AuthorizationPolicy `<service>-open`).
   *
   * @default as the namespace
   */
  readonly dryRun?: boolean;
  /**
   * In which kinds its routes are written.
   *
   * @default that of the mesh
   */
  readonly routeDialect?: RouteDialect;
}

import { MeshEdges } from './edges';
import type { Mesh } from '../mesh';
import { MutualTlsSetting } from './modes';
import { failure } from '../../reference/fail';
import { Manifest } from '../../reference/json';
import { sortedBy } from '../../reference/sorted-children';
import { MutualTLSMode, PeerAuthenticationSpec } from '../../resources';
import { printYaml } from '../../yaml/on-demand';
import type { MeshService } from '../service/service';

/** One step of a migration: who demands mutual TLS from then on. */
export interface MutualTlsStep {
  /** Number of the step; the first is 1. */
  readonly number: number;
  /** Who it is: "namespace shop", "service shop/cart", or "mesh" for the last step. */
  readonly scope: string;
  /** Why requests that are declared would no longer get through; a step with such reasons cannot be made. */
  readonly blockers: string[];
  /**
   * A query to Prometheus that must give nothing before the step is made: requests and connections that arrived without mutual TLS in the
   * last hour, also of callers that no program declares.
   */
  readonly gate: string;
}

/** Who demands mutual TLS in one step. */
interface Unit {
  readonly scope: string;
  readonly setting: MutualTlsSetting;
  readonly services: readonly MeshService[];
  /** Labels of the metrics by which its requests are told apart. */
  readonly labels: readonly string[];
}

const { STRICT, PERMISSIVE } = MutualTLSMode;

/**
 * The way of a mesh from accepting plain text (PERMISSIVE) to demanding mutual TLS (STRICT), as a plan: namespace by namespace or service
 * by service, those first that nothing stands in the way of, and at last the mesh, when one PeerAuthentication says it for all. What
 * namespaces and services say themselves stays as it is.
 *
 * @see https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/
 */
export class MutualTlsMigration {
  /**
   * A step a namespace. Writes nothing: `Mesh.migrateMutualTls()` makes a step, and `print()` shows one.
   *
   * @param mesh a mesh that accepts plain text, with all its services
   * @throws if the mesh demands mutual TLS already, or accepts none
   * @example
   * const old = new Mesh(app, 'old', { mutualTls: MutualTLSMode.PERMISSIVE, controlPlane: false });
   * old.addNamespace('first');
   * const plan = MutualTlsMigration.byNamespace(old);
   * for (const { number, scope, blockers } of plan.steps) console.log(`${number}: ${scope} ${blockers.join('; ')}`);
   */
  public static byNamespace(mesh: Mesh): MutualTlsMigration {
    const namespaces = mesh.namespaces.filter(({ enrollment, _mutualTls }) => enrollment._mode !== 'none' && !_mutualTls.isOwn);
    return new MutualTlsMigration(mesh, namespaces.map((one) => ({
      scope: `namespace ${one.namespaceName}`,
      setting: one._mutualTls,
      services: one.services,
      labels: [`destination_workload_namespace="${one.namespaceName}"`],
    })));
  }

  /**
   * A step a service. Writes nothing: `Mesh.migrateMutualTls()` makes a step, and `print()` shows one.
   *
   * @param mesh a mesh that accepts plain text, with all its services
   * @throws if the mesh demands mutual TLS already, or accepts none
   * @example
   * const old = new Mesh(app, 'old', { mutualTls: MutualTLSMode.PERMISSIVE, controlPlane: false });
   * old.addNamespace('first').addService('api', { ports: [MeshPort.http(80)], selector: { app: 'api' } });
   * const scopes = MutualTlsMigration.byService(old).steps.map(({ scope }) => scope);
   */
  public static byService(mesh: Mesh): MutualTlsMigration {
    const services = mesh.namespaces.filter(({ _mutualTls }) => !_mutualTls.isOwn).flatMap((one) => one.services);
    return new MutualTlsMigration(mesh, services
      .filter(({ ports, enrollment, _mutualTls }) => ports.length > 0 && enrollment._mode !== 'none' && !_mutualTls.setting.isOwn)
      .map((one) => ({
        scope: `service ${one.namespaceName}/${one.serviceName}`,
        setting: one._mutualTls.setting,
        services: [one],
        labels: [`destination_service_namespace="${one.namespaceName}"`, `destination_service_name="${one.serviceName}"`],
      })));
  }

  private readonly units: readonly Unit[];
  private readonly stepList: readonly MutualTlsStep[];

  private constructor(private readonly mesh: Mesh, units: readonly Unit[]) {
    if (mesh.mutualTls !== PERMISSIVE) {
      throw failure(mesh, `Mutual TLS is ${mesh.mutualTls} in the mesh, and a migration begins with PERMISSIVE`, 'Give the mesh mutualTls: MutualTLSMode.PERMISSIVE');
    }
    const edges = MeshEdges.read(mesh, true);
    const found = sortedBy(units, ({ scope }) => scope).map((unit) => ({ unit, blockers: blockersOf(edges, unit.services) }));
    const inOrder = [...found.filter(({ blockers }) => blockers.length === 0), ...found.filter(({ blockers }) => blockers.length > 0)];
    this.units = inOrder.map(({ unit }) => unit);
    this.stepList = [
      ...inOrder.map(({ unit: { scope, labels }, blockers }, index) => ({ number: index + 1, scope, blockers, gate: gateOf(labels) })),
      { number: inOrder.length + 1, scope: 'mesh', blockers: inOrder.flatMap(({ blockers }) => blockers), gate: gateOf([]) },
    ];
  }

  /** The steps in their order: those that nothing stands in the way of come first, sorted by name; the mesh is the last. */
  public get steps(): MutualTlsStep[] {
    return this.stepList.map((step) => ({ ...step, blockers: [...step.blockers] }));
  }

  /**
   * All PeerAuthentications of the mesh as they stand after a step. Those of earlier steps that are not among them are to be deleted.
   *
   * @param step number of the step; 0 is how it stands before the first
   * @throws if there is no such step
   * @throws if something stands in the way of it or of one before it
   * @example
   * const old = new Mesh(app, 'old', { mutualTls: MutualTLSMode.PERMISSIVE, controlPlane: false });
   * old.addNamespace('first');
   * old.addNamespace('second');
   * const afterFirst = MutualTlsMigration.byNamespace(old).at(1).map(({ metadata }) => metadata.namespace);
   */
  public at(step: number): any[] {
    this.check(step);
    const strict = new Set<MutualTlsSetting>(step > this.units.length ? [] : this.units.slice(0, step).map(({ setting }) => setting));
    const written: Manifest[] = [];
    const add = (setting: MutualTlsSetting, inherited: MutualTLSMode, name: string, namespace: string): MutualTLSMode => {
      const stepped = strict.has(setting) ? STRICT : undefined;
      const own = setting.isOwn ? setting.mode : stepped;
      const spec = setting.renderedAs(inherited, own);
      if (spec !== undefined) written.push(manifestOf(name, namespace, spec));
      return own ?? inherited;
    };
    const whole = step > this.units.length ? STRICT : PERMISSIVE;
    if (whole === STRICT) written.push(manifestOf('default', this.mesh.systemNamespace, { mtls: { mode: STRICT } }));
    for (const namespace of sortedBy(this.mesh.namespaces, ({ namespaceName }) => namespaceName)) {
      const mode = add(namespace._mutualTls, whole, 'default', namespace.namespaceName);
      for (const { serviceName, _mutualTls: { setting } } of namespace.services) add(setting, mode, serviceName, namespace.namespaceName);
    }
    return written;
  }

  /**
   * The same as YAML, to be applied.
   *
   * @param step number of the step
   * @throws if there is no such step
   * @throws if something stands in the way of it or of one before it
   * @example
   * const old = new Mesh(app, 'old', { mutualTls: MutualTLSMode.PERMISSIVE, controlPlane: false });
   * old.addNamespace('first');
   * console.log(MutualTlsMigration.byNamespace(old).print(1));
   */
  public print(step: number): string {
    return this.at(step).map((manifest) => printYaml(manifest)).join('---\n');
  }

  /**
   * Lets the mesh demand what it demands after a step.
   *
   * @internal
   */
  public _make(mesh: Mesh, step: number): void {
    if (mesh !== this.mesh) throw failure(mesh, `The migration is that of the mesh "${this.mesh.node.path}"`, 'Make a plan of this mesh');
    this.check(step);
    if (step > this.units.length) mesh._mutualTls.choose(STRICT);
    else for (const { setting } of this.units.slice(0, step)) setting.choose(STRICT);
  }

  private check(step: number): void {
    const last = this.stepList.length;
    if (!Number.isInteger(step) || step < 0 || step > last) {
      throw failure(this.mesh, `The migration has no step ${step}`, `Give a whole number from 0 to ${last}`);
    }
    const blocked = this.stepList.slice(0, step).find(({ blockers }) => blockers.length > 0);
    if (blocked !== undefined) {
      throw failure(this.mesh, `Step ${blocked.number} of the migration (${blocked.scope}) would cut off declared calls: ${blocked.blockers.join('; ')}`,
        `Stay at step ${blocked.number - 1} until that is solved`, 'A13');
    }
  }
}

/** What stands in the way of services that demand mutual TLS: declared callers that do not speak it. */
function blockersOf(edges: MeshEdges, services: readonly MeshService[]): string[] {
  return services.flatMap((callee) => {
    const callers = new Set(callee._permissions.flatMap(({ caller }) => caller ?? []).filter((caller) => caller !== callee));
    return sortedBy([...callers], ({ node }) => node.path).flatMap((caller) => edges.between(caller, callee).flatMap(({ port, outcome }) => {
      const { conflict } = outcome;
      return conflict === undefined ? [] : [`"${caller.node.path}" calls "${callee.node.path}" on port ${port.number}, but ${conflict.why}`];
    }));
  });
}

function gateOf(labels: readonly string[]): string {
  const selector = ['reporter="destination"', ...labels, 'connection_security_policy!="mutual_tls"'].join(',');
  return ['istio_requests_total', 'istio_tcp_connections_opened_total'].map((metric) => `increase(${metric}{${selector}}[1h]) > 0`).join(' or ');
}

function manifestOf(name: string, namespace: string, spec: PeerAuthenticationSpec): Manifest {
  return { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace }, spec };
}

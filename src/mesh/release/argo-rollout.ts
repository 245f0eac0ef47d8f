import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { findRoutes, ManagedRoutes } from './managed-routes';
import { failure, finding, listed } from '../../reference/fail';
import { checks } from '../../reference/suppressions';
import { versionServiceName } from '../../traffic/gateway-api/backend';
import { renderAnalysis } from '../../traffic/release/argo-analysis';
import { renderManagedRoutes, renderRolloutSteps, rolloutUnsaid } from '../../traffic/release/argo-steps';
import { ReleaseGate } from '../../traffic/release/gate';
import { ReleasePlan } from '../../traffic/release/plan';
import { RouteDialect } from '../../traffic/route-dialect';
import type { MeshService } from '../service/service';
import { ServiceVersion } from '../service/service-version';

const API = 'argoproj.io/v1alpha1';

/** What becomes of the Deployment whose pods a Rollout takes over. */
export enum RolloutScaleDown {
  /** It keeps its pods. */
  NEVER = 'never',
  /** It loses its pods when the Rollout is healthy. */
  ON_SUCCESS = 'onsuccess',
  /** It loses its pods as those of the Rollout come. */
  PROGRESSIVELY = 'progressively',
}

/** How Argo Rollouts releases a service. */
export interface ArgoRolloutProps {
  /** The steps. */
  readonly plan: ReleasePlan;
  /**
   * How many pods there are (`spec.replicas`).
   *
   * @default 1
   */
  readonly replicas?: number;
  /**
   * What becomes of the Deployment whose pods the Rollout takes over (`spec.workloadRef.scaleDown`).
   *
   * @default RolloutScaleDown.PROGRESSIVELY
   */
  readonly scaleDown?: RolloutScaleDown;
  /**
   * URL of the Prometheus that has the metrics of the mesh. Gates that look at figures need it.
   *
   * @default - none
   */
  readonly prometheusAddress?: string;
}

/**
 * A service released by Argo Rollouts: writes a `Rollout` that takes its pods from the service's Deployment (`spec.workloadRef`), and an
 * `AnalysisTemplate` for each gate that looks at figures. The service gets two versions, "stable" and "canary", and a split between
 * them, at first all to "stable": in Istio's dialect two subsets of its DestinationRule, in that of the Gateway API two Services. The
 * controller changes the weights in the service's routes, and the labels of these subsets or the selectors of these Services.
 *
 * What it changes, GitOps must leave alone: see `ignoredDifferences`.
 *
 * @see https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/
 */
export class ArgoRollout extends Construct {
  /** Name of the Rollout: that of the service. */
  public readonly rolloutName: string;
  /** The version that runs already. */
  public readonly stable: ServiceVersion;
  /** The version that is released. */
  public readonly canary: ServiceVersion;
  private readonly service: MeshService;
  private readonly plan: ReleasePlan;

  /**
   * Hands the releases of a service over to Argo Rollouts. Writes a `Rollout` (`spec.workloadRef`, `spec.strategy.canary.steps[]`), an
   * `AnalysisTemplate` for each gate that looks at figures, and the routes and subsets that the controller changes: `VirtualService`
   * (`spec.http[].route[].weight`) and `DestinationRule` (`spec.subsets[]`).
   *
   * @param service a service with one Deployment as its workload, and neither versions nor a split of its own
   * @param id name of the construct
   * @param props the steps
   * @throws if the workload is no Deployment
   * @throws if the service has versions or a split of its own
   * @throws if a Rollout cannot say what the plan says, such as a preview by path, or a cookie
   * @throws if a gate looks at figures, and there is no Prometheus
   * @example
   * new ArgoRollout(cart, 'rollout', {
   *   plan: ReleasePlan.canary({ weights: [10, 50], gates: [ReleaseGate.pause(Duration.minutes(10)), ReleaseGate.successRate(99)] }),
   *   prometheusAddress: 'http://prometheus.istio-system:9090',
   * });
   */
  constructor(service: MeshService, id: string, props: ArgoRolloutProps) {
    super(service, id);
    this.service = service;
    this.plan = props.plan;
    this.rolloutName = service.serviceName;
    const [unsaid] = rolloutUnsaid(props.plan);
    if (unsaid !== undefined) throw failure(this, `${unsaid}, which a Rollout cannot say`, 'Change the plan, or write its steps with service.release()');
    const workload = service._ownWorkload;
    if (workload?.object.kind !== 'Deployment') {
      throw failure(this, `The service has ${workload === undefined ? 'no workload of its own' : workload.title}, and a Rollout takes its pods from a Deployment`,
        'Give addService() a Deployment as workload');
    }
    const [stable, canary] = service._addManagedVersions(['stable', 'canary']);
    this.stable = stable;
    this.canary = canary;
    service._splitAs('primary', [stable.weight(100), canary.weight(0)]);
    const templates = this.addTemplates(props.prometheusAddress);
    new ApiObject(this, 'Resource', {
      apiVersion: API,
      kind: 'Rollout',
      metadata: { name: this.rolloutName },
      spec: {
        ...(props.replicas !== undefined && { replicas: props.replicas }),
        workloadRef: {
          apiVersion: 'apps/v1', kind: 'Deployment', name: workload.object.name, scaleDown: props.scaleDown ?? RolloutScaleDown.PROGRESSIVELY,
        },
        strategy: { canary: Lazy.any({ produce: () => this.renderCanary(templates) }) },
      },
    });
    this.node.addValidation(checks(this, () => this.findings()));
  }

  /**
   * What Argo CD must not put back while a release is under way: entries for `spec.ignoreDifferences` of its Application. Argo CD also
   * needs the sync option `RespectIgnoreDifferences=true`, or `ApplyOutOfSyncOnly=true`; without them each sync sends all requests back
   * to the stable version, until the controller corrects it.
   */
  public get ignoredDifferences(): any[] {
    const managed = renderManagedRoutes(this.plan).map(({ name }) => name);
    const { serviceName, namespaceName } = this.service;
    const { routes } = this;
    return [
      ...routes.map(({ group, kind, name, namespace, list }) => ({
        group,
        kind,
        name,
        namespace,
        jqPathExpressions: [
          `.spec.${list}[].${list === 'rules' ? 'backendRefs' : 'route'}[]?.weight`,
          ...(list === 'tcp' || kind === 'TCPRoute' ? [] : managed.map((route) => `.spec.${list}[] | select(.name == "${route}")`)),
        ],
      })),
      ...(this.isIstio ? [{
        group: 'networking.istio.io',
        kind: 'DestinationRule',
        name: serviceName,
        namespace: namespaceName,
        jqPathExpressions: ['.spec.subsets[].labels["rollouts-pod-template-hash"]'],
      }] : []),
      ...(this.needsServices(routes) ? [this.stable, this.canary].map(({ name }) => ({
        group: '',
        kind: 'Service',
        name: versionServiceName(serviceName, name),
        namespace: namespaceName,
        jqPathExpressions: ['.spec.selector["rollouts-pod-template-hash"]'],
      })) : []),
      { group: 'apps', kind: 'Deployment', name: this.service._ownWorkload!.object.name, namespace: namespaceName, jsonPointers: ['/spec/replicas'] },
    ];
  }

  private get isIstio(): boolean {
    return this.service.routeDialect === RouteDialect.ISTIO;
  }

  private get routes(): ManagedRoutes[] {
    return findRoutes(this.service, [this.stable.name, this.canary.name]);
  }

  /** Whether routes name Services, as those of the Gateway API do. */
  private needsServices(routes: readonly ManagedRoutes[]): boolean {
    return !this.isIstio || routes.some(({ list }) => list === 'rules');
  }

  private renderCanary(templates: ReadonlyMap<string, string>): object {
    const { serviceName } = this.service;
    const managedRoutes = renderManagedRoutes(this.plan);
    const { routes } = this;
    const [ofIstio, ofGatewayApi] = [routes.filter(({ list }) => list !== 'rules'), routes.filter(({ list }) => list === 'rules')];
    return {
      ...(this.needsServices(routes) && { stableService: versionServiceName(serviceName, 'stable'), canaryService: versionServiceName(serviceName, 'canary') }),
      trafficRouting: {
        ...(managedRoutes.length > 0 && { managedRoutes }),
        ...(ofIstio.length > 0 && { istio: this.renderIstio(ofIstio) }),
        ...(ofGatewayApi.length > 0 && { plugins: { 'argoproj-labs/gatewayAPI': this.renderPlugin(ofGatewayApi, managedRoutes.length > 0) } }),
      },
      steps: renderRolloutSteps(this.plan, (gate) => templates.get(gate.toString())!),
    };
  }

  private renderIstio(routes: readonly ManagedRoutes[]): object {
    const { serviceName, namespaceName } = this.service;
    const byName = new Map<string, { http: string[]; tcp: number[] }>();
    for (const { name, namespace, list, routes: found } of routes) {
      const key = namespace === namespaceName ? name : `${name}.${namespace}`;
      const one = byName.get(key) ?? { http: [], tcp: [] };
      if (list === 'http') one.http.push(...found.flatMap((route) => route.name ?? []));
      else one.tcp.push(...found.flatMap((route) => route.port ?? []));
      byName.set(key, one);
    }
    return {
      virtualServices: [...byName].map(([name, { http, tcp }]) => ({
        name,
        ...(http.length > 0 && { routes: http }),
        ...(tcp.length > 0 && { tcpRoutes: tcp.map((port) => ({ port })) }),
      })),
      ...(this.isIstio && { destinationRule: { name: serviceName, stableSubsetName: 'stable', canarySubsetName: 'canary' } }),
    };
  }

  private renderPlugin(routes: readonly ManagedRoutes[], hasManaged: boolean): object {
    const named = (kind: string): { name: string }[] => routes.filter((one) => one.kind === kind).map(({ name }) => ({ name }));
    const [http, grpc, tcp] = ['HTTPRoute', 'GRPCRoute', 'TCPRoute'].map(named);
    const managed = (one: { name: string }): object => ({ ...one, ...(hasManaged && { useHeaderRoutes: true }) });
    return {
      namespace: this.service.namespaceName,
      ...(http.length > 0 && { httpRoutes: http.map(managed) }),
      ...(grpc.length > 0 && { grpcRoutes: grpc.map(managed) }),
      ...(tcp.length > 0 && { tcpRoutes: tcp }),
    };
  }

  /** A template for each gate that looks at figures; the same gate has the same. */
  private addTemplates(address: string | undefined): Map<string, string> {
    const gates = new Map<string, ReleaseGate>();
    for (const gate of this.plan.steps.flatMap((step) => step.gates)) {
      if (gate.isMetric) gates.set(gate.toString(), gate);
    }
    const templates = new Map<string, string>();
    for (const [text, gate] of gates) {
      if (address === undefined) {
        throw failure(this, `A gate asks that ${text}, and there is no Prometheus to look it up`, 'Give prometheusAddress, such as http://prometheus.istio-system:9090');
      }
      const same = [...gates.values()].filter(({ kind }) => kind === gate.kind);
      const name = `${this.rolloutName}-${gate.kind}${same.length > 1 ? `-${same.indexOf(gate) + 1}` : ''}`;
      templates.set(text, name);
      new ApiObject(this, name, {
        apiVersion: API,
        kind: 'AnalysisTemplate',
        metadata: { name },
        spec: renderAnalysis(gate, { rollout: this.rolloutName, namespace: this.service.namespaceName, address }),
      });
    }
    return templates;
  }

  /** The controller finds routes of a VirtualService by their names. */
  private findings(): string[] {
    return this.routes.filter(({ list }) => list === 'http').flatMap(({ name, routes }) => {
      const nameless = routes.filter((route) => route.name === undefined).length;
      const names = routes.flatMap((route) => route.name ?? []);
      const twice = names.find((one, at) => names.indexOf(one) !== at);
      return [
        ...(nameless === 0 ? [] : [finding(
          `${nameless} of the ${routes.length} routes in VirtualService "${name}" that share requests out have no name, by which Argo Rollouts would find them`,
          `Give each route of the service a name; named are ${listed(names)}`,
        )]),
        ...(twice === undefined ? [] : [finding(
          `VirtualService "${name}" has several routes named "${twice}", of which Argo Rollouts would find one`,
          'Give the service one HTTP port, and each of its routes a name of its own',
        )]),
      ];
    });
  }
}

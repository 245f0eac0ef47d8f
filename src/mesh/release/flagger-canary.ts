import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { failure, finding, labelText, listed } from '../../reference/fail';
import { MeshPort, PortProtocol } from '../../reference/port';
import { checks } from '../../reference/suppressions';
import { GatewayDuration } from '../../resources/gateway-api';
import { HttpRouteOptions } from '../../traffic/http-route';
import { flaggerUnsaid, renderFlaggerAnalysis } from '../../traffic/release/flagger-analysis';
import { ReleasePlan } from '../../traffic/release/plan';
import { RouteDialect } from '../../traffic/route-dialect';
import type { MeshService } from '../service/service';

/** Labels by which Flagger tells the pods of the stable version from those of the new one, unless it was installed with others. */
const SELECTOR_LABELS = ['app', 'name', 'app.kubernetes.io/name'];

/** How Flagger releases a service. */
export interface FlaggerCanaryProps {
  /** The steps. */
  readonly plan: ReleasePlan;
  /**
   * How requests are treated (`spec.service`): Flagger has one route, without a match and without destinations.
   *
   * @default - as Istio's defaults say
   */
  readonly route?: HttpRouteOptions;
  /**
   * How many looks at the new version may be bad before all requests go back to the stable one (`spec.analysis.threshold`).
   *
   * @default 5
   */
  readonly threshold?: number;
  /**
   * How many looks there are where shares do not grow: with blue/green, a dark launch or a preview (`spec.analysis.iterations`).
   *
   * @default 10
   */
  readonly iterations?: number;
}

/**
 * A service released by Flagger: writes a `Canary`. From it, Flagger itself makes and keeps the Services of the service's name, with
 * "-primary" and with "-canary", a Deployment for the stable version, and the routes: in Istio's dialect (provider `istio`) the
 * VirtualService of the service's name and DestinationRules for the two, with what `trafficPolicy()` says of the service, in that of the Gateway API (`gatewayapi:v1`) an HTTPRoute. So
 * this library writes none of these: make the service with `createService: false`, and give its route to the Canary.
 *
 * Since nobody else writes these objects, there is nothing that GitOps would put back, save the number of pods: see `ignoredDifferences`.
 *
 * @see https://docs.flagger.app/usage/how-it-works
 */
export class FlaggerCanary extends Construct {
  /** Name of the Canary: that of the service. */
  public readonly canaryName: string;
  private readonly service: MeshService;
  private readonly workloadName: string;

  /**
   * Hands the releases of a service over to Flagger. Writes a `Canary` (`spec.targetRef`, `spec.service.port`, `spec.analysis.stepWeights[]`), and no
   * routes: they are Flagger's.
   *
   * @param service a service with one port and one Deployment as its workload, made with `createService: false`
   * @param id name of the construct
   * @param props the steps
   * @throws if the workload is no Deployment, the service has another number of ports than one, or writes a Service
   * @throws if the port speaks TLS, or TCP in the dialect of the Gateway API
   * @throws if Flagger cannot say what the plan says, such as other gates after some steps than after others
   * @throws if the route has a match or destinations, or another option that Flagger has no field for
   * @example
   * const api = shop.addService('api', {
   *   ports: [MeshPort.http(80, { target: 8080 })], workload: pods('api'), createService: false, selector: { version: 'v1' },
   * });
   * new FlaggerCanary(api, 'canary', { plan: ReleasePlan.canary({ weights: [10, 50], gates: [ReleaseGate.successRate(99)] }) });
   */
  constructor(service: MeshService, id: string, props: FlaggerCanaryProps) {
    super(service, id);
    this.service = service;
    this.canaryName = service.serviceName;
    const [unsaid] = flaggerUnsaid(props.plan, service.routeDialect);
    if (unsaid !== undefined) throw failure(this, `${unsaid}, which Flagger cannot say`, 'Change the plan, or write its steps with service.release()');
    this.workloadName = this.checkedWorkload();
    const port = this.checkedPort();
    const route = this.checkedRoute(props.route ?? {}, port);
    const treatment = service._handOver(route);
    const analysis = renderFlaggerAnalysis(props.plan, { threshold: props.threshold ?? 5, iterations: props.iterations ?? 10 });
    new ApiObject(this, 'Resource', {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'Canary',
      metadata: { name: this.canaryName },
      spec: {
        provider: this.isIstio ? 'istio' : 'gatewayapi:v1',
        targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: this.workloadName },
        service: {
          ...this.renderService(port),
          ...treatment,
          ...(this.isIstio && { trafficPolicy: Lazy.any({ produce: () => service._traffic.renderedPolicy }) }),
          ...(!this.isIstio && route.timeout && { timeout: GatewayDuration.of(route.timeout).text }),
        },
        analysis,
      },
    });
    this.node.addValidation(checks(this, () => this.findings()));
  }

  /** What Argo CD must not put back: entries for `spec.ignoreDifferences` of its Application. Flagger scales the Deployment between releases to none. */
  public get ignoredDifferences(): any[] {
    return [{ group: 'apps', kind: 'Deployment', name: this.workloadName, namespace: this.service.namespaceName, jsonPointers: ['/spec/replicas'] }];
  }

  private get isIstio(): boolean {
    return this.service.routeDialect === RouteDialect.ISTIO;
  }

  private renderService(port: MeshPort): object {
    const { serviceName } = this.service;
    return {
      ...(serviceName !== this.workloadName && { name: serviceName }),
      port: port.number,
      ...((port.targetName ?? port.target) !== port.number && { targetPort: port.targetName ?? port.target }),
      portName: port.name,
      appProtocol: port.protocol,
      ...(!this.isIstio && { gatewayRefs: [{ group: '', kind: 'Service', name: serviceName, port: port.number }] }),
    };
  }

  private checkedWorkload(): string {
    const { _ownWorkload: workload } = this.service;
    if (workload?.object.kind !== 'Deployment') {
      throw failure(this, `The service has ${workload === undefined ? 'no workload of its own' : workload.title}, and Flagger releases a Deployment`,
        'Give addService() a Deployment as workload');
    }
    if (this.service._writesService) {
      throw failure(this, `Flagger makes the Service "${this.service.serviceName}" itself, and the service writes one, too`, 'Make it with createService: false');
    }
    return workload.object.name;
  }

  private checkedPort(): MeshPort {
    const { ports } = this.service;
    if (ports.length !== 1) {
      throw failure(this, `The service has the ports ${listed(ports.map(({ number }) => number))}, and a Canary has one`, 'Give the other ports to a service of their own');
    }
    const [port] = ports;
    if (port.isTls) throw failure(this, `Port ${port.number} speaks ${port.protocol}, which Flagger cannot release`, 'Write the steps with service.release()');
    return port;
  }

  private checkedRoute(route: HttpRouteOptions, port: MeshPort): HttpRouteOptions {
    const wrong = (['name', 'match', 'to', 'mirrors', 'priority', 'fault'] as const).find((option) => route[option] !== undefined);
    if (wrong !== undefined) throw failure(this, `The route has the option "${wrong}", which Flagger has no field for`, 'Leave it out');
    if (!port.isHttp && Object.keys(route).length > 0) {
      throw failure(this, `Port ${port.number} speaks ${port.protocol}, so there are no requests to route`, 'Leave the route out');
    }
    const beyond = this.isIstio ? undefined : Object.keys(route).find((option) => option !== 'headers' && option !== 'timeout');
    if (beyond !== undefined) {
      throw failure(this, `The route has the option "${beyond}", which Flagger does not write into an HTTPRoute`, 'Leave it out, or make the service with routeDialect: RouteDialect.ISTIO');
    }
    if (port.protocol === PortProtocol.TCP && !this.isIstio) {
      throw failure(this, `Port ${port.number} speaks tcp, which Flagger releases with Istio's dialect alone`, 'Make the service with routeDialect: RouteDialect.ISTIO');
    }
    return { ...route };
  }

  private findings(): string[] {
    const { service } = this;
    const changed = Object.keys(service.selector).find((label) => SELECTOR_LABELS.includes(label));
    return [
      ...(service._hasRoutes ? [finding(
        `Flagger writes the routes of "${service.serviceName}", and the service has routes or a split of its own`,
        'Leave route(), split() and mirror() out, and give the route to the FlaggerCanary',
      )] : []),
      ...(!this.isIstio && service._traffic.isDeclared ? [finding(
        'The traffic policy of the service does not hold for the Services that Flagger makes, for which it writes no DestinationRule in this dialect',
        'Leave trafficPolicy() out, or make the service with routeDialect: RouteDialect.ISTIO',
      )] : []),
      ...(changed === undefined ? [] : [finding(
        `The selector ${labelText(service.selector)} does not pick the pods of the stable version, whose label "${changed}" Flagger changes to "${service.selector[changed]}-primary"`,
        'Give the pods a further label, and addService() a selector with it alone',
      )]),
    ];
  }
}

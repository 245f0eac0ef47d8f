import { ApiObject, App, Chart, Duration } from 'cdk8s';
import {
  HttpFault, HttpMatch, HttpRouteOptions, IstioCrds, Mesh, MeshNamespace, MeshPort, MeshService, Posture, ServiceVersion, StringMatch, WeightedDestination,
} from 'cdk8s-istio';
import { hostOf, PlannedMatch, PlannedMesh, PlannedPort, PlannedRoute, PlannedService, PlannedText, Shares } from '../intent/plan';

/** The mesh that is meant, as one declares it: YAML of its objects, without the control plane's. */
export function synthesizePlan(plan: PlannedMesh): string {
  const app = new App();
  const mesh = new Mesh(app, plan.id, { posture: plan.posture, routeDialect: plan.dialect, controlPlane: false });
  const namespaces = new Map<string, MeshNamespace>();
  const services = new Map(plan.services.map((service) => {
    const namespace = namespaces.get(service.namespace) ?? mesh.addNamespace(service.namespace);
    namespaces.set(service.namespace, namespace);
    return [service, declareService(namespace, service)];
  }));
  for (const { caller, callee, methods, paths, ports } of plan.calls) {
    services.get(caller)!.calls(services.get(callee)!, {
      ...(methods && { methods: [...methods] }), ...(paths && { paths: [...paths] }), ...(ports && { ports: [...ports] }),
    });
  }
  if (plan.gateway) {
    const gateway = mesh.addIngressGateway(plan.gateway.name, { namespace: plan.gateway.namespace });
    for (const { service, port, hosts, paths } of plan.gateway.exposures) {
      gateway.expose(services.get(service)!, { hosts: [...hosts], port, ...(paths && { paths: [...paths] }) });
    }
  }
  return app.synthYaml();
}

/** Files of a mesh with that posture and nothing in it but the control plane, and the CRDs of the Gateway API. */
export function synthesizeControlPlane(posture: Posture, outdir: string): void {
  const app = new App({ outdir });
  const names = IstioCrds.manifests({ gatewayApi: true }).filter(({ spec }) => spec.group === 'gateway.networking.k8s.io').map(({ metadata }) => metadata.name);
  new IstioCrds(new Chart(app, 'gateway-api'), 'crds', { kinds: names, gatewayApi: true });
  new Mesh(app, 'mesh', { posture });
  app.synth();
}

/** YAML of what a posture writes into the namespace of the control plane: the mesh configuration, and what holds in the whole mesh. */
export function systemObjects(posture: Posture): string {
  const app = new App();
  new Mesh(app, 'mesh', { posture });
  return app.synthYaml();
}

function declareService(namespace: MeshNamespace, plan: PlannedService): MeshService {
  const service = namespace.addService(plan.name, {
    ports: plan.ports.map(declarePort),
    ...(plan.versions.length === 0 && { workload: workload(namespace, plan) }),
  });
  const versions = new Map(plan.versions.map((version) => [version, service.addVersion(version, workload(namespace, plan, version))]));
  if (plan.split) service.split(...weights(versions, plan.split));
  for (const route of plan.routes) service.route(declareRoute(route, versions));
  return service;
}

function declarePort({ kind, number, target }: PlannedPort): MeshPort {
  switch (kind) {
    case 'http': return MeshPort.http(number, { target });
    case 'http2': return MeshPort.http2(number, { target });
    case 'grpc': return MeshPort.grpc(number, { target });
    case 'tcp': return MeshPort.tcp(number, { target });
  }
}

function declareRoute({ match, to, timeoutMs, abort, setHeaders }: PlannedRoute, versions: ReadonlyMap<string, ServiceVersion>): HttpRouteOptions {
  return {
    ...(match.length > 0 && { match: match.map(declareMatch) }),
    ...(to && { to: weights(versions, to) }),
    ...(timeoutMs !== undefined && { timeout: Duration.millis(timeoutMs) }),
    ...(abort !== undefined && { fault: HttpFault.abort(abort, 100) }),
    ...(setHeaders && { headers: { request: { set: setHeaders } } }),
  };
}

function declareMatch({ path, method, headers, query }: PlannedMatch): HttpMatch {
  return {
    ...(path && { path: declareText(path) }),
    ...(method !== undefined && { method: StringMatch.exact(method) }),
    ...(headers && { headers: declareTexts(headers) }),
    ...(query && { queryParams: declareTexts(query) }),
  };
}

function declareTexts(texts: Readonly<Record<string, PlannedText>>): Record<string, StringMatch> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, declareText(text)]));
}

function declareText({ how, value }: PlannedText): StringMatch {
  return StringMatch[how](value);
}

function weights(versions: ReadonlyMap<string, ServiceVersion>, shares: Shares): WeightedDestination[] {
  return Object.entries(shares).map(([version, percent]) => versions.get(version)!.weight(percent));
}

/** Name of the Deployment of a service, or of one of its versions. */
export function workloadName({ name }: PlannedService, version?: string): string {
  return version === undefined ? name : `${name}-${version}`;
}

function workload(namespace: MeshNamespace, service: PlannedService, version?: string): ApiObject {
  const name = workloadName(service, version);
  const labels = { app: service.name, ...(version !== undefined && { version }) };
  return new ApiObject(namespace, `${name}-deployment`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{
            name: service.name,
            image: `registry.example.com/${hostOf(service)}:1.0.0`,
            ports: service.ports.map(({ target }) => ({ containerPort: target })),
          }],
        },
      },
    },
  });
}

import { ApiObject, App, Chart } from 'cdk8s';
import { CallOptions, Callers, IstioCrds, JwtProvider, Mesh, MeshNamespace, MeshPort, MeshService, PathNormalizationType, Posture } from 'cdk8s-istio';
import { declareRoutes } from './random-routes';
import { hostOf, PlannedLimits, PlannedMesh, PlannedPort, PlannedService } from '../intent/plan';
import { ISSUER, JWKS } from '../intent/tokens';

/** Paths are what they look like, so that limits of paths mean what they say. */
const pathNormalization = PathNormalizationType.DECODE_AND_MERGE_SLASHES;

/** The mesh that is meant, as one declares it: YAML of its objects, without the control plane's. */
export function synthesizePlan(plan: PlannedMesh): string {
  const app = new App();
  const mesh = new Mesh(app, plan.id, { posture: plan.posture, routeDialect: plan.dialect, pathNormalization, controlPlane: false });
  const namespaces = new Map<string, MeshNamespace>();
  const services = new Map(plan.services.map((service) => {
    const namespace = namespaces.get(service.namespace) ?? mesh.addNamespace(service.namespace);
    namespaces.set(service.namespace, namespace);
    return [service, declareService(namespace, service)];
  }));
  const byName = new Map([...services].map(([{ name }, service]) => [name, service]));
  for (const [service, declared] of services) declareRoutes(declared, service, byName);
  for (const { caller, callee, limits } of plan.calls) services.get(caller)!.calls(services.get(callee)!, declareLimits(limits));
  for (const { callee, namespace, limits } of plan.grants) {
    services.get(callee)!.allowFrom(namespace === undefined ? Callers.authenticated() : Callers.namespaces(namespace), declareLimits(limits));
  }
  for (const { callee, namespace, except, limits } of plan.denials) {
    services.get(callee)!.deny('by lot', {
      ...declareLimits(limits),
      ...(namespace !== undefined && { callers: [Callers.namespaces(namespace)] }),
      ...(except && { notCallers: except.map((name) => byName.get(name)!) }),
    });
  }
  const users = JwtProvider.of({ issuer: ISSUER, jwks: JWKS });
  for (const { callee, required, paths, roles } of plan.tokens) {
    if (required) services.get(callee)!.requireJwt(users, { ...(paths && { paths: [...paths] }), ...(roles && { claims: { role: [...roles] } }) });
    else services.get(callee)!.acceptJwt(users);
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
  new Mesh(app, 'mesh', { posture, pathNormalization });
  app.synth();
}

/** YAML of what a posture writes into the namespace of the control plane: the mesh configuration, and what holds in the whole mesh. */
export function systemObjects(posture: Posture): string {
  const app = new App();
  new Mesh(app, 'mesh', { posture, pathNormalization });
  return app.synthYaml();
}

function declareService(namespace: MeshNamespace, plan: PlannedService): MeshService {
  const service = namespace.addService(plan.name, {
    ports: plan.ports.map(declarePort),
    ...(plan.versions.length === 0 && { workload: workload(namespace, plan) }),
  });
  for (const version of plan.versions) service.addVersion(version, workload(namespace, plan, version));
  return service;
}

function declareLimits({ methods, notMethods, paths, notPaths, headers, ports }: PlannedLimits): CallOptions {
  return {
    ...(methods && { methods: [...methods] }),
    ...(notMethods && { notMethods: [...notMethods] }),
    ...(paths && { paths: [...paths] }),
    ...(notPaths && { notPaths: [...notPaths] }),
    ...(headers && { headers: Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, [...values]])) }),
    ...(ports && { ports: [...ports] }),
  };
}

function declarePort({ kind, number, target }: PlannedPort): MeshPort {
  switch (kind) {
    case 'http': return MeshPort.http(number, { target });
    case 'http2': return MeshPort.http2(number, { target });
    case 'grpc': return MeshPort.grpc(number, { target });
    case 'tcp': return MeshPort.tcp(number, { target });
    case 'tls': return MeshPort.tls(number, { target });
  }
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

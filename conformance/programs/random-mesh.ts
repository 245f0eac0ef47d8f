import { ApiObject, App, Chart } from 'cdk8s';
import {
  CallOptions, Callers, EgressGateway, ExposeOptions, GatewayTls, IstioCrds, JwtProvider, KubernetesGateway, Mesh, MeshNamespace, MeshPort,
  MeshService, PathNormalizationType, Posture, ServiceEntryResolution,
} from 'cdk8s-istio';
import { declareRoute, declareRoutes } from './random-routes';
import { egressOf, hostOf, PlannedExposure, PlannedLimits, PlannedMesh, PlannedPort, PlannedService } from '../intent/plan';
import { JWKS } from '../intent/tokens';
import { ISSUER } from '../intent/users';
import { OUTSIDE_ADDRESS } from '../intent/words';

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
  for (const { caller, callee, limits, isTogether } of plan.calls) {
    if (!isTogether) services.get(caller)!.calls(services.get(callee)!, declareLimits(limits));
  }
  for (const { namespace, callers, callee, limits } of plan.together) {
    const all = namespace === undefined ? mesh.addGroup('together', ...callers.map((one) => services.get(one)!)) : namespaces.get(namespace)!;
    all.calls(services.get(callee)!, declareLimits(limits));
  }
  for (const { callee, namespace, limits } of plan.grants) {
    services.get(callee)!.allowFrom(namespace === undefined ? Callers.authenticated() : Callers.namespaces(namespace), declareLimits(limits));
  }
  for (const { callee, namespace, except, limits, isTried } of plan.denials) {
    services.get(callee)!.deny('by lot', {
      ...declareLimits(limits),
      ...(namespace !== undefined && { callers: [Callers.namespaces(namespace)] }),
      ...(isTried && { dryRun: true }),
      ...(except && { notCallers: except.map((name) => byName.get(name)!) }),
    });
  }
  const users = JwtProvider.of({ issuer: ISSUER, jwks: JWKS });
  for (const { callee, required, isTried, paths, claims, roleHeader } of plan.tokens) {
    const copies = { ...(roleHeader !== undefined && { claimsToHeaders: { role: roleHeader } }) };
    if (!required) {services.get(callee)!.acceptJwt(users, copies);} else {
      services.get(callee)!.requireJwt(users, {
        ...copies, ...(isTried && { dryRun: true }), ...(paths && { paths: [...paths] }), ...(claims && { claims: listsOf(claims) }),
      });
    }
  }
  declareExternals(mesh, plan, services, byName);
  if (plan.gateway) {
    const { name, namespace, isKubernetes, exposures } = plan.gateway;
    const gateway = isKubernetes ? new KubernetesGateway(mesh.addNamespace(namespace), name) : mesh.addIngressGateway(name, { namespace });
    for (const exposure of exposures) gateway.expose(services.get(exposure.service)!, declareExposure(exposure));
  }
  return app.synthYaml();
}

function declareExposure(exposure: PlannedExposure): ExposeOptions {
  const { port, gatewayPort, tls, hosts, paths } = exposure;
  return {
    port,
    ...(hosts.length > 0 && { hosts: [...hosts] }),
    ...(gatewayPort !== undefined && { gatewayPort }),
    ...(tls && { credentialName: credentialName(exposure), tls: tls === 'mutual' ? GatewayTls.mutual() : GatewayTls.simple() }),
    ...(paths && { paths: [...paths] }),
  };
}

/** Name of the Secret with which a gateway shows a certificate for a service. */
export function credentialName({ service }: PlannedExposure): string {
  return `${service.name}-tls`;
}

function declareExternals(
  mesh: Mesh, plan: PlannedMesh, services: ReadonlyMap<PlannedService, MeshService>, byName: ReadonlyMap<string, MeshService>,
): void {
  const forwarded = plan.externals.filter(({ isForwarded }) => isForwarded);
  const numbers = [...new Set(forwarded.flatMap(({ ports }) => ports.map(({ number }) => number)))];
  const { name: out, namespace } = egressOf(plan);
  const gateway = forwarded.length > 0 ? new EgressGateway(mesh.addNamespace(namespace), out, { ports: numbers }) : undefined;
  for (const { name, host, address, ports, routes, callers, isForwarded } of plan.externals) {
    const external = mesh.addExternalService(`${plan.id}-${name}`, {
      hosts: [host], ports: ports.map(declarePort), addresses: [address], endpoints: [OUTSIDE_ADDRESS], resolution: ServiceEntryResolution.STATIC,
    });
    for (const caller of callers) services.get(caller)!.calls(external);
    for (const route of routes) external.route(declareRoute(route, noShares, byName));
    if (isForwarded) gateway!.forward(external);
  }
}

function noShares(): never {
  throw new Error('A route to what is outside leads nowhere else');
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

function declareLimits({ methods, notMethods, paths, notPaths, headers, ports, user = {} }: PlannedLimits): CallOptions {
  const { claims, notClaims, principals, audiences } = user;
  return {
    ...(methods && { methods: [...methods] }),
    ...(notMethods && { notMethods: [...notMethods] }),
    ...(paths && { paths: [...paths] }),
    ...(notPaths && { notPaths: [...notPaths] }),
    ...(headers && { headers: listsOf(headers) }),
    ...(claims && { claims: listsOf(claims) }),
    ...(notClaims && { notClaims: listsOf(notClaims) }),
    ...(principals && { requestPrincipals: [...principals] }),
    ...(audiences && { audiences: [...audiences] }),
    ...(ports && { ports: [...ports] }),
  };
}

function listsOf(values: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, [...list]]));
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

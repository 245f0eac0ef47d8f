/*
 * The applications of Istio's samples, as far as the tasks need them: names, ports, versions.
 */
import { ApiObject } from 'cdk8s';
import { Enrollment, Mesh, MeshNamespace, MeshPort, MeshService } from 'cdk8s-istio';

/** The four services of bookinfo, each in the versions of the samples. */
export interface Bookinfo {
  readonly namespace: MeshNamespace;
  readonly productpage: MeshService;
  readonly details: MeshService;
  readonly reviews: MeshService;
  readonly ratings: MeshService;
}

/** Bookinfo in the namespace of the samples. */
export function bookinfo(mesh: Mesh): Bookinfo {
  const namespace = defaultNamespace(mesh);
  const service = (name: string, versions = ['v1']): MeshService => versioned(namespace, name, [MeshPort.http(9080)], versions);
  return {
    namespace,
    productpage: service('productpage'),
    details: service('details', ['v1', 'v2']),
    reviews: service('reviews', ['v1', 'v2', 'v3']),
    ratings: service('ratings', ['v1', 'v2', 'v2-mysql', 'v2-mysql-vm']),
  };
}

/** Every request to these services reaches their first version. */
export function allToVersion1(...services: MeshService[]): void {
  for (const service of services) service.split(service.versions[0].weight(100));
}

/** A service that answers with what it was asked. */
export function httpbin(mesh: Mesh, versions: string[] = []): MeshService {
  return versioned(defaultNamespace(mesh), 'httpbin', [MeshPort.http(8000, { target: 8080 })], versions);
}

/** A place to send requests from. */
export function curl(mesh: Mesh): MeshService {
  return curlIn(defaultNamespace(mesh));
}

/** The same in another namespace. */
export function curlIn(namespace: MeshNamespace, enrollment?: Enrollment): MeshService {
  return versioned(namespace, 'curl', [MeshPort.http(80, { target: 8080 })], [], enrollment);
}

/** httpbin in another namespace than that of the samples. */
export function httpbinIn(namespace: MeshNamespace): MeshService {
  return versioned(namespace, 'httpbin', [MeshPort.http(8000, { target: 8080 })], []);
}

/** A service that sends back the bytes that it gets, each version with a word of its own before them. */
export function tcpEcho(mesh: Mesh, versions: string[] = ['v1', 'v2']): MeshService {
  return versioned(defaultNamespace(mesh), 'tcp-echo', [MeshPort.tcp(9000), MeshPort.tcp(9001)], versions);
}

/** A service that says hello, and which version of it does. */
export function helloworld(mesh: Mesh, versions: string[] = ['v1', 'v2']): MeshService {
  return versioned(defaultNamespace(mesh), 'helloworld', [MeshPort.http(5000)], versions);
}

/** The namespace of the samples, which every cluster has. */
export function defaultNamespace(mesh: Mesh): MeshNamespace {
  return mesh.namespaces.find(({ namespaceName }) => namespaceName === 'default') ?? mesh.addNamespace('default', { createNamespace: false });
}

/** A service with a Deployment a version, or with a single one. */
export function versioned(
  namespace: MeshNamespace, name: string, ports: MeshPort[], versions: readonly string[], enrollment?: Enrollment,
): MeshService {
  if (versions.length === 0) return namespace.addService(name, { ports, enrollment, workload: deployment(namespace, name, ports) });
  const service = namespace.addService(name, { ports, enrollment });
  for (const version of versions) service.addVersion(version, deployment(namespace, name, ports, version));
  return service;
}

function deployment(namespace: MeshNamespace, app: string, ports: readonly MeshPort[], version = 'v1'): ApiObject {
  const labels = { app, version };
  return new ApiObject(namespace, `${app}-${version}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${app}-${version}`, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: app, image: `example.com/${app}:${version}`, ports: ports.map(({ target }) => ({ containerPort: target })) }] },
      },
    },
  });
}

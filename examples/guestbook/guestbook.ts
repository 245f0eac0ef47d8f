/*
 * The guestbook: a page in two versions, a Redis behind it, and, for the second version, a service that asks a service
 * outside the mesh for the tone of each entry.
 */
import { ApiObject, App, Chart, Size } from 'cdk8s';
import { ExternalService, Mesh, MeshPort, MeshService, ServiceVersion } from 'cdk8s-istio';
import * as kplus from 'cdk8s-plus-28';

/** What the plans (plans.ts) can still decide about. */
export interface Guestbook {
  readonly mesh: Mesh;
  readonly web: MeshService;
  readonly v1: ServiceVersion;
  readonly v2: ServiceVersion;
  readonly analyzer: MeshService;
  readonly watson: ExternalService;
}

/** Declares the guestbook with all it needs: the mesh it runs in, its services, and who may call whom. */
export function guestbook(app: App): Guestbook {
  // The control plane, with the zero-trust posture: nothing may call anything until it is declared.
  const mesh = new Mesh(app, 'mesh');

  // A namespace is a chart of its own. All pods in it get a proxy, also those that are made without this library.
  const namespace = mesh.addNamespace('guestbook');

  // A service is a name, its ports, and the workload behind it. The protocol of a port is said once, here.
  const redisMaster = namespace.addService('redis-master', {
    ports: [MeshPort.tcp(6379)],
    workload: redis(namespace, 'redis-master', { role: 'master', image: 'redis:3.2.9', replicas: 1 }),
  });
  const redisSlave = namespace.addService('redis-slave', {
    ports: [MeshPort.tcp(6379)],
    workload: redis(namespace, 'redis-slave', { role: 'slave', image: 'ibmcom/guestbook-redis-slave:v2', replicas: 2 }),
  });
  const analyzer = namespace.addService('analyzer', {
    ports: [MeshPort.http(80, { target: 5000 })],
    workload: analyzerDeployment(namespace),
  });

  // Two versions of one service: their pods share the label "app" and differ in the label "version".
  const web = namespace.addService('guestbook', { ports: [MeshPort.http(80, { target: 3000 })] });
  const v1 = web.addVersion('v1', page(namespace, 'v1', '1.0'));
  const v2 = web.addVersion('v2', page(namespace, 'v2', '2.0'));

  // What lies outside the mesh is declared too: no other host can be reached from inside.
  const watson = mesh.addExternalService('watson-tone-analyzer', {
    hosts: ['gateway.watsonplatform.net', 'iam.bluemix.net'],
    ports: [MeshPort.tls(443)],
  });

  // Who calls whom. Each line gives the caller an identity, lets it in, and puts the host into its proxies' scope.
  web.calls(redisMaster);
  web.calls(redisSlave);
  web.calls(analyzer, { methods: ['POST'], paths: ['/tone'] });
  redisSlave.calls(redisMaster);
  analyzer.calls(watson);

  // The way in, for browsers.
  mesh.addIngressGateway('public').expose(web, { hosts: ['guestbook.example.com'] });

  return { mesh, web, v1, v2, analyzer, watson };
}

/** The page, with cdk8s-plus. */
function page(chart: Chart, version: string, label: string): kplus.Deployment {
  return new kplus.Deployment(chart, `guestbook-${version}`, {
    metadata: { name: `guestbook-${version}` },
    replicas: 3,
    podMetadata: { labels: { app: 'guestbook', version: label } },
    containers: [{
      image: `ibmcom/guestbook:${version}`,
      ports: [{ name: 'http', number: 3000 }],
      resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(100) } },
      securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
    }],
  });
}

/** Redis, as a plain object: whatever has a pod template is a workload. */
function redis(chart: Chart, name: string, options: { role: string; image: string; replicas: number }): ApiObject {
  const labels = { app: 'redis', role: options.role };
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: options.replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: options.image, ports: [{ name: 'redis-server', containerPort: 6379 }] }] },
      },
    },
  });
}

/** The analyzer. Its key for the service outside comes from a Secret, which you create: it belongs in no manifest. */
function analyzerDeployment(chart: Chart): kplus.Deployment {
  const credentials = kplus.Secret.fromSecretName(chart, 'tone-analyzer-secret', 'tone-analyzer');
  return new kplus.Deployment(chart, 'analyzer', {
    metadata: { name: 'analyzer' },
    replicas: 1,
    podMetadata: { labels: { app: 'analyzer' } },
    containers: [{
      image: 'ibmcom/analyzer:v1.1',
      ports: [{ name: 'http', number: 5000 }],
      resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(100) } },
      securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
      envVariables: {
        VCAP_SERVICES_TONE_ANALYZER_API_KEY: credentials.envValue('apiKey'),
        VCAP_SERVICES_TONE_ANALYZER_TOKEN_ADDRESS: kplus.EnvValue.fromValue('https://iam.bluemix.net/identity/token'),
        VCAP_SERVICES_TONE_ANALYZER_SERVICE_API: credentials.envValue('url'),
      },
    }],
  });
}

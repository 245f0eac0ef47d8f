/*
 * Bookinfo, the sample application of Istio: a page that shows a book, with details and reviews; two of the three versions of
 * the reviews show ratings.
 */
import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { HttpFault, Mesh, MeshNamespace, MeshPort, MeshService, StringMatch } from 'cdk8s-istio';

const IMAGES = 'registry.istio.io/release/examples-bookinfo';
const RELEASE = '1.20.3';

export function bookinfo(app: App): Mesh {
  const mesh = new Mesh(app, 'mesh');
  const namespace = mesh.addNamespace('bookinfo');

  const productpage = service(namespace, 'productpage');
  const details = service(namespace, 'details');
  const reviews = service(namespace, 'reviews');
  const ratings = service(namespace, 'ratings');

  productpage.addVersion('v1', deployment(namespace, 'productpage', 'v1', { volumes: ['/tmp'] }));
  details.addVersion('v1', deployment(namespace, 'details', 'v1'));
  const [v1, v2, v3] = ['v1', 'v2', 'v3'].map((version) =>
    reviews.addVersion(version, deployment(namespace, 'reviews', version, { volumes: ['/tmp', '/opt/ibm/wlp/output'] })));
  const ratingsV1 = ratings.addVersion('v1', deployment(namespace, 'ratings', 'v1'));

  // Least privilege: three of the twelve paths between the services, and of these only reading.
  // Every call is under mutual TLS, which the zero-trust posture demands of the whole mesh.
  productpage.calls(details, { methods: ['GET'] });
  productpage.calls(reviews, { methods: ['GET'] });
  reviews.calls(ratings, { methods: ['GET'] });

  // A canary: the tester sees version 3, which shows ratings; of the others, one in ten sees version 2.
  const isTester = [{ headers: { 'end-user': StringMatch.exact('jason') } }];
  reviews.route({ name: 'tester', match: isTester, to: [v3.weight(100)], timeout: Duration.seconds(10) });
  reviews.split(v1.weight(90), v2.weight(10));

  // All requests for reviews: an answer within three seconds, or none. A failed one is tried twice more.
  reviews.route({
    timeout: Duration.seconds(3),
    retries: { attempts: 2, perTryTimeout: Duration.seconds(1), retryOn: ['5xx', 'connect-failure'] },
  });

  // A fault for the tester alone: ratings come seven seconds late. Does the page still work?
  ratings.route({
    name: 'slow-for-the-tester',
    match: isTester,
    to: [ratingsV1.weight(100)],
    fault: HttpFault.delay(Duration.seconds(7), 100),
  });

  mesh.addIngressGateway('public').expose(productpage, {
    hosts: ['bookinfo.example.com'],
    paths: ['/productpage', '/static', '/login', '/logout', '/api/v1/products'],
  });
  return mesh;
}

function service(namespace: MeshNamespace, name: string): MeshService {
  return namespace.addService(name, { ports: [MeshPort.http(9080)] });
}

/** One version of one service. The folders that it writes to are empty volumes. */
function deployment(chart: Chart, app: string, version: string, options: { volumes?: string[] } = {}): ApiObject {
  const name = `${app}-${version}`;
  const labels = { app, version };
  const folders = (options.volumes ?? []).map((mountPath) => ({ name: mountPath.slice(1).replaceAll('/', '-'), mountPath }));
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{
            name: app,
            image: `${IMAGES}-${app}-${version}:${RELEASE}`,
            ports: [{ containerPort: 9080 }],
            ...(app === 'reviews' && { env: [{ name: 'LOG_DIR', value: '/tmp/logs' }] }),
            ...(folders.length > 0 && { volumeMounts: folders }),
          }],
          ...(folders.length > 0 && { volumes: folders.map((folder) => ({ name: folder.name, emptyDir: {} })) }),
        },
      },
    },
  });
}

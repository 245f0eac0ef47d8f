/** What the proxy of one workload must know and enforce, said by hand from what the example declares. */
export interface ExpectedProxy {
  readonly namespace: string;
  readonly deployment: string;
  /** The hosts that it knows, all of them. */
  readonly calls?: string[];
  /** Who is let in, and with which methods. */
  readonly callers?: { port: number; principals: string[]; methods?: string[] }[];
  /** The routes to a host in their order, as `routeText` writes them. */
  readonly routes?: { host: string; routes: string[] }[];
}

const GATEWAY = 'spiffe://cluster.local/ns/istio-ingress/sa/public-service-account';

function identity(namespace: string, account: string): string {
  return `spiffe://cluster.local/ns/${namespace}/sa/${account}`;
}

function hosts(namespace: string, ...services: string[]): string[] {
  return services.map((service) => `${service}.${namespace}.svc.cluster.local`);
}

/** The workloads of each example that get a proxy. */
export const EXPECTED: Record<string, ExpectedProxy[]> = {
  guestbook: [
    {
      namespace: 'guestbook',
      deployment: 'guestbook-v1',
      calls: hosts('guestbook', 'analyzer', 'redis-master', 'redis-slave'),
      callers: [{ port: 3000, principals: [GATEWAY] }],
    },
    {
      namespace: 'guestbook',
      deployment: 'guestbook-v2',
      calls: hosts('guestbook', 'analyzer', 'redis-master', 'redis-slave'),
      callers: [{ port: 3000, principals: [GATEWAY] }],
    },
    {
      namespace: 'guestbook',
      deployment: 'redis-master',
      calls: [],
      callers: [{ port: 6379, principals: [identity('guestbook', 'guestbook'), identity('guestbook', 'redis-slave')] }],
    },
    {
      namespace: 'guestbook',
      deployment: 'analyzer',
      calls: ['gateway.watsonplatform.net', 'iam.bluemix.net'],
      callers: [{ port: 5000, principals: [identity('guestbook', 'guestbook')], methods: ['POST'] }],
    },
    {
      namespace: 'istio-ingress',
      deployment: 'public',
      routes: [{ host: 'guestbook.example.com', routes: ['/ | 80 guestbook v1, 20 guestbook v2'] }],
    },
  ],
  bookinfo: [
    {
      namespace: 'bookinfo',
      deployment: 'productpage-v1',
      calls: hosts('bookinfo', 'details', 'reviews'),
      callers: [{ port: 9080, principals: [GATEWAY] }],
      routes: [{
        host: 'reviews.bookinfo.svc.cluster.local',
        routes: [
          '/ end-user=jason | timeout 10s | reviews v3',
          '/ | timeout 3s | 2 retries of 1s on 5xx,connect-failure | 90 reviews v1, 10 reviews v2',
        ],
      }],
    },
    {
      namespace: 'bookinfo',
      deployment: 'reviews-v1',
      calls: hosts('bookinfo', 'ratings'),
      callers: [{ port: 9080, principals: [identity('bookinfo', 'productpage')], methods: ['GET'] }],
      routes: [{ host: 'ratings.bookinfo.svc.cluster.local', routes: ['/ end-user=jason | delay 7s | ratings v1', '/ | ratings'] }],
    },
    { namespace: 'bookinfo', deployment: 'reviews-v3', calls: hosts('bookinfo', 'ratings') },
    {
      namespace: 'bookinfo',
      deployment: 'details-v1',
      calls: [],
      callers: [{ port: 9080, principals: [identity('bookinfo', 'productpage')], methods: ['GET'] }],
    },
  ],
};

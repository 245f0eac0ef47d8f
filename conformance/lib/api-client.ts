import { Agent, request } from 'node:https';
import { Cluster } from './apiserver';
import { KubeObject } from './objects';

/** What an API server answers. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: any;
}

/** Where objects of a kind are found. */
interface KindPath {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** How many requests are on their way at once. */
const CONCURRENCY = 16;

/** Talks to an API server without a program in between: many small changes a second, each with its answer. */
export class ApiClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY, rejectUnauthorized: false });
  private readonly kinds = new Map<string, Promise<Map<string, KindPath>>>();

  constructor(private readonly cluster: Cluster) {}

  /** Creates an object, with a complaint about every unknown field, and gives it as it is stored. */
  public async create(object: KubeObject): Promise<KubeObject> {
    return this.expect(201, object, await this.send('POST', `${await this.collection(object)}?fieldValidation=Strict`, object));
  }

  /** Changes the status of an object, and gives the object as it is stored. */
  public async setStatus(object: KubeObject, status: object): Promise<KubeObject> {
    return this.expect(200, object, await this.send('PATCH', `${await this.pathOf(object)}/status`, { status }, 'application/merge-patch+json'));
  }

  /** The object of that kind and name, or undefined. */
  public async find(object: KubeObject): Promise<KubeObject | undefined> {
    const answer = await this.send('GET', await this.pathOf(object));
    return answer.status === 404 ? undefined : this.expect(200, object, answer);
  }

  /** A token of a service account, as the kubelet would mount it for istiod; the account is made where it is missing. */
  public async token(namespace: string, name: string): Promise<string> {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    if (await this.find(account) === undefined) await this.create(account);
    const wanted = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { audiences: ['istio-ca'] } };
    const answer = await this.send('POST', `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`, wanted);
    return (this.expect(201, account, answer) as any).status.token;
  }

  /** Deletes an object at once. */
  public async delete(object: KubeObject): Promise<void> {
    this.expect(200, object, await this.send('DELETE', await this.pathOf(object), { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0 }));
  }

  /** Closes the connections. */
  public close(): void {
    this.agent.destroy();
  }

  private expect(status: number, { kind, metadata }: KubeObject, answer: ApiAnswer): KubeObject {
    if (answer.status === status) return answer.body;
    throw new Error(`The API server answers ${answer.status} for ${kind} ${metadata.namespace ?? ''}/${metadata.name}: ${answer.body?.message ?? JSON.stringify(answer.body)}`);
  }

  private async pathOf(object: KubeObject): Promise<string> {
    return `${await this.collection(object)}/${object.metadata.name}`;
  }

  private async collection({ apiVersion, kind, metadata }: KubeObject): Promise<string> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const found = (await this.kindsOf(root)).get(kind);
    if (found === undefined) throw new Error(`The API server has no kind ${kind} of ${apiVersion}`);
    return found.namespaced ? `${root}/namespaces/${metadata.namespace ?? 'default'}/${found.plural}` : `${root}/${found.plural}`;
  }

  private async kindsOf(root: string): Promise<Map<string, KindPath>> {
    let kinds = this.kinds.get(root);
    if (kinds === undefined) {
      kinds = this.send('GET', root).then(({ body }) => new Map((body.resources ?? [] as any[])
        .filter(({ name }: any) => !name.includes('/'))
        .map(({ kind, name, namespaced }: any): [string, KindPath] => [kind, { plural: name, namespaced }])));
      this.kinds.set(root, kinds);
    }
    return kinds;
  }

  private async send(method: string, place: string, content?: object, type = 'application/json'): Promise<ApiAnswer> {
    const body = content === undefined ? undefined : JSON.stringify(content);
    return new Promise((resolve, reject) => {
      const call = request(`${this.cluster.server}${place}`, {
        agent: this.agent,
        method,
        headers: {
          authorization: `Bearer ${this.cluster.token}`,
          ...(body !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
        },
      }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: read(Buffer.concat(parts).toString()) }));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
  }
}

function read(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

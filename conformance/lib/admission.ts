import { Agent, request } from 'node:https';
import { Cluster } from './apiserver';
import { Bundle } from '../../src/resources/bundle';

/** What an API server says to the creation of an object. */
export interface Verdict {
  readonly taken: boolean;
  /** Why not; empty when it is taken. */
  readonly message: string;
}

/** How many requests are on their way at once. */
const CONCURRENCY = 24;

/** Asks an API server whether it would create each of the objects. Nothing is stored; unknown fields are refused. */
export async function dryRun(cluster: Cluster, objects: readonly any[], bundle: Bundle): Promise<Verdict[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY, rejectUnauthorized: false });
  const verdicts: Verdict[] = [];
  let next = 0;
  const worker = async () => {
    while (next < objects.length) {
      const index = next++;
      verdicts[index] = await ask(cluster, agent, objects[index], bundle);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    agent.destroy();
  }
  return verdicts;
}

async function ask(cluster: Cluster, agent: Agent, object: any, bundle: Bundle): Promise<Verdict> {
  const { plural, scope } = bundle.kinds[object.kind];
  const place = scope === 'Namespaced' ? `namespaces/${object.metadata.namespace ?? 'default'}/${plural}` : plural;
  const body = JSON.stringify(object);
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const call = request(`${cluster.server}/apis/${object.apiVersion}/${place}?dryRun=All&fieldValidation=Strict`, {
      agent, method: 'POST', headers: { 'authorization': `Bearer ${cluster.token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
  if (status === 201 || status === 200) return { taken: true, message: '' };
  // Bad request: what cannot be read, or an unknown field. Unprocessable: what the schema or a rule refuses.
  if (status === 400 || status === 422) return { taken: false, message: JSON.parse(text).message };
  throw new Error(`The API server answers ${status} to a ${object.kind}: ${text.slice(0, 500)}`);
}

import { request } from 'node:https';

/** What a webhook says to the creation of a pod. */
export interface ReviewAnswer {
  readonly allowed: boolean;
  /** The JSON patch as text; empty when the pod stays as it is. */
  readonly patch: string;
}

/** Asks an injection webhook on this machine about a pod, as an API server asks. */
export async function injectionReview(port: number, pod: object, namespace: string): Promise<ReviewAnswer> {
  const uid = '6f3c0c3e-0000-4000-8000-000000000001';
  const body = JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid,
      kind: { group: '', version: 'v1', kind: 'Pod' },
      resource: { group: '', version: 'v1', resource: 'pods' },
      namespace,
      operation: 'CREATE',
      object: { apiVersion: 'v1', kind: 'Pod', ...pod },
    },
  });
  const text = await post(port, '/inject', body);
  const { response } = JSON.parse(text);
  if (response?.uid !== uid) throw new Error(`The webhook answers something else than was asked: ${text.slice(0, 500)}`);
  return { allowed: response.allowed, patch: response.patch === undefined ? '' : Buffer.from(response.patch, 'base64').toString() };
}

async function post(port: number, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    // Its certificate is for the name of a Service.
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers, rejectUnauthorized: false, timeout: 10_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`The webhook answers ${response.statusCode}: ${text.slice(0, 500)}`));
      });
      response.on('error', reject);
    });
    call.on('timeout', () => call.destroy(new Error('The webhook did not answer within 10 s')));
    call.on('error', reject);
    call.end(body);
  });
}

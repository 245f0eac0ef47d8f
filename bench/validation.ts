import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { time } from './measure';

const GVK = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService' };

/** The library as it is published: what runs a program in TypeScript at once, as this one, makes it slower than it is. */
const library = (): typeof import('cdk8s-istio') => createRequire(__filename)(path.join(__dirname, '..'));

/** How long it takes to declare and write VirtualServices with their class, which checks each of them. */
export function timeChecked(count: number): number {
  const { ProtoDuration, VirtualService } = library();
  return timeSynthesis((chart) => {
    for (let at = 0; at < count; at++) new VirtualService(chart, `route-${at}`, { metadata: { name: `route-${at}` }, spec: specOf(at, ProtoDuration.seconds(5)) });
  });
}

/** How long it takes to declare and write the same objects in bare cdk8s. */
export function timeUnchecked(count: number): number {
  return timeSynthesis((chart) => {
    for (let at = 0; at < count; at++) new ApiObject(chart, `route-${at}`, { ...GVK, metadata: { name: `route-${at}` }, spec: specOf(at, '5s') });
  });
}

/** A route as most are: a match, two versions with weights, a timeout and retries, and a way for all other requests. */
function specOf(at: number, timeout: any): any {
  const host = `service-${at}.shop.svc.cluster.local`;
  return {
    hosts: [host],
    gateways: ['mesh'],
    http: [
      {
        name: 'canary',
        match: [{ uri: { prefix: '/api' }, headers: { 'x-canary': { exact: 'true' } } }],
        route: [
          { destination: { host, subset: 'v1', port: { number: 8080 } }, weight: 80 },
          { destination: { host, subset: 'v2', port: { number: 8080 } }, weight: 20 },
        ],
        timeout,
        retries: { attempts: 3, retryOn: '5xx,reset' },
      },
      { route: [{ destination: { host, subset: 'v1' } }] },
    ],
  };
}

function timeSynthesis(declare: (chart: Chart) => void): number {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-istio-validation-'));
  try {
    return time(() => {
      const app = new App({ outdir });
      declare(new Chart(app, 'routes', { namespace: 'shop' }));
      app.synth();
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

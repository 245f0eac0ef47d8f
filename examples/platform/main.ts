import { App } from 'cdk8s';
import { platform, Prod } from './platform';

/** Synthesizes the platform into a folder. */
export function synthesize(outdir: string, prod?: Prod) {
  const app = new App({ outdir });
  const istio = platform(app, prod);
  app.synth();
  return istio;
}

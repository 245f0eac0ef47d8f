import { App } from 'cdk8s';
import { bookinfo } from './bookinfo';

/** Synthesizes bookinfo into a folder. */
export function synthesize(outdir: string) {
  const app = new App({ outdir });
  const mesh = bookinfo(app);
  app.synth();
  return mesh;
}

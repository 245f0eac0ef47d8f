import { App } from 'cdk8s';
import { guestbook } from './guestbook';
import { DEFAULT_PLAN, plans } from './plans';

/** Synthesizes the guestbook with one of its plans into a folder. */
export function synthesize(outdir: string, plan: string = DEFAULT_PLAN) {
  if (!Object.hasOwn(plans, plan)) {
    throw new Error(`There is no plan "${plan}". Choose one of: ${Object.keys(plans).join(', ')}.`);
  }
  const app = new App({ outdir });
  const declared = guestbook(app);
  plans[plan](declared);
  app.synth();
  return declared.mesh;
}

import { failure, listed } from '../../reference/fail';
import { StringMatch } from '../../resources';
import { ReleasePlan, ReleaseStep } from '../../traffic/release/plan';
import type { ServiceRouting } from '../routing/service-routing';
import type { MeshService } from '../service/service';
import { ServiceVersion } from '../service/service-version';

/** Between which versions a release goes. */
export interface ReleaseOptions {
  /**
   * The version that runs already.
   *
   * @default the first of the service's two versions
   */
  readonly stable?: ServiceVersion;
  /**
   * The version that is released.
   *
   * @default the second of the service's two versions
   */
  readonly next?: ServiceVersion;
}

/** Writes the routes of one step of a release: a split, a mirror, and where requests of a preview or with a cookie go. */
export function release(service: MeshService, routing: ServiceRouting, plan: ReleasePlan, number: number, options: ReleaseOptions): void {
  const step = stepOf(service, plan, number);
  const { stable, next } = versionsOf(service, options);
  const share = next.weight(step.weight);
  const cookie = step.weight > 0 && step.weight < 100 ? plan.stickiness : undefined;
  if (cookie) {
    routing.vary({ name: 'sticky', match: [{ headers: { cookie: StringMatch.regex(cookie.expression(next.name)) } }], to: [next.weight(100)] });
  }
  if (step.preview.length > 0) routing.vary({ name: 'preview', match: step.preview, to: [next.weight(100)] });
  if (step.mirrorPercentage > 0) routing.mirror(next.weight(step.mirrorPercentage));
  const shares = [
    ...(step.weight < 100 ? [stable.weight(100 - step.weight)] : []),
    ...(step.weight > 0 ? [cookie ? share._with({ response: { add: { 'Set-Cookie': cookie.header(next.name) } } }) : share] : []),
  ];
  routing.split(shares);
}

function stepOf(service: MeshService, plan: ReleasePlan, number: number): ReleaseStep {
  const { steps } = plan;
  if (Number.isInteger(number) && number >= 0 && number < steps.length) return plan.at(number);
  throw failure(service, `The release plan has no step ${number}`, `Give one of ${steps.map(({ name }, at) => `${at} (${name})`).join(', ')}`);
}

function versionsOf(service: MeshService, { stable, next }: ReleaseOptions): { readonly stable: ServiceVersion; readonly next: ServiceVersion } {
  const { versions } = service;
  const names = listed(versions.map(({ name }) => name));
  if ((stable === undefined || next === undefined) && versions.length !== 2) {
    throw failure(service, `The service has ${versions.length} versions (${names}), and a release goes from one to another`,
      'Say which with { stable, next }, or add two versions with addVersion()');
  }
  const from = stable ?? versions.find((version) => version !== next)!;
  const to = next ?? versions.find((version) => version !== from)!;
  const foreign = [from, to].find((version) => !versions.includes(version));
  if (foreign !== undefined) {
    throw failure(service, `Version "${foreign.name}" of ${foreign.host} is none of the service's, which are ${names}`, 'Give versions that addVersion() of this service made');
  }
  if (from === to) throw failure(service, `Version "${from.name}" cannot be released over itself`, 'Give two versions');
  return { stable: from, next: to };
}

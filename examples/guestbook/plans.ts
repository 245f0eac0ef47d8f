/*
 * What can be done with the traffic of the guestbook once it is declared: one function a plan, each a few words.
 * `npm run demo -- --plan NAME` synthesizes the guestbook with another plan than the default.
 */
import { IstioMetric, StringMatch } from 'cdk8s-istio';
import { Guestbook } from './guestbook';

export const plans: { readonly [name: string]: (guestbook: Guestbook) => void } = {
  /** Everybody sees the first version. */
  'all-v1': ({ web, v1 }) => web.split(v1.weight(100)),

  /** Everybody sees the second version, which is told so by a header. */
  'all-v2': ({ web, v2 }) => web.route({ to: [v2.weight(100)], headers: { request: { set: { hello: 'world' } } } }),

  /** One in five sees the second version. */
  '80-20': ({ web, v1, v2 }) => web.split(v1.weight(80), v2.weight(20)),

  /** Firefox sees the second version, everybody else the first. */
  'by-header': ({ web, v1, v2 }) => {
    web.route({ match: [{ headers: { 'user-agent': StringMatch.regex('.*Firefox.*') } }], to: [v2.weight(100)] });
    web.split(v1.weight(100));
  },

  /** Nobody gets through to the guestbook. */
  'denial': ({ web, v1 }) => {
    web.split(v1.weight(100));
    web.denyAll();
  },

  /** Each request is counted with a message of its own, and failed ones are written to the access log. */
  'telemetry': ({ web, v1, v2 }) => {
    web.split(v1.weight(80), v2.weight(20));
    web.addTelemetry({
      metrics: [{ metric: IstioMetric.REQUEST_COUNT, tags: { message: '"twice the fun!"' } }],
      accessLog: { filter: 'response.code >= 400' },
    });
  },
};

/** The plan of `npm run demo`. */
export const DEFAULT_PLAN = '80-20';

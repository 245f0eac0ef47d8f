import { JsonObject } from '../../reference/json';
import { orElse, orNull, text } from '../values/read';
import { at } from '../values/tree';
import { IstiodValues } from '../values/types';

/** Where proxies send traces, by the tracer that the values name: a field of the proxy configuration, or nothing. */
export function tracingOf(global: IstiodValues['global']): JsonObject {
  const { tracer } = global.proxy;
  const given = (field: string, byDefault: unknown): unknown => orElse(at(global.tracer, [tracer, field]) as unknown, byDefault);
  switch (text(tracer)) {
    case 'none':
      return {};
    case '':
    case 'openCensusAgent':
      // Proxies do not know the tracer any more.
      return { tracing: null };
    case 'zipkin':
      return { tracing: { zipkin: { address: given('address', `zipkin.${global.istioNamespace}:9411`) } } };
    case 'datadog':
      return { tracing: { datadog: { address: given('address', '$(HOST_IP):8126') } } };
    case 'lightstep':
      return { tracing: { lightstep: lightstep(global) } };
    case 'stackdriver':
      return {
        tracing: {
          stackdriver: { debug: false, maxNumberOfAttributes: 200, maxNumberOfAnnotations: 200, maxNumberOfMessageEvents: 200 },
        },
      };
    default:
      throw new Error(`The tracer "${tracer}" is not known. Use zipkin, lightstep, datadog, stackdriver or none.`);
  }
}

function lightstep({ tracer }: IstiodValues['global']): JsonObject {
  return { address: orNull(at(tracer, ['lightstep', 'address'])), accessToken: orNull(at(tracer, ['lightstep', 'accessToken'])) };
}

import { JsonObject } from '../../reference/json';
import { isGiven, orElse } from '../values/read';
import { at } from '../values/tree';
import { IstiodValues } from '../values/types';

/** Where proxies send traces, by the tracer that the values name: a field of the proxy configuration, or nothing. */
export function tracingOf(global: IstiodValues['global']): JsonObject {
  const { tracer } = global.proxy;
  const given = (field: string, byDefault: unknown): unknown => orElse(at(global.tracer, [tracer, field]) as unknown, byDefault);
  switch (tracer) {
    case 'none':
      return {};
    case 'zipkin':
      return { tracing: { zipkin: { address: given('address', `zipkin.${global.istioNamespace}:9411`) } } };
    case 'datadog':
      return { tracing: { datadog: { address: given('address', '$(HOST_IP):8126') } } };
    case 'lightstep':
      return { tracing: { lightstep: { address: needed(global, 'address'), accessToken: needed(global, 'accessToken') } } };
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

function needed({ tracer }: IstiodValues['global'], field: string): unknown {
  const value = at(tracer, ['lightstep', field]);
  if (!isGiven(value)) {
    throw new Error(`The tracer "lightstep" has no ${field}. Set values.global.tracer.lightstep.${field}.`);
  }
  return value;
}

import { fields, list, map, Shape } from '../values/shape';

/** Fields by which proxies are told where to send traces. */
export const TRACING: Shape = fields({
  customTags: map(fields({
    environment: fields({ defaultValue: 'string', name: 'string' }),
    header: fields({ defaultValue: 'string', name: 'string' }),
    literal: fields({ value: 'string' }),
  })),
  datadog: fields({ address: 'string' }),
  enableIstioTags: 'boolean',
  lightstep: fields({ accessToken: 'string', address: 'string' }),
  maxPathTagLength: 'integer',
  openCensusAgent: fields({
    address: 'string',
    context: list(['UNSPECIFIED', 'W3C_TRACE_CONTEXT', 'GRPC_BIN', 'CLOUD_TRACE_CONTEXT', 'B3']),
  }),
  sampling: 'number',
  // Its fields were removed from Istio: proxies do not read them any more.
  stackdriver: fields({}),
  tlsSettings: 'anything',
  zipkin: fields({ address: 'string' }),
});

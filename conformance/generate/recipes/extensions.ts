import { bound, drawn, port } from './common';
import { Draw } from '../draw';

/** Images, their configuration and environment, and where they stand. */
export function wasmPlugin(draw: Draw): object {
  return { ...bound(draw), ...wasm(draw), phase: draw.maybe(0.5, () => draw.value(['AUTHN', 'AUTHZ', 'STATS', 'UNSPECIFIED_PHASE'], ['UNSPECIFIED', 'authn'])), priority: priority(draw), match: match(draw) };
}

export function trafficExtension(draw: Draw): object {
  const lua = draw.chance(0.4);
  return {
    ...bound(draw, { targetRef: false }),
    lua: draw.maybe(lua && !draw.chance(draw.oddness) ? 1 : draw.oddness, () => draw.oddly(() => ({})) ?? { inlineCode: draw.value(['function envoy_on_request(handle) end'], ['', 'a'.repeat(65536), 'a'.repeat(65537), 'not lua', 'é'.repeat(40000)]) }),
    wasm: draw.maybe(!lua && !draw.chance(draw.oddness) ? 1 : draw.oddness, () => draw.oddly(() => ({})) ?? wasm(draw)),
    phase: draw.maybe(0.5, () => draw.value(['AUTHN', 'AUTHZ', 'STATS', 'UNSPECIFIED'], ['UNSPECIFIED_PHASE', 'authn'])),
    priority: priority(draw),
    match: match(draw),
  };
}

function priority(draw: Draw): unknown {
  return draw.maybe(0.4, () => draw.value<unknown>([10, 0, -5, null], [2147483648, 1.5, '10']));
}

function match(draw: Draw): unknown {
  return draw.maybe(0.35, () => draw.list(1, 2, () => draw.oddly(() => draw.pick([{}, { ports: [] }])) ?? {
    mode: draw.maybe(0.7, () => draw.value(['CLIENT', 'SERVER', 'CLIENT_AND_SERVER', 'UNDEFINED'], ['BOTH'])),
    ports: draw.maybe(0.5, () => draw.list(1, 2, (index) => draw.oddly(() => ({})) ?? { number: draw.oddly(() => port(draw)) ?? 80 + index })),
  }));
}

function wasm(draw: Draw): object {
  return {
    url: draw.oddly(() => draw.pick([undefined, ''])) ?? drawn(draw, 'wasmUrl'),
    sha256: draw.maybe(0.25, () => drawn(draw, 'sha256')),
    imagePullPolicy: draw.maybe(0.3, () => draw.value(['IfNotPresent', 'Always', 'UNSPECIFIED_POLICY'], ['Never'])),
    imagePullSecret: draw.maybe(0.2, () => draw.value(['pull', 'a'.repeat(253)], ['', 'a'.repeat(254)])),
    verificationKey: draw.maybe(0.1, () => drawn(draw, 'text')),
    pluginName: draw.maybe(0.3, () => draw.value(['filter', 'a'.repeat(254)], ['', 'a'.repeat(255), 'a'.repeat(256), 'a'.repeat(257)])),
    pluginConfig: draw.maybe(0.4, () => draw.value<unknown>([{ key: 'value', list: [1, 'a', null], deep: { on: true } }, {}], ['text', 1, []])),
    failStrategy: draw.maybe(0.3, () => draw.value(['FAIL_OPEN', 'FAIL_CLOSE', 'FAIL_RELOAD'], ['OPEN'])),
    type: draw.maybe(0.2, () => draw.value(['HTTP', 'NETWORK', 'UNSPECIFIED_PLUGIN_TYPE'], ['TCP'])),
    vmConfig: draw.maybe(0.3, () => ({
      env: draw.maybe(0.95, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, 3, (index) => ({
        name: draw.oddly(() => draw.pick(['', 'A0', 'a'.repeat(256), 'a'.repeat(257), undefined])) ?? `A${index}`,
        ...draw.oddly(() => ({ valueFrom: 'HOST', value: 'x' })) ?? draw.way<object>(
          () => ({ value: draw.value(['x', ''], ['a'.repeat(2048), 'a'.repeat(2049)]) }), () => ({ valueFrom: 'HOST' }), () => ({ valueFrom: draw.value(['INLINE'], ['SECRET']), value: 'x' }), () => ({})),
      }))),
    })),
  };
}

/** Metrics, traces and logs, with their overrides. */
export function telemetry(draw: Draw): object {
  const mode = () => draw.value(['CLIENT', 'SERVER', 'CLIENT_AND_SERVER'], ['BOTH', '']);
  const providers = () => draw.maybe(0.6, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, draw.chance(draw.oddness) ? 2 : 1, () => ({ name: draw.value(['prometheus', 'envoy', 'zipkin'], ['', ' ', undefined as unknown as string]) })));
  return {
    ...bound(draw),
    metrics: draw.maybe(0.5, () => draw.list(1, 2, () => ({
      providers: providers(),
      reportingInterval: draw.maybe(0.2, () => drawn(draw, 'duration')),
      overrides: draw.maybe(0.7, () => draw.list(1, 2, () => draw.oddly(() => ({})) ?? {
        match: draw.maybe(0.7, () => draw.oddly(() => draw.pick([{}, { customMetric: '' }, { metric: 'REQUEST_COUNT', customMetric: 'x' }])) ?? {
          ...draw.way<object>(() => ({ metric: draw.value(['REQUEST_COUNT', 'ALL_METRICS', 'GRPC_REQUEST_MESSAGES', 'TCP_SENT_BYTES'], ['request_count', 'FOO']) }), () => ({ customMetric: draw.value(['my_metric'], ['']) }), () => ({})),
          mode: draw.maybe(0.5, mode),
        }),
        disabled: draw.maybe(0.4, () => draw.chance(0.5)),
        tagOverrides: draw.maybe(0.5, () => ({
          [draw.value(['request_host', 'a'], [''])]: draw.oddly(() => draw.pick([{}, { operation: 'UPSERT' }, { operation: 'UPSERT', value: '' }, { operation: 'REMOVE', value: 'x' }, { operation: 'REMOVE', value: '' }, { value: 'x' }]))
            ?? draw.pick([{ operation: 'REMOVE' }, { operation: 'UPSERT', value: 'request.host' }, { value: 'request.path' }]),
        })),
      })),
    }))),
    tracing: draw.maybe(0.5, () => draw.list(draw.chance(draw.oddness) ? 0 : 1, draw.chance(draw.oddness) ? 2 : 1, () => ({
      providers: providers(),
      match: draw.maybe(0.2, () => ({ mode: draw.maybe(0.9, mode) })),
      randomSamplingPercentage: draw.maybe(0.5, () => draw.value<unknown>([0, 50, 100, 33.3, null], [-1, 101, 100.001, '50'])),
      disableSpanReporting: draw.maybe(0.2, () => draw.chance(0.5)),
      useRequestIdForTraceSampling: draw.maybe(0.2, () => draw.chance(0.5)),
      enableIstioTags: draw.maybe(0.2, () => draw.chance(0.5)),
      disableContextPropagation: draw.maybe(0.1, () => draw.chance(0.5)),
      customTags: draw.maybe(0.5, () => Object.fromEntries(draw.list(1, 2, () => [draw.value(['tag', 'other'], ['', ' ']), customTag(draw)]))),
    }))),
    accessLogging: draw.maybe(0.5, () => draw.list(1, 2, () => ({
      providers: draw.maybe(0.6, () => draw.list(1, 2, () => ({ name: draw.value(['envoy'], ['']) }))),
      match: draw.maybe(0.3, () => ({ mode: draw.maybe(0.9, mode) })),
      disabled: draw.maybe(0.3, () => draw.chance(0.5)),
      filter: draw.maybe(0.4, () => ({
        expression: draw.value(['response.code >= 400', 'true', '!has(response.code) || response.code >= 500', 'request.url_path.contains("v1beta3")', 'xds.cluster_name == "x"'],
          ['', 'response.code >', 'foo.bar', 'response.code ==== 1', '1 + ', '"unterminated', 'request.headers["a"] == 1', 'has(1)', '(', 'response.code >= 400 &&', 'unknown(1)', 'response.code == "400"']),
      })),
    }))),
  };
}

function customTag(draw: Draw): object {
  return draw.oddly(() => draw.pick([{}, { literal: {} }, { environment: {} }, { header: {} }, { formatter: {} }, { literal: { value: 'a' }, header: { name: 'b' } }])) ?? draw.way<object>(
    () => ({ literal: { value: draw.value(['a'], ['']) } }),
    () => ({ environment: { name: draw.value(['A'], ['']), defaultValue: draw.maybe(0.5, () => 'x') } }),
    () => ({ header: { name: draw.value(['x-a'], ['', 'x a']), defaultValue: draw.maybe(0.5, () => 'x') } }),
    () => ({ formatter: { value: draw.value(['%REQ(a)%'], ['', '%']) } }),
  );
}


import { Draw } from '../draw';
import { count, drawn, labels, percent, port, selector } from '../values';

/** What a policy is bound to: workloads, or resources by reference. */
export function bound(draw: Draw, { targetRef = true } = {}): object {
  const choice = draw.next();
  if (choice < 0.35) return {};
  return {
    selector: choice < 0.75 ? selector(draw) : draw.oddly(() => selector(draw)),
    targetRefs: choice >= 0.75 && (choice < 0.9 || !targetRef)
      ? draw.list(1, 2, () => reference(draw)) : draw.oddly(() => draw.list(0, 2, () => reference(draw))),
    targetRef: targetRef && choice >= 0.9 ? reference(draw) : undefined,
  };
}

export function reference(draw: Draw): object {
  const [group, kind] = draw.value([
    ['gateway.networking.k8s.io', 'Gateway'], ['', 'Service'], ['networking.istio.io', 'ServiceEntry'], ['gateway.networking.k8s.io', 'GatewayClass'],
  ], [['core', 'Service'], ['', 'Gateway'], ['apps', 'Deployment'], ['networking.istio.io', 'Gateway'], ['Bad_Group', 'Service'], ['', 'service'], ['', 'Pod']]) as string[];
  return {
    group: group === '' ? draw.maybe(0.5, () => group) : group,
    kind,
    name: draw.value(['public', 'web'], ['', 'a'.repeat(254), 'Bad_Name']),
    namespace: draw.maybe(0.05, () => '') ?? draw.oddly(() => 'other'),
  };
}

export function stringMatch(draw: Draw, sort: 'uri' | 'headerValue' | 'host' | 'text' = 'uri'): object {
  return draw.oddly(() => draw.pick([{}, { exact: '' }, { prefix: '' }, { regex: '' }, { exact: 'a', prefix: 'b' }])) ?? draw.way<object>(
    () => ({ exact: drawn(draw, sort) }),
    () => ({ prefix: drawn(draw, sort) }),
    () => ({ regex: drawn(draw, 'regex') }),
  );
}

export function destination(draw: Draw): object {
  return {
    host: draw.oddly(() => draw.pick([...['*', '', '10.0.0.1', 'a b', '*.example.com']])) ?? drawn(draw, 'host'),
    subset: draw.maybe(0.4, () => drawn(draw, 'name')),
    port: draw.maybe(0.4, () => draw.oddly(() => ({})) ?? { number: port(draw) }),
  };
}

export function connectionPool(draw: Draw): object {
  return draw.oddly(() => ({})) ?? {
    tcp: draw.maybe(0.6, () => ({
      maxConnections: draw.maybe(0.5, () => count(draw)),
      connectTimeout: draw.maybe(0.5, () => drawn(draw, 'duration')),
      maxConnectionDuration: draw.maybe(0.3, () => drawn(draw, 'duration')),
      idleTimeout: draw.maybe(0.3, () => drawn(draw, 'duration')),
      tcpKeepalive: draw.maybe(0.4, () => ({
        probes: draw.maybe(0.5, () => draw.value([3], [0, -1, 4294967296])), time: draw.maybe(0.5, () => drawn(draw, 'duration')), interval: draw.maybe(0.5, () => drawn(draw, 'duration')),
      })),
    })),
    http: draw.maybe(0.6, () => ({
      http1MaxPendingRequests: draw.maybe(0.4, () => count(draw)),
      http2MaxRequests: draw.maybe(0.4, () => count(draw)),
      maxRequestsPerConnection: draw.maybe(0.4, () => count(draw)),
      maxRetries: draw.maybe(0.4, () => count(draw)),
      idleTimeout: draw.maybe(0.4, () => drawn(draw, 'duration')),
      h2UpgradePolicy: draw.maybe(0.4, () => draw.value(['DEFAULT', 'DO_NOT_UPGRADE', 'UPGRADE'], ['default', 'NO'])),
      useClientProtocol: draw.maybe(0.3, () => draw.chance(0.5)),
      maxConcurrentStreams: draw.maybe(0.3, () => count(draw)),
      http2KeepAlive: draw.maybe(0.2, () => ({ interval: draw.maybe(0.9, () => drawn(draw, 'duration')), timeout: draw.maybe(0.9, () => drawn(draw, 'duration')) })),
    })),
  };
}

export function clientTls(draw: Draw): object {
  const mode = draw.value(['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'], ['simple', 'PASSTHROUGH']);
  const certain = (when: string) => mode === when ? 0.9 : draw.oddness;
  return {
    mode: draw.maybe(0.95, () => mode),
    clientCertificate: draw.maybe(certain('MUTUAL'), () => drawn(draw, 'path')),
    privateKey: draw.maybe(certain('MUTUAL'), () => drawn(draw, 'path')),
    caCertificates: draw.maybe(mode === 'SIMPLE' ? 0.4 : draw.oddness, () => drawn(draw, 'path')),
    caCrl: draw.maybe(mode === 'SIMPLE' ? 0.1 : draw.oddness, () => drawn(draw, 'path')),
    credentialName: draw.maybe(mode === 'SIMPLE' ? 0.15 : draw.oddness, () => draw.value(
      ['credential', 'kubernetes://credential'],
      ['', 'configmap://', 'configmap://ca', 'configmap://default/ca', 'configmap://other/ca', 'configmap://a/b/c', 'configmap:///ca', 'kubernetes-gateway://a/b', 'builtin://', 'sds://x', 'configmap://shop/ca', 'configmap://Shop/CA'])),
    subjectAltNames: draw.maybe(0.2, () => draw.list(1, 2, () => drawn(draw, 'host'))),
    sni: draw.maybe(0.3, () => drawn(draw, 'host')),
    insecureSkipVerify: draw.maybe(0.15, () => draw.chance(0.6)),
  };
}

export function serverTls(draw: Draw, likely?: string): object {
  const modes = ['SIMPLE', 'MUTUAL', 'PASSTHROUGH', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'];
  const mode: string = likely !== undefined && draw.chance(0.7) ? likely : draw.value(modes, ['simple', 'NONE']);
  const serves = ['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode);
  const how = serves ? draw.pick(['credential', 'credentials', 'files', 'certificates']) : 'none';
  const when = (one: string) => how === one ? 0.95 : draw.oddness;
  return {
    mode,
    credentialName: draw.maybe(when('credential'), () => draw.value(['public-cert', 'kubernetes://cert'], ['', 'Bad Name', 'a/b', 'configmap://x', 'builtin://', 'kubernetes-gateway://ns/a'])),
    credentialNames: draw.maybe(when('credentials'), () => draw.list(1, draw.chance(draw.oddness) ? 3 : 2, () => draw.value(['a', 'b'], ['']))),
    serverCertificate: draw.maybe(when('files'), () => drawn(draw, 'path')),
    privateKey: draw.maybe(when('files'), () => drawn(draw, 'path')),
    tlsCertificates: draw.maybe(when('certificates'), () => draw.list(draw.chance(draw.oddness) ? 0 : 1, draw.chance(draw.oddness) ? 3 : 2, () => ({
      serverCertificate: draw.maybe(0.95, () => drawn(draw, 'path')), privateKey: draw.maybe(0.95, () => drawn(draw, 'path')), caCertificates: draw.maybe(0.3, () => drawn(draw, 'path')),
    }))),
    caCertificates: draw.maybe(mode.endsWith('MUTUAL') && mode !== 'ISTIO_MUTUAL' ? 0.7 : draw.oddness, () => drawn(draw, 'path')),
    caCrl: draw.maybe(mode === 'MUTUAL' ? 0.2 : draw.oddness, () => drawn(draw, 'path')),
    caCertCredentialName: draw.maybe(0.1, () => draw.value(['ca'], [''])),
    subjectAltNames: draw.maybe(0.2, () => draw.list(1, 2, () => drawn(draw, 'host'))),
    minProtocolVersion: draw.maybe(0.3, () => draw.value(['TLSV1_2', 'TLSV1_3', 'TLS_AUTO', 'TLSV1_0', 'TLSV1_1'], ['TLSV1_4'])),
    maxProtocolVersion: draw.maybe(0.2, () => draw.value(['TLSV1_2', 'TLSV1_3', 'TLS_AUTO', 'TLSV1_0', 'TLSV1_1'])),
    cipherSuites: draw.maybe(0.25, () => draw.list(1, 3, () => draw.value(
      ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES128-SHA', 'AES256-SHA', 'ALL'],
      ['', 'FOO', 'ECDHE-ECDSA-AES128-SHA-GCM', 'DES-CBC3-SHA', 'TLS_AES_128_GCM_SHA256', 'ecdhe-rsa-aes128-sha', 'PSK-AES128-CBC-SHA', 'AES128-GCM-SHA256']))),
    httpsRedirect: draw.oddly(() => true),
    verifyCertificateSpki: draw.maybe(0.08, () => ['aGFzaA==']),
    verifyCertificateHash: draw.maybe(0.08, () => ['ab:cd']),
    insecureSkipVerify: draw.maybe(0.1, () => draw.chance(0.5)),
  };
}

export { count, drawn, labels, percent, port, selector };

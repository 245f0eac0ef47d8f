import { Testing } from 'cdk8s';
import { EastWestGateway, EastWestGatewayProps, Posture } from '../../src';
import { meshFor } from '../mesh/harness';

function eastWest(props: Partial<EastWestGatewayProps> = {}, meshProps = {}): { gateway: EastWestGateway; of: (kind: string) => any } {
  const { mesh } = meshFor(meshProps);
  const namespace = mesh.addNamespace('edge');
  const gateway = new EastWestGateway(namespace, 'istio-eastwest', { network: 'network-1', ...props });
  return { gateway, of: (kind) => Testing.synth(namespace).find((object) => object.kind === kind) };
}

test('a gateway between networks has the ports and the label by which other clusters find it', () => {
  const { gateway, of } = eastWest();
  expect(of('Service').metadata.labels['topology.istio.io/network']).toBe('network-1');
  expect(of('Service').spec.ports.map(({ name, port }: any) => [name, port])).toEqual([
    ['status-port', 15021], ['tls', 15443], ['tls-istiod', 15012], ['tls-webhook', 15017],
  ]);
  expect(gateway.network).toBe('network-1');
  expect(gateway.host).toBe('istio-eastwest.edge.svc.cluster.local');
  expect(gateway.selector).toEqual({ app: 'istio-eastwest', istio: 'eastwest' });
});

test('its pods are injected, and see their own network alone', () => {
  const { metadata, spec } = eastWest().of('Deployment').spec.template;
  expect(metadata.labels['topology.istio.io/network']).toBe('network-1');
  expect(spec.containers[0].image).toBe('registry.istio.io/release/proxyv2:1.31.4');
  expect(spec.containers[0].env).toContainEqual({ name: 'ISTIO_META_REQUESTED_NETWORK_VIEW', value: 'network-1' });
});

test('services are exposed by their server names, and say themselves who may call', () => {
  const { of } = eastWest();
  expect(of('Gateway').spec).toEqual({
    selector: { app: 'istio-eastwest', istio: 'eastwest' },
    servers: [{ port: { number: 15443, name: 'tls', protocol: 'TLS' }, tls: { mode: 'AUTO_PASSTHROUGH' }, hosts: ['*.local'] }],
  });
  expect(of('VirtualService')).toBeUndefined();
  expect(of('AuthorizationPolicy')).toBeUndefined();
});

test('istiod is exposed where that is asked for, and may be reached through the gateway', () => {
  const { of } = eastWest({ exposeServices: false, exposeControlPlane: true }, { revision: 'canary' });
  const servers = [['tls-istiod', 15012], ['tls-istiodwebhook', 15017]]
    .map(([name, number]) => ({ port: { number, name, protocol: 'TLS' }, tls: { mode: 'PASSTHROUGH' }, hosts: ['*'] }));
  expect(of('Gateway').spec.servers).toEqual(servers);
  const destination = (number: number): object => ({ destination: { host: 'istiod-canary.istio-system.svc.cluster.local', port: { number } } });
  expect(of('VirtualService').spec).toEqual({
    hosts: ['*'],
    gateways: ['istio-eastwest'],
    tls: [
      { match: [{ port: 15012, sniHosts: ['*'] }], route: [destination(15012)] },
      { match: [{ port: 15017, sniHosts: ['*'] }], route: [destination(443)] },
    ],
  });
  expect(of('AuthorizationPolicy').spec).toEqual({
    selector: { matchLabels: { app: 'istio-eastwest', istio: 'eastwest' } },
    action: 'ALLOW',
    rules: [{ to: [{ operation: { ports: ['15012', '15017'] } }] }],
  });
  expect(eastWest({ exposeControlPlane: true }, { posture: Posture.OPEN }).of('AuthorizationPolicy')).toBeUndefined();
});

test.each<[Partial<EastWestGatewayProps>, string]>([
  [{ network: '' }, '"" is not a name for a network. Use at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends.'],
  [{ exposeServices: false }, 'The gateway lets nothing through. Leave exposeServices out, give exposeControlPlane, or leave the gateway out.'],
])('what would not work is refused: %j', (props, message) => {
  expect(() => eastWest(props)).toThrow(new Error(`[mesh-2-edge/istio-eastwest] ${message}`));
});

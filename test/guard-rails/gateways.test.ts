import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { find, meshFor, messageOf, plain, said, service } from './harness';

const servers = (credentialName?: string): object[] => [{
  port: { number: 443, name: 'https', protocol: 'HTTPS' }, hosts: ['a.example.com'], tls: { mode: 'SIMPLE', credentialName },
}];
const selector = { app: 'public', istio: 'public' };

function exposing(): ReturnType<typeof meshFor> {
  const made = meshFor();
  made.mesh.addIngressGateway('public').expose(service(made.shop, 'web'), { hosts: ['shop.example.com'] });
  return made;
}

describe('A9: selectors of gateways', () => {
  test('A9: a gateway writes its own', () => {
    const { mesh } = exposing();
    expect(find(mesh.namespaces[1], 'Gateway', 'public').spec.selector).toEqual(selector);
  });

  test('A9: a plain Gateway without one is refused, and one that picks no gateway is warned about', () => {
    const { app, shop } = exposing();
    plain(shop, 'Gateway', 'open', { servers: servers('x') });
    plain(shop, 'Gateway', 'typo', { selector: { istio: 'pubic' }, servers: servers('y') });
    expect(said(app)).toEqual({
      errors: ['It has no selector, so that every gateway of the mesh serves it. Give it the labels of the pods that shall serve it (spec.selector). (A9)'],
      warnings: [
        'Its selector istio=pubic picks no gateway of this program: they have app=public,istio=public. '
        + 'Take the labels of one of them, or expose the service with expose() of the gateway. (A9)',
      ],
    });
  });
});

describe('A10: certificates beside their gateway', () => {
  test('A10: a credential of another namespace is refused at once', () => {
    const { mesh, shop } = meshFor();
    const secret = new kplus.Secret(shop, 'certificate', { metadata: { name: 'tls' } });
    const message = messageOf(() => mesh.addIngressGateway('public').expose(service(shop, 'web'), { hosts: ['a.example.com'], credential: secret }));
    expect(message).toMatch(/^\[mesh-2-istio-ingress\/public\] Secret "tls" .* \(A10\)$/);
  });

  test('A10: that of a plain Gateway is looked for beside the pods that serve it', () => {
    const { app, shop } = exposing();
    plain(shop, 'Gateway', 'extra', { selector, servers: servers('extra-tls') });
    new ApiObject(shop, 'secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'extra-tls' } });
    expect(said(app).errors).toEqual([
      'Its certificate "extra-tls" is in namespace "shop", and its pods run in "istio-ingress". Put the Secret into the namespace of the pods: a gateway can read no other. (A10)',
    ]);
  });

  test('A10: one that is there is fine', () => {
    const { app, shop } = exposing();
    plain(shop, 'Gateway', 'extra', { selector, servers: servers('extra-tls') });
    plain(new Chart(app, 'edge', { namespace: 'istio-ingress' }), 'Secret', 'extra-tls', {});
    expect(said(app)).toEqual({ errors: [], warnings: [] });
  });
});

describe('A11: a certificate that hosts share', () => {
  test('A11: hosts of one certificate stand in one server of one Gateway', () => {
    const { mesh, shop } = meshFor();
    const gateway = mesh.addIngressGateway('public');
    for (const name of ['web', 'cart']) gateway.expose(service(shop, name), { hosts: [`${name}.example.com`], credentialName: 'wildcard', httpsRedirect: false });
    const https = find(mesh.namespaces[1], 'Gateway', 'public').spec.servers.filter(({ port }: any) => port.number === 443);
    expect(https.map(({ hosts }: any) => hosts.length)).toEqual([2]);
  });

  test('A11: two plain Gateways that share one are warned about', () => {
    const { app, shop } = exposing();
    for (const name of ['one', 'two']) plain(shop, 'Gateway', name, { selector, servers: servers('wildcard') });
    expect(said(app).warnings).toEqual([
      'Gateway "shop/one" has certificate "wildcard", too: clients that speak HTTP/2 reuse a connection for the hosts of both, and get 404 for those of the other. '
      + 'Put the hosts of a certificate into one server of one Gateway. (A11)',
    ]);
  });
});

test('A15: what denies by default lets gateways in, and lets them reach what they expose', () => {
  const { mesh, shop } = exposing();
  expect(find(mesh.namespaces[1], 'AuthorizationPolicy', 'public').spec.rules).toEqual([{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] }]);
  expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules).toEqual([{
    from: [{ source: { principals: [expect.stringMatching(/^cluster\.local\/ns\/istio-ingress\/sa\//)] } }], to: [{ operation: { ports: ['8080'] } }],
  }]);
});

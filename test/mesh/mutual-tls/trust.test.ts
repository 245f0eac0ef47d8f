import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { parse } from 'yaml';
import { CertificateAuthority, EgressGateway, Identity, InjectedGateway, Mesh, MeshPort, MeshProps } from '../../../src';
import { everything, find, meshFor, messageOf, service } from '../harness';

/** The mesh configuration that istiod reads. */
function meshConfig(props: MeshProps): any {
  const app = Testing.app();
  new Mesh(app, 'mesh', props);
  const config = everything(app)['mesh-1-control-plane'].find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'istio');
  return parse(config.data.mesh);
}

function refusal(props: MeshProps): string | undefined {
  return messageOf(() => meshFor(props));
}

describe('the trust domain of a mesh (A32)', () => {
  test('is written into the mesh configuration, and into its identities', () => {
    expect(meshConfig({ trustDomain: 'prod.example.com', trustDomainAliases: ['old.example.com', 'cluster.local'] })).toMatchObject({
      trustDomain: 'prod.example.com', trustDomainAliases: ['cluster.local', 'old.example.com'],
    });
    const { mesh, shop } = meshFor({ trustDomain: 'prod.example.com' });
    const web = service(shop, 'web');
    expect([mesh.trustDomain, web.identity.principal]).toEqual(['prod.example.com', 'prod.example.com/ns/shop/sa/default']);
  });

  test('is one', () => {
    expect(refusal({ trustDomain: 'Prod' })).toBe(
      '[mesh] "Prod" is not a trust domain. Use lower-case letters, digits, dots, dashes and underscores, such as "prod.example.com". (A32)');
    expect(refusal({ trustDomain: 'a', meshConfig: { trustDomain: 'b' } })).toBe(
      '[mesh] trustDomain is given twice: "a", and "b" in meshConfig. Leave it out of meshConfig. (A32)');
    expect(refusal({ trustDomain: 'a', trustDomainAliases: ['a'] })).toBe(
      '[mesh] The alias "a" is the trust domain itself. Name each other trust domain once. (A32)');
    expect(refusal({ trustDomainAliases: ['b', 'b'] })).toBe('[mesh] The alias "b" is given twice. Name each other trust domain once. (A32)');
  });

  test('must be known for callers of another one to be let in', () => {
    const caller = (trustDomain: string): Identity => Identity.of('shop', 'web', { trustDomain });
    const found = (props: MeshProps, trustDomain: string): string | undefined => {
      const { app, shop } = meshFor(props);
      service(shop, 'cart').allowFrom(caller(trustDomain));
      return messageOf(() => everything(app));
    };
    expect(found({ trustDomain: 'a', trustDomainAliases: ['b'] }, 'c')).toBe('Validation failed with the following errors:\n'
      + '  [mesh-2-shop/services/cart] c/ns/shop/sa/web is allowed to call it, but its trust domain "c" is none of "a", "b", so that its certificate would be refused. '
      + 'Name it in trustDomainAliases of the mesh; its authority must have the same root. (A32)');
    expect(found({ trustDomain: 'a', trustDomainAliases: ['b'] }, 'b')).toBeUndefined();
    expect(found({ trustDomain: 'a' }, 'cluster.local')).toBeUndefined();
    expect(found({ meshConfig: { caCertificates: [{ pem: 'x', trustDomains: ['d'] }] } }, 'd')).toBeUndefined();
  });
});

describe('who signs certificates', () => {
  test('is istiod with an authority of your own, whose secret is where istiod looks for it', () => {
    const app = Testing.app();
    const secret = (name: string, namespace: string): kplus.Secret =>
      new kplus.Secret(new Chart(app, `${namespace}-${name}`, { namespace }), 'secret', { metadata: { name } });
    expect(refusal({ certificateAuthority: CertificateAuthority.pluggedIn({ secret: secret('cacerts', 'istio-system') }) })).toBeUndefined();
    expect(refusal({ certificateAuthority: CertificateAuthority.pluggedIn({ secret: secret('ca', 'istio-system') }) })).toBe(
      '[mesh] istiod looks for its authority in the secret "cacerts", and this one is "ca". Name it "cacerts".');
    expect(refusal({ certificateAuthority: CertificateAuthority.pluggedIn({ secret: secret('cacerts', 'other') }) })).toBe(
      '[mesh] Secret "cacerts" is in namespace "other", and istiod runs in "istio-system". Create it there. (A10)');
  });

  test('is cert-manager: proxies ask its agent, and istiod signs nothing', () => {
    const app = Testing.app();
    const mesh = new Mesh(app, 'mesh', { certificateAuthority: CertificateAuthority.istioCsr() });
    const shop = mesh.addNamespace('shop');
    service(shop, 'web');
    const variables = (container: any): any[] => container.env.filter(({ name }: any) => ['CA_ADDR', 'ENABLE_CA_SERVER'].includes(name));
    const istiod = everything(app)['mesh-1-control-plane'].find(({ kind }) => kind === 'Deployment').spec.template.spec;
    expect(variables(istiod.containers[0])).toEqual([{ name: 'ENABLE_CA_SERVER', value: 'false' }]);
    expect(istiod.volumes.find(({ name }: any) => name === 'istio-csr-dns-cert').secret).toEqual({ secretName: 'istiod-tls', optional: true });
    const proxy = find(shop, 'Deployment', 'web').spec.template.spec.containers.find(({ name }: any) => name === 'istio-proxy');
    expect(variables(proxy)).toEqual([{ name: 'CA_ADDR', value: 'cert-manager-istio-csr.cert-manager.svc:443' }]);
    expect(messageOf(() => CertificateAuthority.istioCsr({ address: 'istio-csr' }))).toBe(
      '"istio-csr" is not the address of a certificate authority. Give a host and a port, such as "istio-csr.cert-manager.svc:443".');
  });

  test('is behind the API of Kubernetes: istiod may approve the signer, and has its root from a secret', () => {
    const app = Testing.app();
    const pilotEnv = { PILOT_ENABLE_QUIC_LISTENERS: 'true' };
    new Mesh(app, 'mesh', { certificateAuthority: CertificateAuthority.kubernetesCsr('example.com/mesh'), pilotEnv });
    const objects = everything(app)['mesh-1-control-plane'];
    const istiod = objects.find(({ kind }) => kind === 'Deployment').spec.template.spec;
    const asked = ['EXTERNAL_CA', 'K8S_SIGNER', 'PILOT_ENABLE_QUIC_LISTENERS'];
    expect(istiod.containers[0].env.filter(({ name }: any) => asked.includes(name))).toEqual([
      { name: 'EXTERNAL_CA', value: 'ISTIOD_RA_KUBERNETES_API' }, { name: 'K8S_SIGNER', value: 'example.com/mesh' },
      { name: 'PILOT_ENABLE_QUIC_LISTENERS', value: 'true' },
    ]);
    expect(istiod.volumes).toContainEqual({ name: 'external-ca-cert', secret: { secretName: 'external-ca-cert' } });
    expect(istiod.containers[0].volumeMounts).toContainEqual({ name: 'external-ca-cert', mountPath: '/etc/external-ca-cert', readOnly: true });
    const { rules } = objects.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === 'istiod-clusterrole-istio-system');
    expect(rules.filter(({ resources }: any) => resources?.includes('signers'))).toEqual([
      { apiGroups: ['certificates.k8s.io'], resources: ['signers'], resourceNames: ['example.com/mesh'], verbs: ['approve'] },
    ]);
  });

  test('is a signer of Kubernetes itself, whose root istiod knows', () => {
    const { _values: values } = CertificateAuthority.kubernetesCsr('kubernetes.io/legacy-unknown');
    expect(values).toEqual({
      global: { certSigners: ['kubernetes.io/legacy-unknown'] },
      pilot: { env: { EXTERNAL_CA: 'ISTIOD_RA_KUBERNETES_API', K8S_SIGNER: 'kubernetes.io/legacy-unknown' } },
    });
  });

  test('is a signer with a domain, and a root where istiod can read it', () => {
    expect(messageOf(() => CertificateAuthority.kubernetesCsr('mesh'))).toBe('"mesh" is not the name of a signer. Give a domain and a path, such as "example.com/mesh".');
    const secret = new kplus.Secret(new Chart(Testing.app(), 'chart', { namespace: 'other' }), 'secret', { metadata: { name: 'root' } });
    expect(CertificateAuthority.kubernetesCsr('example.com/mesh', { secret })._values).toMatchObject({
      pilot: { volumes: [{ name: 'external-ca-cert', secret: { secretName: 'root' } }] },
    });
    expect(refusal({ certificateAuthority: CertificateAuthority.kubernetesCsr('example.com/mesh', { secret }) })).toBe(
      '[mesh] Secret "root" is in namespace "other", and istiod runs in "istio-system". Create it there. (A10)');
  });

  test('is SPIRE, whose socket comes into all pods with proxies, and into injected gateways', () => {
    const { mesh, shop } = meshFor({ certificateAuthority: CertificateAuthority.spire(), trustDomain: 'example.org' });
    const web = service(shop, 'web');
    const edge = mesh.addNamespace('edge');
    new InjectedGateway(edge, 'public').expose(web, { hosts: ['shop.example.com'] });
    new EgressGateway(edge, 'out').forward(mesh.addExternalService('api', { hosts: ['api.example.com'], ports: [MeshPort.tls(443)] }));
    for (const [chart, name] of [[shop, 'web'], [edge, 'public'], [edge, 'out']] as const) {
      const { metadata, spec } = find(chart, 'Deployment', name).spec.template;
      const proxy = [...spec.containers, ...spec.initContainers ?? []].find((one: any) => one.name === 'istio-proxy');
      expect(metadata.labels['spiffe.io/spire-managed-identity']).toBe('true');
      expect(spec.volumes.filter((one: any) => one.name === 'workload-socket')).toEqual([{ name: 'workload-socket', csi: { driver: 'csi.spiffe.io', readOnly: true } }]);
      expect(proxy.volumeMounts).toContainEqual({ name: 'workload-socket', mountPath: '/run/secrets/workload-spiffe-uds', readOnly: true });
    }
  });

  test('with SPIRE needs its trust domain, sidecars, and gateways that are injected', () => {
    const certificateAuthority = CertificateAuthority.spire({ csiDriver: 'csi.example.com', podLabels: {} });
    expect(refusal({ certificateAuthority })).toBe(
      '[mesh] SPIRE signs for a trust domain of its own, and the mesh names none. Give the mesh the trustDomain that SPIRE has. (A32)');
    expect(refusal({ certificateAuthority, trustDomain: 'example.org', ambient: true })).toBe(
      '[mesh] The proxies of nodes get their certificates from istiod, and SPIRE signs for sidecars alone. Leave ambient out, or use another certificate authority.');
    expect(messageOf(() => meshFor({ certificateAuthority, trustDomain: 'example.org' }).mesh.addIngressGateway('public'))).toBe(
      '[mesh-2-istio-ingress/public] The gateway would ask istiod for its certificate, which workloads with one of SPIRE do not trust. '
      + 'Use an InjectedGateway, whose pods get the socket of SPIRE.');
  });
});

import { crdManifests } from '../../src/resources/crds';

const crds = crdManifests();

test('every kind of Istio 1.31 has its definition, in the order of the names', () => {
  expect(crds.map((crd) => crd.metadata.name)).toEqual([
    'authorizationpolicies.security.istio.io',
    'destinationrules.networking.istio.io',
    'envoyfilters.networking.istio.io',
    'gateways.networking.istio.io',
    'peerauthentications.security.istio.io',
    'proxyconfigs.networking.istio.io',
    'requestauthentications.security.istio.io',
    'serviceentries.networking.istio.io',
    'sidecars.networking.istio.io',
    'telemetries.telemetry.istio.io',
    'trafficextensions.extensions.istio.io',
    'virtualservices.networking.istio.io',
    'wasmplugins.extensions.istio.io',
    'workloadentries.networking.istio.io',
    'workloadgroups.networking.istio.io',
  ]);
});

test.each(crds.map((crd) => [crd.spec.names.kind, crd] as const))('%s stores exactly one version, and outlives an uninstall', (_kind, crd) => {
  expect(crd.spec.versions.filter((version: any) => version.storage)).toHaveLength(1);
  expect(crd.metadata.annotations).toEqual({ 'helm.sh/resource-policy': 'keep' });
});

test('a definition has the types, the limits and the rules of the release', () => {
  const { schema } = crds.find((crd) => crd.spec.names.kind === 'PeerAuthentication')!.spec.versions[0];
  const { spec } = schema.openAPIV3Schema.properties;
  expect(spec.properties.mtls.properties.mode).toEqual({ type: 'string', enum: ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'] });
  expect(spec['x-kubernetes-validations']).toEqual([
    {
      rule: 'has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true',
      message: 'portLevelMtls requires selector',
    },
  ]);
});

test('all versions of a kind have one schema', () => {
  const schemas = (crd: any) => new Set(crd.spec.versions.map(({ schema }: any) => JSON.stringify(schema)));
  expect(crds.filter((crd) => schemas(crd).size !== 1)).toEqual([]);
});

test('the only description is our sentence for the kind', () => {
  const descriptions: string[] = [];
  const walk = (value: any, isNames: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isNames && value.description !== undefined) descriptions.push(value.description);
    for (const [key, inner] of Object.entries(value)) walk(inner, !isNames && key === 'properties');
  };
  crds.forEach((crd) => walk(crd.spec.versions[0].schema, false));
  expect(descriptions).toHaveLength(15);
});

test('they are made anew by each call', () => {
  crdManifests()[0].spec.names.kind = 'Changed';
  expect(crdManifests()).toEqual(crds);
});

test('the counts are those of the release: fields, and rules', () => {
  const counts = { fields: 0, rules: 0 };
  const walk = (schema: any): void => {
    counts.fields += Object.keys(schema.properties ?? {}).length;
    counts.rules += (schema['x-kubernetes-validations'] ?? []).length;
    for (const inner of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]) if (inner) walk(inner);
  };
  crds.forEach((crd) => walk(crd.spec.versions[0].schema.openAPIV3Schema));
  expect(counts).toEqual({ fields: 1233, rules: 159 });
});

import { stringify } from 'yaml';
import { readOperatorFile, renderControlPlane, resolveInstall } from '../../src/install';

const TOP = 'These can be set: compatibilityVersion, components, hub, meshConfig, namespace, profile, revision, tag, unvalidatedValues, values.';

describe('a setting that cannot be followed is refused by name', () => {
  test.each([
    ['tga=1.2.3', `There is no setting "tga" (tga=1.2.3). Did you mean "tag"? ${TOP}`],
    ['vlaues.global.hub=x', `There is no setting "vlaues" (vlaues.global.hub=x). Did you mean "values"? ${TOP}`],
    ['zzzzzz=1', `There is no setting "zzzzzz" (zzzzzz=1). ${TOP}`],
    ['values.telemetry.v2.prometeus.enabled=true', 'There is no setting "values.telemetry.v2.prometeus" (values.telemetry.v2.prometeus.enabled=true). Did you mean "values.telemetry.v2.prometheus"? Of "values.telemetry.v2" these can be set: enabled, prometheus, stackdriver.'],
    ['meshConfig.outboundTrafficPolicy.mod=REGISTRY_ONLY', 'There is no setting "meshConfig.outboundTrafficPolicy.mod" (meshConfig.outboundTrafficPolicy.mod=REGISTRY_ONLY). Did you mean "meshConfig.outboundTrafficPolicy.mode"? Of "meshConfig.outboundTrafficPolicy" these can be set: mode, tls.'],
    ['installPackagePath=/charts', `The setting "installPackagePath" is not supported yet (installPackagePath=/charts). ${TOP}`],
    ['components.pilot.k8s.replicaCount=-2', 'The setting "components.pilot.k8s.replicaCount" takes a whole number of 0 or more, and -2 is something else (components.pilot.k8s.replicaCount=-2).'],
    ['components.pilot.k8s.resources.limits.cpu=much', 'The setting "components.pilot.k8s.resources.limits.cpu" takes an amount such as "500m" or "1Gi", and "much" is something else (components.pilot.k8s.resources.limits.cpu=much).'],
    ['components.pilot.k8s.env[0].nam=A', 'There is no setting "components.pilot.k8s.env[0].nam" (components.pilot.k8s.env[0].nam=A). Did you mean "components.pilot.k8s.env[0].name"? Of "components.pilot.k8s.env[0]" these can be set: name, value, valueFrom.'],
    ['components.pilot.k8s.securityContext.runAsUser=root', 'The setting "components.pilot.k8s.securityContext.runAsUser" takes a whole number, and "root" is something else (components.pilot.k8s.securityContext.runAsUser=root).'],
    ['values.telemetry.v2.prometheus=5', 'The setting "values.telemetry.v2.prometheus" takes a map of enabled, and 5 is something else (values.telemetry.v2.prometheus=5).'],
    ['values.pilot.autoscaleMin=two', 'The setting "values.pilot.autoscaleMin" takes a whole number of 0 or more, and "two" is something else (values.pilot.autoscaleMin=two).'],
    ['values.pilot.autoscaleEnabled=maybe', 'The setting "values.pilot.autoscaleEnabled" takes true or false, and "maybe" is something else (values.pilot.autoscaleEnabled=maybe).'],
    ['revision=5', 'The setting "revision" takes text, and 5 is something else (revision=5).'],
    ['meshConfig.connectTimeout=10', 'The setting "meshConfig.connectTimeout" takes a duration such as "1.5s", and 10 is something else (meshConfig.connectTimeout=10).'],
    ['meshConfig.outboundTrafficPolicy.mode=OPEN', 'The setting "meshConfig.outboundTrafficPolicy.mode" takes one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS, and "OPEN" is something else (meshConfig.outboundTrafficPolicy.mode=OPEN).'],
    ['values.global.proxy.excludeIPRanges=10.0.0.0/33', 'The setting "values.global.proxy.excludeIPRanges" takes ranges such as "10.0.0.0/8" parted by commas, or "*", and "10.0.0.0/33" is something else (values.global.proxy.excludeIPRanges=10.0.0.0/33).'],
    ['values.global.proxy.includeInboundPorts=80\\,99999', 'The setting "values.global.proxy.includeInboundPorts" takes ports parted by commas, or "*", and "80,99999" is something else (values.global.proxy.includeInboundPorts=80\\,99999).'],
    ['hub.x=1', 'The path "hub.x" leads nowhere (hub.x=1): "hub" has no members.'],
    ['values.revisionTags.x=1', 'The path "values.revisionTags.x" leads nowhere (values.revisionTags.x=1): "values.revisionTags" is a list: give a position, such as "[0]".'],
    ['hub[0]=1', 'The path "hub[…]" leads nowhere (hub[0]=1): "hub" is not a list.'],
    ['components.ingressGateways.[name:istio-ingressgateway].enabled=false', 'The path "components.ingressGateways.[name:istio-ingressgateway].enabled" of the setting "components.ingressGateways.[name:istio-ingressgateway].enabled=false" cannot be followed: no item with name "istio-ingressgateway" was set before it; the items of profiles cannot be picked in this way. Write it as in "a.b=value", "a.list[0].b=value" or "a.key\\.with\\.dots=value".'],
  ])('%s', (setting, message) => {
    expect(() => resolveInstall({ set: [setting] })).toThrow(new Error(message));
  });

  test('a constructor is no setting', () => {
    expect(() => resolveInstall({ set: ['constructor=1'] })).toThrow(new Error(`There is no setting "constructor" (constructor=1). ${TOP}`));
  });

  test('and so it is when it comes as an object', () => {
    expect(() => resolveInstall({ values: { pilot: { autoscaleMni: 2 } } })).toThrow(/^There is no setting "values\.pilot\.autoscaleMni" \(in the request\)\. Did you mean "values\.pilot\.autoscaleMin"\? /);
    expect(() => resolveInstall({ meshConfig: { accessLogFile: 5 } })).toThrow(
      new Error('The setting "meshConfig.accessLogFile" takes text, and 5 is something else (in the request).'));
  });
});

describe('a value that nothing could be installed with is refused', () => {
  test.each([
    ['profile=ambeint', 'There is no profile "ambeint". Did you mean "ambient"? Use one of: default, ambient, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable.'],
    ['profile=./mine.yaml', 'There is no profile "./mine.yaml". A profile is not a file; give a file of settings by itself, with -f. Use one of: default, ambient, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable.'],
    ['compatibilityVersion=1.24', 'compatibilityVersion=1.24: Charts have no compatibility version "1.24" (the value "compatibilityVersion"). Did you mean "1.25"? Use one of: 1.25, 1.26, 1.27, 1.28, 1.29, 1.30.'],
    ['revision=Canary!', '"Canary!" is not a name for a revision (revision=Canary!). Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "1-31-4" or "canary".'],
    ['values.global.istioNamespace=a.b', '"a.b" is not a name for a namespace (values.global.istioNamespace=a.b). Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "istio-system".'],
    ['hub=https://example.com', '"https://example.com" is not a place of images (hub=https://example.com). Give a registry and a path without tag, such as "registry.example.com/istio".'],
    ['hub=example.com/istio:1.2', '"example.com/istio:1.2" is not a place of images (hub=example.com/istio:1.2). Give a registry and a path without tag, such as "registry.example.com/istio".'],
    ['tag=a b', '"a b" is not a tag of images (tag=a b). Use letters, digits, ".", "_" and "-", such as "1.31.4".'],
    ['values.global.pilotCertProvider=kubernetes', 'The certificate provider "kubernetes" is not supported by Istio any more (values.global.pilotCertProvider=kubernetes). Use "istiod", "custom", "none" or "k8s.io/" with the name of a signer.'],
    ['components.ingressGateways[0].namespace=edge', 'The ingress gateway at components.ingressGateways[0] has no name. The list replaces that of the profile as a whole: set components.ingressGateways[0].name too, such as "istio-ingressgateway".'],
  ])('%s', (setting, message) => {
    expect(() => resolveInstall({ set: [setting] })).toThrow(new Error(message));
  });
});

describe('what a chart refuses is said to be where it was given', () => {
  const refused = (spec: object, set: string[] = []): string => {
    try {
      const files = [readOperatorFile('mesh.yaml', stringify({ kind: 'IstioOperator', spec }))];
      renderControlPlane(resolveInstall({ files, set }));
      return 'nothing';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each([
    [{ compatibilityVersion: '1.24' }, [], 'mesh.yaml:3: Charts have no compatibility version "1.24" '],
    [{ values: { compatibilityVersion: '1.24' } }, [], 'mesh.yaml:4: Charts have no compatibility version "1.24" '],
    [{ values: { profile: 'minimal' } }, [], 'mesh.yaml:4: Charts have no profile "minimal" (the value "profile"): '],
    [{ values: { pilot: { image: null } } }, [], 'mesh.yaml:5: The value "image" is null, and istiod cannot go without it. '],
    [{ profile: 'minimal' }, ['compatibilityVersion=1.24'], 'compatibilityVersion=1.24: Charts have no compatibility version "1.24" '],
    [{ components: { pilot: { namespace: 'A' } } }, [], '"A" is not a name for a namespace (mesh.yaml:5). '],
    [{ components: { egressGateways: [{ name: 'a', hub: 'https://x' }] } }, [], '"https://x" is not a place of images (mesh.yaml:6). '],
    [{ unvalidatedValues: { pilot: { image: 5 } } }, [], 'mesh.yaml:5: The value "image" is 5, and istiod cannot go without it. '],
    [{ tag: '' }, [], 'The tag of the images is empty (mesh.yaml:3). Give one, such as "1.31.4", or leave it out.'],
    [{ revision: '123' }, [], 'The revision "123" reads as a number or a truth value (mesh.yaml:3). Give a name with a letter in it, such as "v123".'],
  ])('%j, %j', (spec, set, message) => {
    expect(refused(spec, set).slice(0, message.length)).toBe(message);
  });

  test.each([
    [{ unvalidatedValues: { global: { proxy: null } } }],
    [{ unvalidatedValues: { gateways: { 'istio-ingressgateway': { ports: 5 } } } }],
  ])('values that nobody checks are said to be at fault, and not the program: %j', (spec) => {
    expect(refused(spec)).toMatch(/^mesh\.yaml:3: what stands below unvalidatedValues cannot be rendered: .*\. Nobody checks these values; give each the kind that its chart reads\.$/);
  });

  test('in a program there is no place to say', () => {
    expect(() => resolveInstall({ values: { compatibilityVersion: '1.24' } })).toThrow(/^Charts have no compatibility version "1\.24" \(the value "compatibilityVersion"\)\. /);
  });
});

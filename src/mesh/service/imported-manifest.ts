import { JsonObject } from '../../reference/json';
import { Labels, matches } from '../../reference/labels';
import { fitsPattern } from '../../reference/pattern';
import { MeshPort, MeshPortOptions, PortProtocol } from '../../reference/port';
import { AS_KUBECTL, yamlLibrary } from '../../yaml/library';

/** What the manifests of another program say of one of its services. */
export interface ImportedFacts {
  readonly ports: MeshPort[];
  /** Labels by which it finds its pods. */
  readonly selector: Labels;
  /** Service account of its pods, where one of them says so. */
  readonly serviceAccount?: string;
  /** Names of the subsets of its DestinationRules. */
  readonly subsets: readonly string[];
  /** Policies that allow, at its pods or at its waypoint. */
  readonly allowing: readonly JsonObject[];
}

/** The objects of a text of YAML, or a list of them. */
export function importedObjects(manifest: unknown): JsonObject[] {
  const objects: unknown[] = typeof manifest === 'string'
    ? yamlLibrary().parseAllDocuments(manifest, AS_KUBECTL).map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    : [manifest].flat();
  return objects.filter((one): one is JsonObject => typeof one === 'object' && one !== null).flatMap((one) => (one.kind === 'List' ? one.items ?? [] : [one]));
}

/** The Services of a name, and of a namespace where it is given. */
export function servicesNamed(objects: readonly JsonObject[], name: string, namespace?: string): JsonObject[] {
  return objects.filter((one) => one.kind === 'Service' && String(one.apiVersion) === 'v1' && one.metadata?.name === name
    && (namespace === undefined || one.metadata?.namespace === namespace));
}

/** What the objects say of a Service, whose full host name is given. */
export function importedFacts(objects: readonly JsonObject[], service: JsonObject, host: string): ImportedFacts {
  const { name, namespace } = service.metadata;
  const beside = objects.filter(({ metadata }) => metadata?.namespace === namespace);
  const selector: Labels = service.spec?.selector ?? {};
  const pods = beside.map(({ spec }) => spec?.template ?? spec?.jobTemplate?.spec?.template).filter((template) => (
    template !== undefined && Object.keys(selector).length > 0 && matches(selector, template.metadata?.labels ?? {})));
  const rules = beside.filter(({ kind, spec }) => kind === 'DestinationRule' && (spec?.host === host || spec?.host === name));
  return {
    selector,
    ports: (service.spec?.ports ?? []).map(portOf),
    serviceAccount: pods.length === 0 ? undefined : pods[0].spec?.serviceAccountName ?? 'default',
    subsets: rules.flatMap(({ spec }) => (spec.subsets ?? []).map((subset: JsonObject) => String(subset.name))).sort(),
    allowing: beside.filter(({ kind, spec }) => kind === 'AuthorizationPolicy' && (spec?.action ?? 'ALLOW') === 'ALLOW' && isFor(spec ?? {}, name, selector)),
  };
}

function isFor({ selector, targetRefs }: JsonObject, name: string, pods: Labels): boolean {
  if (targetRefs !== undefined) return targetRefs.some((one: JsonObject) => one.kind === 'Service' && one.name === name);
  return matches(selector?.matchLabels ?? {}, pods);
}

const FACTORIES: Readonly<Record<PortProtocol, (number: number, options: MeshPortOptions) => MeshPort>> = {
  [PortProtocol.HTTP]: MeshPort.http,
  [PortProtocol.HTTP2]: MeshPort.http2,
  [PortProtocol.GRPC]: MeshPort.grpc,
  [PortProtocol.HTTPS]: MeshPort.https,
  [PortProtocol.TLS]: MeshPort.tls,
  [PortProtocol.TCP]: MeshPort.tcp,
};

function portOf({ name = '', port, targetPort = port, appProtocol }: JsonObject): MeshPort {
  const said = [String(appProtocol ?? '').toLowerCase(), String(name).split('-')[0]];
  const protocol = said.flatMap((word) => Object.values(PortProtocol).find((one) => one === word) ?? [])[0] ?? PortProtocol.TCP;
  return FACTORIES[protocol](port, typeof targetPort === 'number' ? { target: targetPort } : { targetName: targetPort });
}

/** Whether a rule of the policies lets an identity in, for something at least. */
export function letsIn(policies: readonly JsonObject[], principal: string): boolean {
  const [trust, , namespace, , account] = principal.split('/');
  const rules: JsonObject[] = policies.flatMap(({ spec }) => spec?.rules ?? []);
  return rules.some(({ from }) => from === undefined || from.some(({ source = {} }: JsonObject) => (
    anyFits(source.principals, principal) && anyFits(source.namespaces, namespace)
      && anyFits(source.serviceAccounts, `${namespace}/${account}`) && anyFits(source.trustDomains, trust))));
}

function anyFits(patterns: readonly string[] | undefined, value: string): boolean {
  return patterns === undefined || patterns.some((pattern) => fitsPattern(pattern, value));
}

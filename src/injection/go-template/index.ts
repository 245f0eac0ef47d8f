import { conforming } from './conform';
import { executeTemplate } from './execute';
import { GoFunctions } from './functions';
import { injectorFunctions } from './injector-functions';
import { parseTemplate } from './parser';
import { NOT_HERE, SPRIG } from './sprig';
import { KubernetesStruct, MessageStruct, PlainStruct } from './structs';
import { ParsedTemplate, TemplateError } from './syntax';
import { fromJson, GoInt, GoValue } from './value';
import { isMap, JsonObject } from '../../reference/json';
import { AS_KUBECTL, yamlLibrary } from '../../yaml/library';
import { PodContext } from '../context';

/**
 * What a template of the user's makes of a pod: what is laid over it.
 *
 * @param name of the template
 * @param text in the language of Go's templates, with the functions of istiod's injector
 * @throws with the template's name, the line and the action, if it cannot be read or run, or does not write YAML
 */
export function renderTemplate(name: string, text: string, pod: PodContext): JsonObject {
  const functions = new GoFunctions([SPRIG, injectorFunctions(pod, pod.values.pilot?.env ?? {})], NOT_HERE);
  let written: string;
  try {
    written = executeTemplate(parsedOnce(name, text, functions), podData(pod), functions);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { place, message } = error;
    throw new Error(`Template "${name}"${place ? `, line ${place.line}, ${place.action}` : ''}: ${message}`);
  }
  return asOverlay(name, written);
}

const parsedTemplates = new Map<string, ParsedTemplate>();

/** Many pods get the same template. */
function parsedOnce(name: string, text: string, functions: GoFunctions): ParsedTemplate {
  const known = parsedTemplates.get(text);
  if (known && known.name === name) return known;
  const parsed = parseTemplate(name, text, (one) => functions.knows(one));
  parsedTemplates.set(text, parsed);
  return parsed;
}

function asOverlay(name: string, written: string): JsonObject {
  let value: unknown;
  try {
    value = yamlLibrary().parse(written, AS_KUBECTL);
  } catch (error) {
    const [at] = (error as { linePos?: { line: number }[] }).linePos ?? [];
    const line = at && written.split('\n')[at.line - 1];
    const [what] = (error as Error).message.split('\n');
    throw new Error(`Template "${name}" does not write YAML: ${what.replace(/:$/, '')}${line === undefined ? '' : `, where it wrote: ${line.trim()}`}.`);
  }
  if (value === null || value === undefined) return {};
  if (!isMap(value)) throw new Error(`Template "${name}" writes ${JSON.stringify(value).slice(0, 80)}, which is no map. Let it write fields of a pod.`);
  try {
    return conforming(value, 'PodTemplateSpec');
  } catch (error) {
    throw new Error(`Template "${name}" writes a pod that Kubernetes does not know: ${(error as Error).message}.`);
  }
}

const values = new WeakMap<object, GoValue>();

function valuesOf(pod: PodContext): GoValue {
  const known = values.get(pod.values);
  if (known !== undefined) return known;
  const made = fromJson(pod.values);
  values.set(pod.values, made);
  return made;
}

/** The data of a template: what Go calls SidecarTemplateData. */
function podData(pod: PodContext): GoValue {
  const { typeMeta, owner, meshConfig, proxyConfig } = pod;
  return new PlainStruct('SidecarTemplateData', {
    TypeMeta: new PlainStruct('TypeMeta', { APIVersion: typeMeta.apiVersion, Kind: typeMeta.kind }, typeMeta),
    DeploymentMeta: new PlainStruct('NamespacedName', { Name: owner.name, Namespace: owner.namespace }, owner),
    ObjectMeta: new KubernetesStruct('ObjectMeta', { ...pod.metadata, annotations: pod.annotations, labels: pod.labels }),
    Spec: new KubernetesStruct('PodSpec', pod.spec),
    ProxyConfig: new MessageStruct('MeshProxyConfig', proxyConfig),
    MeshConfig: new MessageStruct('MeshConfig', meshConfig),
    Values: valuesOf(pod),
    Revision: pod.revision,
    NativeSidecars: pod.nativeSidecars,
    ProxyImage: pod.proxyImage,
    ProxyInitImage: pod.proxyInitImage,
    ProxyUID: new GoInt(pod.proxyIds.uid),
    ProxyGID: new GoInt(pod.proxyIds.gid),
    InboundTrafficPolicyMode: meshConfig.inboundTrafficPolicy?.mode === 'LOCALHOST' ? 'localhost' : 'passthrough',
    CompliancePolicy: pod.compliancePolicy,
  });
}

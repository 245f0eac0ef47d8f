import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { output } from './process';
import { builtProgram } from './programs';
import { deployGateway, InjectionSettings } from '../../src/injection';
import { injectionSettings, resolveInstall } from '../../src/install';
import { JsonObject, Manifest } from '../../src/reference/json';

/** A Gateway, what else is in its cluster, and what differs from the default installation. */
export interface GatewayCase {
  readonly name: string;
  readonly gateway: Manifest;
  readonly cluster: readonly Manifest[];
  /** Laid over the values of the default installation. */
  readonly values?: JsonObject;
  readonly meshConfig?: JsonObject;
  readonly revision?: string;
}

/** The objects that are made, or what is wrong. */
export interface Deployed {
  readonly objects: Manifest[];
  readonly refusal?: string;
}

/** Variables of istiod's environment without which it knows some classes only by name. */
const EVERYTHING = { PILOT_ENABLE_AMBIENT: 'true', AMBIENT_ENABLE_MULTI_NETWORK: 'true', PILOT_ENABLE_AGENTGATEWAY: 'true' };

let usual: InjectionSettings | undefined;

/** What the injector knows in a case. */
export function settingsOf({ values = {}, meshConfig = {}, revision }: GatewayCase): InjectionSettings {
  usual ??= injectionSettings(resolveInstall());
  return {
    ...usual,
    values: overlaid(usual.values, overlaid({ pilot: { env: EVERYTHING }, ...(revision && { revision }) }, values)),
    meshConfig: overlaid(usual.meshConfig, meshConfig),
    ...(revision && { revision }),
  };
}

function overlaid(below: JsonObject, above: JsonObject): JsonObject {
  const result: JsonObject = { ...below };
  for (const [key, value] of Object.entries(above)) {
    result[key] = isMap(value) && isMap(below[key]) ? overlaid(below[key], value) : value;
  }
  return result;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What we make of a case at synthesis. */
export function ourDeployment(one: GatewayCase): Deployed {
  try {
    return { objects: deployGateway(one.gateway, settingsOf(one), one.cluster).objects };
  } catch (error) {
    return { objects: [], refusal: (error as Error).message };
  }
}

/** Asks istiod's controller about all cases at once, with some templates of the injector. */
export async function istiodDeployments(
  folder: string, name: string, templates: Readonly<Record<string, string>>, cases: readonly GatewayCase[],
): Promise<Deployed[]> {
  const file = path.join(folder, `${name}-templates.json`);
  writeFileSync(file, JSON.stringify(templates));
  const log = path.join(folder, `${name}.log`);
  writeFileSync(log, '');
  const input = cases.map((one) => `${JSON.stringify(question(one, file))}\n`).join('');
  const text = await output(await builtProgram('gateway-deployment'), ['--log', log], { input, timeoutMs: 600_000 });
  return text.trimEnd().split('\n').map((line) => {
    const { objects, error } = JSON.parse(line) as { objects: Manifest[]; error?: string };
    return { objects, ...(error && { refusal: error }) };
  });
}

function question(one: GatewayCase, templates: string): object {
  const { values, meshConfig, revision } = settingsOf(one);
  const env: JsonObject = values.pilot.env;
  return {
    templates,
    values: JSON.stringify(values),
    mesh: JSON.stringify(meshConfig),
    revision,
    cluster: values.global.multiCluster?.clusterName || 'Kubernetes',
    objects: [...one.cluster, one.gateway],
    ambient: env.PILOT_ENABLE_AMBIENT === 'true',
    copyMetadata: env.PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS !== 'false',
    quic: env.PILOT_ENABLE_QUIC_LISTENERS === 'true',
  };
}

import { InstallFlags, installationOf, readFile, readOperatorFiles } from './install-options';
import { Io, UsageError } from './io';
import { InjectionSettings, webhookTemplates } from '../injection';
import { injectionSettings } from '../install';
import { isMap, JsonObject, memberOf } from '../reference/json';
import { yamlLibrary } from '../yaml/library';

/** The options that say what is injected, and how. */
export interface SettingsFlags extends InstallFlags {
  readonly meshConfigFile?: string;
  readonly valuesFile?: string;
  readonly injectConfigFile?: string;
  readonly operatorFileName?: string;
  readonly asWebhook?: boolean;
}

/**
 * What the injector knows: of the installation that --set and --operatorFileName describe, or of the files in which a control plane
 * keeps it. As in Istio's own command, the installer's file wins over those.
 */
export function settingsOf(flags: SettingsFlags, io: Io): InjectionSettings {
  const { operatorFileName, meshConfigFile, valuesFile, injectConfigFile } = flags;
  if (flags.set.length > 0 && valuesFile !== undefined && operatorFileName === undefined) {
    throw new UsageError('The options --set and --valuesFile both say what is installed. Give one of them.');
  }
  // Its name says only that it is the one without a name.
  const revision = flags.revision === 'default' ? undefined : flags.revision;
  const files = operatorFileName === undefined ? [] : readOperatorFiles(io, [operatorFileName]);
  const installed = injectionSettings(installationOf({ set: flags.set, revision }, files));
  const config = injectConfigFile === undefined ? {} : readInjectConfig(io, injectConfigFile);
  const values = valuesFile === undefined || operatorFileName !== undefined ? installed.values : readMap(io, valuesFile, 'the values of a control plane');
  const saysMesh = files.some(({ spec }) => spec.meshConfig !== undefined);
  return {
    ...installed,
    values: withTemplates(values, config),
    meshConfig: meshConfigFile === undefined || saysMesh ? installed.meshConfig : readMap(io, meshConfigFile, 'the mesh configuration'),
    aliases: config.aliases ?? {},
    ...(valuesFile !== undefined && { revision: revision ?? '' }),
    injector: flags.asWebhook ? 'webhook' : 'kube-inject',
  };
}

/**
 * The injector's configuration: its policy, selectors and templates. As for Istio's own command, a file that is none is the text of the
 * template "sidecar".
 */
function readInjectConfig(io: Io, file: string): JsonObject {
  const text = readFile(io, file, 'the configuration of the injector');
  const config = parsedOrNot(text);
  if (isMap(config) && isMap(config.templates)) return config;
  if (text.includes('{{') || (isMap(config) && (isMap(config.spec) || isMap(config.metadata)))) return { templates: { sidecar: text } };
  throw new UsageError(`${file} is neither a configuration with "templates" nor a template. Give the key "config" of the ConfigMap istio-sidecar-injector.`);
}

function parsedOrNot(text: string): unknown {
  try {
    return yamlLibrary().parse(text);
  } catch {
    return undefined;
  }
}

function withTemplates(values: JsonObject, config: JsonObject): JsonObject {
  // Our own templates need no reading: the model from which they were printed makes the same pods.
  const own: JsonObject = config.templates === undefined ? {} : webhookTemplates();
  const custom = Object.entries((config.templates ?? {}) as JsonObject).filter(([name, text]) => memberOf(own, name) !== text);
  const { policy, defaultTemplates, alwaysInjectSelector, neverInjectSelector, injectedAnnotations } = config;
  const given = Object.entries({ defaultTemplates, alwaysInjectSelector, neverInjectSelector, injectedAnnotations })
    .filter(([, value]) => value !== undefined && value !== null);
  if (custom.length === 0 && given.length === 0 && policy === undefined) return values;
  return {
    ...values,
    global: policy === undefined ? values.global : { ...values.global, proxy: { ...values.global?.proxy, autoInject: policy } },
    sidecarInjectorWebhook: {
      ...values.sidecarInjectorWebhook,
      ...Object.fromEntries(given),
      templates: { ...values.sidecarInjectorWebhook?.templates, ...Object.fromEntries(custom) },
    },
  };
}

function readMap(io: Io, file: string, what: string): JsonObject {
  const text = readFile(io, file, what);
  let value: unknown;
  try {
    value = yamlLibrary().parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not YAML: ${(error as Error).message.split('\n')[0]}. Give ${what}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(`${file} is no map. Give ${what}.`);
  return value as JsonObject;
}

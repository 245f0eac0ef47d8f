import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { dump, load } from 'js-yaml';
import { InjectCase, injectCases, OPENSHIFT_NAMESPACE, TEST_INSTALLATION } from './inject-cases';
import { Installed, Installer } from './inject-setups';
import { Subject } from './inject-three-way';
import { InjectorSetup } from './injector';
import { KubeObject, podOf, readObjects } from './objects';
import { isWorkload } from '../../src/injection';
import { Draw } from '../generate/draw';
import { drawInjectorValues, drawMeshConfig } from '../generate/injector-values';
import { drawWorkload } from '../generate/pods';
import { drawProxyConfigs } from '../generate/proxy-configs';

type Tree = { [key: string]: any };

/** The cases of Istio's own tests, with the settings that they give. */
export async function caseSubjects(folder: string, installer: Installer): Promise<{ commandLine: Subject[]; webhook: Subject[] }> {
  const setups = new Map<string, InjectorSetup>();
  const commandLine: Subject[] = [];
  const webhook: Subject[] = [];
  for (const one of injectCases(folder)) {
    const installed = await installer.install([...(one.set ?? []), ...TEST_INSTALLATION], one.operator && path.join(folder, one.operator));
    const setupFor = (revision: string): InjectorSetup => {
      const key = JSON.stringify([one.set, one.operator, one.mesh, one.native, one.compliance, one.openshift, revision]);
      const setup = setups.get(key) ?? setupOf(one, installed, revision);
      setups.set(key, setup);
      return setup;
    };
    const text = readFileSync(path.join(folder, one.input), 'utf8');
    const name = one.title === undefined ? one.input : `${one.input}, ${one.title}`;
    if (!one.openshift) commandLine.push({ name, setup: setupFor(''), input: text });
    webhook.push(...podSubjects(name, text, setupFor('default'), one.openshift ? OPENSHIFT_NAMESPACE : undefined));
  }
  return { commandLine, webhook };
}

function setupOf({ mesh, native, compliance, openshift }: InjectCase, installed: Installed, revision: string): InjectorSetup {
  return {
    ...installed,
    ...(openshift && { values: JSON.stringify(merged(JSON.parse(installed.values), { global: { platform: 'openshift' } })) }),
    ...(mesh && { mesh: dump(merged(load(installed.mesh) as Tree, mesh)) }),
    revision,
    native: native ?? true,
    ...(compliance !== undefined && { compliance }),
    ...(openshift && { openshift }),
  };
}

/** The pods of the workloads of a file, as their controllers would make them. */
export function podSubjects(name: string, text: string, setup: InjectorSetup, namespace?: Subject['namespace']): Subject[] {
  return readObjects(text).filter((object) => isWorkload(object)).map((object) => {
    const pod = podFrom(object);
    return { name: `${name}: ${object.kind} ${object.metadata?.name ?? ''}`, setup, input: pod, namespace: namespace ?? { name: pod.metadata.namespace ?? 'default' } };
  });
}

/** A pod as the controller of its workload makes it. */
export function podFrom(object: KubeObject): KubeObject {
  const template: Tree = object.kind === 'DeploymentConfig' ? object.spec.template : podOf(object)!;
  const namespace = object.metadata?.namespace ?? 'default';
  if (object.kind === 'Pod') return { ...object, metadata: { ...object.metadata, namespace } };
  const name: string = object.metadata.name;
  // A Deployment has a ReplicaSet between, whose hash the pod bears; a CronJob has a Job, which is named after the time.
  const [owner, kind, apiVersion] = object.kind === 'Deployment' ? [`${name}-fake`, 'ReplicaSet', object.apiVersion]
    : object.kind === 'CronJob' ? [`${name}-29512345`, 'Job', 'batch/v1'] : [name, object.kind, object.apiVersion];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...template.metadata,
      generateName: `${owner}-`,
      namespace,
      labels: { ...template.metadata?.labels, ...(object.kind === 'Deployment' && { 'pod-template-hash': 'fake' }) },
      ownerReferences: [{ apiVersion, kind, name: owner, controller: true, uid: '1' }],
    } as unknown as KubeObject['metadata'],
    spec: template.spec,
  };
}

/** The YAML files below the module's samples that have workloads. */
export function sampleFiles(folder: string): string[] {
  return readdirSync(folder).sort().map((name) => path.join(folder, name)).flatMap((file) => {
    if (statSync(file).isDirectory()) return sampleFiles(file);
    if (!/\.ya?ml$/.test(file)) return [];
    try {
      return readObjects(readFileSync(file, 'utf8')).some((object) => isWorkload(object)) ? [file] : [];
    } catch {
      return []; // Templates of other programs have that ending too.
    }
  });
}

/** Workloads by lot, each with one of some installations by lot. */
export function drawnSubjects(seed: number, count: number, installed: Installed, door: 'command line' | 'webhook'): Subject[] {
  const setups = Array.from({ length: 40 }, (_, number) => drawnSetup(Draw.nth(seed + 7, number), installed, door === 'webhook'));
  return Array.from({ length: count }, (_, number) => {
    const draw = Draw.nth(seed, number);
    const workload = drawWorkload(draw, number);
    const setup = draw.pick(setups);
    const name = `${number}: ${workload.kind} ${workload.metadata.name}`;
    if (door === 'command line') return { name, setup, input: dump(workload, { noRefs: true }) };
    const pod = podFrom(workload);
    // The list of known differences goes by names, which a made pod has not.
    return { name, setup, input: { ...pod, metadata: { ...pod.metadata, name: workload.metadata.name } }, namespace: { name: pod.metadata.namespace ?? 'default' } };
  });
}

function drawnSetup(draw: Draw, installed: Installed, webhook: boolean): InjectorSetup {
  const values = merged(JSON.parse(installed.values), drawInjectorValues(draw));
  const { defaultTemplates, injectedAnnotations, neverInjectSelector, alwaysInjectSelector } = values.sidecarInjectorWebhook;
  const own = { injectedAnnotations, neverInjectSelector, alwaysInjectSelector, ...(defaultTemplates?.length > 0 && { defaultTemplates }) };
  return {
    config: JSON.stringify({ ...(load(installed.config) as Tree), ...own }),
    values: JSON.stringify(values),
    mesh: dump(merged(load(installed.mesh) as Tree, drawMeshConfig(draw))),
    revision: values.revision || (webhook ? 'default' : ''),
    native: draw.chance(0.4),
    ...(draw.chance(0.1) && { compliance: 'fips-140-3' }),
    ...(webhook && draw.chance(0.5) && { proxyConfigs: drawProxyConfigs(draw).map((one) => dump(one, { noRefs: true })).join('---\n') }),
  };
}

function merged(below: Tree, above: Tree): Tree {
  const isMap = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
  const laid = Object.entries(above).map(([key, value]) => [key, isMap(value) && isMap(below[key]) ? merged(below[key], value) : value] as const);
  return { ...below, ...Object.fromEntries(laid) };
}

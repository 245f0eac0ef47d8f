import { load } from 'js-yaml';
import { InjectorSetup } from './injector';
import { Istioctl } from './istioctl';
import { readObjects } from './objects';
import { InjectionSettings, webhookTemplates } from '../../src/injection';

/** What two ConfigMaps of an installation say. */
export type Installed = Pick<InjectorSetup, 'config' | 'values' | 'mesh'>;

/** Reads the ConfigMaps of a manifest. */
export function installedBy(manifest: string): Installed {
  const maps = readObjects(manifest).filter(({ kind }) => kind === 'ConfigMap');
  const text = (map: string, key: string): string => {
    const found = maps.find(({ metadata }) => metadata.name === map)?.data?.[key];
    if (typeof found !== 'string') throw new Error(`The manifest has no ConfigMap "${map}" with the key "${key}"`);
    return found;
  };
  return { config: text('istio-sidecar-injector', 'config'), values: text('istio-sidecar-injector', 'values'), mesh: text('istio', 'mesh') };
}

/** Installations by Istio's installer; the same is asked for once. */
export class Installer {
  private readonly known = new Map<string, Promise<Installed>>();

  public constructor(private readonly istioctl: Istioctl) {}

  public async install(set: readonly string[], operator?: string): Promise<Installed> {
    const args = ['manifest', 'generate', ...set.flatMap((one) => ['--set', one]), ...(operator === undefined ? [] : ['-f', operator])];
    const key = JSON.stringify(args);
    let known = this.known.get(key);
    if (known === undefined) {
      known = this.istioctl.output(args).then(installedBy);
      this.known.set(key, known);
    }
    return known;
  }
}

/** The setup with our templates in the place of Istio's, in the injector's own process; those that the values bring stay. */
export function withOwnTemplates(setup: InjectorSetup): InjectorSetup {
  const config = load(setup.config) as { templates: Record<string, string> };
  const { sidecarInjectorWebhook } = JSON.parse(setup.values) as { sidecarInjectorWebhook?: { templates?: Record<string, string> } };
  const given = sidecarInjectorWebhook?.templates ?? {};
  return { ...setup, port: undefined, config: JSON.stringify({ ...config, templates: { ...config.templates, ...webhookTemplates(), ...given } }) };
}

/** The same setup as our injector takes it. */
export function settingsOf(setup: InjectorSetup, injector: NonNullable<InjectionSettings['injector']>): InjectionSettings {
  return {
    values: JSON.parse(setup.values),
    meshConfig: load(setup.mesh) as InjectionSettings['meshConfig'],
    revision: setup.revision,
    injector,
    nativeSidecars: setup.native,
    compliancePolicy: setup.compliance ?? '',
    proxyConfigs: readObjects(setup.proxyConfigs ?? ''),
  };
}

import type { JsonObject } from '../../reference/json';
import type * as values from '../../resources/install-values';
import type { Changed, Filled, GlobalValues, ResourceValues, WithDefaults } from '../values/types';

/** Values that have no default, and those that have had no effect for some releases. */
type Without = 'enabled' | 'logLevel' | 'privileged' | 'pspClusterRole' | 'rollingMaxUnavailable';

/** Values of the chart of the CNI plugin, over its defaults. They stand without the name of the component. */
export type CniChartValues = Changed<
  WithDefaults<values.CniValues, Without>,
  { readonly resources: ResourceValues; readonly seLinuxOptions: JsonObject }
> & {
  readonly global: Pick<
    GlobalValues,
    'hub' | 'tag' | 'variant' | 'imagePullPolicy' | 'imagePullSecrets' | 'logging' | 'logAsJson' | 'nativeNftables' | 'networkPolicy' | 'resourceScope'
    | 'defaultResources' | 'platform'
  >;
  readonly revision: Filled<values.InstallValues>['revision'];
  readonly platform?: string;
};

import type { JsonObject } from '../../reference/json';
import type * as values from '../../resources/install-values';
import type { Changed, Filled, GlobalValues, ResourceValues, WithDefaults } from '../values/types';

/**
 * Values of the chart of ztunnel, over its defaults. They stand without the name of the component, and so do those of `global`,
 * which it takes for its own.
 */
export type ZtunnelChartValues = Changed<
  WithDefaults<values.ZtunnelValues, 'affinity' | 'nodeSelector' | 'trustBundleName'>,
  {
    readonly resources: ResourceValues;
    readonly meshConfig: { readonly defaultConfig: { readonly proxyMetadata: JsonObject } };
    readonly multiCluster: { readonly clusterName: string };
    readonly resourceQuotas: Filled<values.ResourceQuotaValues>;
  }
> & {
  readonly global: Pick<GlobalValues, 'networkPolicy'>;
  readonly platform?: string;
};

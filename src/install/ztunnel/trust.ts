import { ZtunnelChartValues } from './values';

/**
 * Whether ztunnel reads the root certificate from a bundle of the cluster.
 *
 * @throws if the variable that says so is not a boolean: the chart cannot compare it
 */
export function readsClusterTrustBundle({ env }: Pick<ZtunnelChartValues, 'env'>): boolean {
  const asked: unknown = env?.ENABLE_CLUSTER_TRUST_BUNDLE_API ?? false;
  if (typeof asked === 'boolean') return asked;
  throw new Error(
    `env.ENABLE_CLUSTER_TRUST_BUNDLE_API of ztunnel is ${JSON.stringify(asked)}. It decides which volume ztunnel mounts, and is true or false without quotes: write env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true }.`,
  );
}

import { gatewayChartAccount, gatewayChartContext } from './context';
import { renderGatewayChart } from './index';
import { JsonObject, Manifest } from '../../reference/json';
import type { GatewayChartValues } from '../../resources/install-values';
import { givenChartValues } from '../chart-request';
import { Installation } from '../installation';
import { chartValues } from '../values/chart';
import { copy, merge } from '../values/tree';
import { GatewayChartValues as ReadValues } from '../values/types';

/** Which gateway of the chart `gateway` is rendered. */
export interface InjectedGatewayRequest {
  /** Name of its Deployment and Service, from which the other names follow. */
  readonly name: string;
  /** Namespace in which it runs. */
  readonly namespace: string;
  /** Values of the chart. */
  readonly values: GatewayChartValues;
}

/** A gateway of the chart `gateway`. */
export interface RenderedGateway {
  /** Its objects, in the order to apply. */
  readonly objects: Manifest[];
  /** Labels by which its pods are found. */
  readonly selector: Record<string, string>;
  /** Name of the account that its pods run as. */
  readonly account: string;
}

/**
 * A gateway whose pods are injected, with what the installation says of all its parts: the revision, and whether there are network
 * policies.
 *
 * @throws if a value does not exist, or the chart refuses it
 */
export function renderInjectedGateway(installation: Installation, { name, namespace, values }: InjectedGatewayRequest): RenderedGateway {
  const given = givenChartValues('gateway', values, `values of the gateway "${name}"`);
  const { networkPolicy } = installation.values.global;
  const revision = installation.revision === 'default' ? {} : { revision: installation.revision };
  const merged = chartValues('gateway', merge({ ...(networkPolicy && { global: { networkPolicy } }), ...revision }, given));
  const context = gatewayChartContext(merged as ReadValues & JsonObject, { name, namespace });
  return {
    objects: copy(renderGatewayChart(context.values, context.release)),
    selector: { ...context.selector },
    account: gatewayChartAccount(context),
  };
}

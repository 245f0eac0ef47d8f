/*
 * All charts, each with what its values are called in schema/ and how it is rendered. Renderers are loaded with their first call.
 */
/* eslint-disable @typescript-eslint/no-require-imports */
import type { CniChartValues } from './cni/values';
import { Release } from './release';
import type { Chart } from './values/defaults';
import type { BaseValues, DefaultRevisionValues, EgressValues, GatewayChartValues, IngressValues, IstiodValues } from './values/types';
import type { ZtunnelChartValues } from './ztunnel/values';
import { JsonObject, Manifest } from '../reference/json';

/** A chart of Istio. */
export interface InstallChart {
  /** The message of schema/ that says what its values are, and their defaults. */
  readonly message: Chart;
  /** Values below this name lie over those without it, for charts that are also installed together with others. */
  readonly prefix?: 'pilot' | 'cni';
  /** Whether values below `global` count as its own, below those without that name. */
  readonly takesGlobals?: boolean;
  /**
   * Refuses values that the chart itself refuses, beyond what their types in schema/ say.
   *
   * @param given the values as they were given
   */
  readonly check?: (given: JsonObject) => void;
  /**
   * Its objects.
   *
   * @param values merged values, as `chartValues` has them
   * @param original the values as they were given
   */
  readonly render: (values: JsonObject, release: Release, original: JsonObject) => Manifest[];
}

/** Charts by their own names. */
export type ChartName = 'base' | 'istiod' | 'istio-default' | 'cni' | 'ztunnel' | 'gateway' | 'istio-ingress' | 'istio-egress';

/** All charts, by their own names. */
export const CHARTS: Readonly<Record<ChartName, InstallChart>> = {
  'base': {
    message: 'BaseChart',
    render: (values, release) => (require('./base') as typeof import('./base')).renderBase(values as BaseValues & JsonObject, release),
  },
  'istiod': {
    message: 'IstiodChart',
    prefix: 'pilot',
    render: (values, release, original) =>
      (require('./istiod') as typeof import('./istiod')).renderIstiod(values as IstiodValues & JsonObject, release, original),
  },
  'istio-default': {
    message: 'DefaultChart',
    render: (values, release) =>
      (require('./default-revision') as typeof import('./default-revision')).renderDefaultRevision(values as DefaultRevisionValues & JsonObject, release),
  },
  'cni': {
    message: 'CniChart',
    prefix: 'cni',
    render: (values, release) => (require('./cni') as typeof import('./cni')).renderCni(values as CniChartValues & JsonObject, release),
  },
  'ztunnel': {
    message: 'ZtunnelChart',
    takesGlobals: true,
    render: (values, release) =>
      (require('./ztunnel') as typeof import('./ztunnel')).renderZtunnel(values as ZtunnelChartValues & JsonObject, release),
  },
  'gateway': {
    message: 'GatewayChartValues',
    takesGlobals: true,
    check: (given) => (require('./gateway-chart/restrictions') as typeof import('./gateway-chart/restrictions')).checkGatewayChart(given),
    render: (values, release) =>
      (require('./gateway-chart') as typeof import('./gateway-chart')).renderGatewayChart(values as GatewayChartValues & JsonObject, release),
  },
  'istio-ingress': {
    message: 'IngressChart',
    render: (values, release) => (require('./gateways') as typeof import('./gateways')).renderIngress(values as IngressValues & JsonObject, release),
  },
  'istio-egress': {
    message: 'EgressChart',
    render: (values, release) => (require('./gateways') as typeof import('./gateways')).renderEgress(values as EgressValues & JsonObject, release),
  },
};

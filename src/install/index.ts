/*
 * The room is loaded when it is first used: importing the library must stay quick, and many a program never installs anything.
 */
/* eslint-disable @typescript-eslint/no-require-imports */
import type { ChartRequest } from './chart-request';
import type { ChartName } from './charts';
import type { ComponentName } from './component-name';
import type { InjectedGatewayRequest, RenderedGateway } from './gateway-chart/declared';
import type { IngressGatewayRequest } from './gateways/declared';
import type { InstallRequest } from './install-request';
import type { Installation } from './installation';
import type { Installed, InstalledPart, InvariantFinding } from './invariants';
import type { OperatorFile } from './operator-file';
import type { PartRequest, SharedValues } from './part';
import type { Component } from './render';
import type { InjectionSettings } from '../injection';
import type { JsonObject, Manifest } from '../reference/json';

export type { InjectedGatewayRequest, RenderedGateway } from './gateway-chart/declared';
export type { ChartRequest } from './chart-request';
export type { ChartName } from './charts';
export type { ComponentName } from './component-name';
export type { IngressGatewayRequest } from './gateways/declared';
export type { Installation } from './installation';
export type { OperatorFile } from './operator-file';
export type { Component } from './render';
export type { Installed, InstalledPart, InstalledTag, InvariantFinding } from './invariants';
export type { PartRequest, SharedValues } from './part';
export type { InstallRequest } from './install-request';

/**
 * Decides an installation from what is asked for.
 *
 * @throws if something asked for does not exist or cannot be rendered yet, with its path and what can be set instead
 */
export function resolveInstall(request: InstallRequest = {}): Installation {
  return (require('./installation') as typeof import('./installation')).resolveInstall(request);
}

/**
 * Reads a file of the installer, of kind IstioOperator. One that holds nothing asks for nothing.
 *
 * @param file its name, for messages
 * @param text YAML or JSON
 * @throws with file and line, if it holds something else, or several objects
 */
export function readOperatorFile(file: string, text: string): OperatorFile {
  return (require('./operator-file') as typeof import('./operator-file')).readOperatorFile(file, text);
}

/** What the injector knows of an installation. */
export function injectionSettings(installation: Installation): InjectionSettings {
  return (require('./installation') as typeof import('./installation')).injectionSettings(installation);
}

/**
 * All objects of the control plane, by component, in the order to apply.
 *
 * @param warn takes a sentence about each thing of the request that has no effect
 */
export function renderControlPlane(installation: Installation, warn?: (sentence: string) => void): Component[] {
  return (require('./render') as typeof import('./render')).renderControlPlane(installation, warn);
}

/** Names of the components of an installation, in the order in which they are applied. */
export const COMPONENT_NAMES: readonly ComponentName[] = ['Base', 'Pilot', 'Cni', 'Ztunnel', 'IngressGateways', 'EgressGateways'];

/** Names of all charts, in an order in which they can be applied. */
export const CHART_NAMES: readonly ChartName[] = ['base', 'istiod', 'istio-default', 'cni', 'ztunnel', 'gateway', 'istio-ingress', 'istio-egress'];

/**
 * The chart of a name.
 *
 * @throws if there is none, with the names that there are
 */
export function chartNamed(name: string): ChartName {
  return (require('./chart-request') as typeof import('./chart-request')).chartNamed(name);
}

/**
 * The objects of a chart by itself, as Helm renders it, in an order in which they can be applied.
 *
 * @throws if there is no such chart, a value does not exist or is of the wrong kind, or the chart refuses its values
 */
export function renderChart(request: ChartRequest): Manifest[] {
  return (require('./chart-request') as typeof import('./chart-request')).renderChart(request);
}

/** An ingress gateway as the installer has it: proxies of its own, their Service, identity, autoscaler and access to credentials. */
export function renderIngressGateway(installation: Installation, request: IngressGatewayRequest): Manifest[] {
  return (require('./gateways/declared') as typeof import('./gateways/declared')).renderIngressGateway(installation, request);
}

/** A gateway of the chart `gateway`, whose pods are injected, with what the installation says of all its parts. */
export function renderInjectedGateway(installation: Installation, request: InjectedGatewayRequest): RenderedGateway {
  return (require('./gateway-chart/declared') as typeof import('./gateway-chart/declared')).renderInjectedGateway(installation, request);
}

/** The objects in the order in which the installer writes them: by rank, then by group, kind and name. */
export function inOrder(objects: readonly Manifest[]): Manifest[] {
  return (require('./order') as typeof import('./order')).inOrder(objects);
}

/**
 * Decides one chart of an installation.
 *
 * @param shared what lies below its own values
 * @throws if a value does not exist, has the wrong kind, or cannot be rendered
 */
export function resolvePart(request: PartRequest, shared?: SharedValues): InstalledPart {
  return (require('./part') as typeof import('./part')).resolvePart(request, shared);
}

/** The objects of a chart, in an order in which they can be applied. */
export function renderPart(part: InstalledPart): Manifest[] {
  return (require('./part') as typeof import('./part')).renderPart(part);
}

/** Labels by which the Service of a gateway of the chart `gateway`, and Gateway resources, find its pods. */
export function gatewaySelector(gateway: InstalledPart): Record<string, string> {
  return (require('./part') as typeof import('./part')).gatewaySelector(gateway);
}

/** What makes a tag lead to a revision: the webhooks of pods that name the tag, and the Service under which they find istiod. */
export function renderTag(revision: InstalledPart, tag: string): Manifest[] {
  return (require('./revision-tag') as typeof import('./revision-tag')).renderTag(revision, tag);
}

/** What does not hold across the components of one cluster, all of it. */
export function checkInstalled(installed: Installed): InvariantFinding[] {
  return (require('./invariants') as typeof import('./invariants')).checkInstalled(installed);
}

/**
 * A value of the typed API as the plain data that it is written as.
 *
 * @param type what schema/ calls its type, such as `MeshProxyConfig`
 */
export function plainValue(value: object, type: string): JsonObject {
  const { plainValues } = require('./values/plain') as typeof import('./values/plain');
  const { installSchema } = require('./values/schema') as typeof import('./values/schema');
  return plainValues(value, type, installSchema());
}

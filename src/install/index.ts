/*
 * The room is loaded when it is first used: importing the library must stay quick, and many a program never installs anything.
 */
/* eslint-disable @typescript-eslint/no-require-imports */
import type { IngressGatewayRequest } from './gateways/ingress';
import type { Installation, InstallRequest } from './installation';
import type { Component } from './render';
import type { InjectionSettings } from '../injection';
import type { Manifest } from '../reference/json';

export type { IngressGatewayRequest } from './gateways/ingress';
export type { Installation, InstallRequest } from './installation';
export type { Component } from './render';

/**
 * Decides an installation from what is asked for.
 *
 * @throws if a setting, or the profile, is one that cannot be installed
 */
export function resolveInstall(request: InstallRequest = {}): Installation {
  return (require('./installation') as typeof import('./installation')).resolveInstall(request);
}

/** What the injector knows of an installation. */
export function injectionSettings(installation: Installation): InjectionSettings {
  return (require('./installation') as typeof import('./installation')).injectionSettings(installation);
}

/** All objects of the control plane, by component, in the order to apply. */
export function renderControlPlane(installation: Installation): Component[] {
  return (require('./render') as typeof import('./render')).renderControlPlane(installation);
}

/** An ingress gateway as the installer has it: proxies of its own, their Service, identity, autoscaler and access to credentials. */
export function renderIngressGateway(installation: Installation, request: IngressGatewayRequest): Manifest[] {
  return (require('./gateways/ingress') as typeof import('./gateways/ingress')).renderIngressGateway(installation, request);
}

import { Host } from '../reference/host-name';
import { Labels } from '../reference/labels';
import { PortNumber } from '../reference/port-number';
import { AuthorizationPolicyAction, AuthorizationPolicySpec, PortSelector, Server, ServerTLSMode, VirtualServiceSpec } from '../resources';

/** All services of the cluster, each under a server name that says which it is and at which port. */
export const SERVICES_SERVER: Server = {
  port: { number: PortNumber.of(15443), name: 'tls', protocol: 'TLS' },
  tls: { mode: ServerTLSMode.AUTO_PASSTHROUGH },
  hosts: ['*.local'],
};

/** Ports of istiod as other networks find them, and the ports of its Service: configuration and certificates, and its webhooks. */
const ISTIOD_PORTS = [
  { number: 15012, name: 'tls-istiod', service: 15012 },
  { number: 15017, name: 'tls-istiodwebhook', service: 443 },
];

/** The servers at which istiod is found. */
export function renderControlPlaneServers(): Server[] {
  return ISTIOD_PORTS.map(({ number, name }) => ({
    port: { number: PortNumber.of(number), name, protocol: 'TLS' },
    tls: { mode: ServerTLSMode.PASSTHROUGH },
    hosts: ['*'],
  }));
}

/** Where these servers lead. */
export function renderControlPlaneRoutes(gateway: string, istiod: string): VirtualServiceSpec {
  return {
    hosts: [Host.of('*')],
    gateways: [gateway],
    tls: ISTIOD_PORTS.map(({ number, service }) => ({
      match: [{ port: PortNumber.of(number), sniHosts: [Host.of('*')] }],
      route: [{ destination: { host: Host.of(istiod), port: PortSelector.of(service) } }],
    })),
  };
}

/** That anybody may reach istiod through the gateway, which asks for certificates and tokens itself. Services need no such rule here. */
export function renderIstiodAccess(selector: Labels): AuthorizationPolicySpec {
  const ports = ISTIOD_PORTS.map(({ number }) => String(number));
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.ALLOW, rules: [{ to: [{ operation: { ports } }] }] };
}

import { ApiObject, App, Chart } from 'cdk8s';
import { messageOf } from '../mesh/harness';
import { printedBy } from '../printed';

export { deployment, find, meshFor, messageOf, service } from '../mesh/harness';

/** An object as a YAML file would bring it. */
export function plain(scope: Chart, kind: string, name: string, spec: object, metadata: object = {}): ApiObject {
  return new ApiObject(scope, `plain-${kind}-${name}`.toLowerCase(), { apiVersion: API_VERSIONS[kind], kind, metadata: { name, ...metadata }, spec });
}

const API_VERSIONS: Record<string, string> = {
  AuthorizationPolicy: 'security.istio.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  EnvoyFilter: 'networking.istio.io/v1alpha3',
  Gateway: 'networking.istio.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  Namespace: 'v1',
  PeerAuthentication: 'security.istio.io/v1',
  Secret: 'v1',
  Service: 'v1',
  ServiceEntry: 'networking.istio.io/v1',
  VirtualService: 'networking.istio.io/v1',
};

/** What synthesis says: findings as errors, then warnings, each without the path of its construct. */
export interface Said {
  readonly errors: string[];
  readonly warnings: string[];
}

/** What synthesis of the app says. */
export function said(app: App): Said {
  let message: string | undefined;
  const printed = printedBy(() => {
    message = messageOf(() => app.synth());
  });
  return {
    errors: (message ?? '').split('\n').slice(1).map((line) => line.trim().replace(/^\[[^\]]*\] /, '')),
    warnings: printed.map((text) => text.trim().replace(/^\[[^\]]*\] warning: /, '')),
  };
}

import { App } from 'cdk8s';
import {
  AuthorizationPolicy, AuthorizationPolicyAction, ClientTLSMode, DestinationRule, Enrollment, Host, MeshNamespace, PortNumber, ServiceEntry,
  ServiceEntryResolution,
} from 'cdk8s-istio';
import { curl } from '../samples';
import { ambientMeshOf, Task } from '../task';

/** What is outside, as a service of a namespace behind a waypoint. Its objects are said: an external service of the mesh takes no waypoint. */
function throughWaypoint(app: App, targetPort?: number): MeshNamespace {
  const mesh = ambientMeshOf(app);
  curl(mesh);
  const egress = mesh.addNamespace('istio-egress', { enrollment: Enrollment.AMBIENT });
  egress.useWaypoint(egress.addWaypoint('waypoint'));
  const port = { number: PortNumber.of(80), name: 'http', protocol: 'HTTP', targetPort: targetPort === undefined ? undefined : PortNumber.of(targetPort) };
  new ServiceEntry(egress, 'httpbin-org', {
    metadata: { name: 'httpbin-org' }, spec: { hosts: [Host.of('httpbin.org')], ports: [port], resolution: ServiceEntryResolution.DNS },
  });
  return egress;
}

export const ambientEgressGateway: Task = {
  page: 'ambient/usage/egress-gateway',
  steps: {
    'what leaves takes the waypoint': (app) => {
      throughWaypoint(app);
    },
    'which lets one path be read alone': (app) => {
      new AuthorizationPolicy(throughWaypoint(app), 'access', {
        metadata: { name: 'httpbin-org' },
        spec: {
          targetRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'httpbin-org' }],
          action: AuthorizationPolicyAction.ALLOW,
          rules: [{ to: [{ operation: { methods: ['GET'], paths: ['/get'] } }] }],
        },
      });
    },
    'and adds TLS': (app) => {
      new DestinationRule(throughWaypoint(app, 443), 'tls', {
        metadata: { name: 'httpbin-org-tls' }, spec: { host: Host.of('httpbin.org'), trafficPolicy: { tls: { mode: ClientTLSMode.SIMPLE } } },
      });
    },
  },
};

import { renderGatewayDeployment } from './deployment';
import { JsonObject, Manifest } from '../../reference/json';
import { renderAutoscaler } from '../autoscaler';
import { ingressGatewayDefaults } from '../defaults';
import { Installation } from '../installation';
import { binding } from '../istiod/rbac';
import { componentLabels } from '../labels';

/** Which ingress gateway is rendered. */
export interface IngressGatewayRequest {
  /** Name of its Deployment and Service, from which the other names follow. */
  readonly name: string;
  /** Namespace in which it runs. */
  readonly namespace: string;
  /** Labels by which its Service, and Gateway resources, find its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Type of its Service; LoadBalancer when undefined. */
  readonly serviceType?: string;
}

/** An ingress gateway as the installer has it: proxies of its own, their Service, identity, autoscaler and access to credentials. */
export function renderIngressGateway(installation: Installation, request: IngressGatewayRequest): Manifest[] {
  const { name, namespace } = request;
  const values = ingressGatewayDefaults();
  if (namespace !== installation.namespace) {
    // Beside istiod the installer's name stands; anywhere else Istio asks for the protocol in a port's name.
    values.ports = values.ports.map((port: JsonObject) => (port.name === 'status-port' ? { ...port, name: 'http-status' } : port));
  }
  const account = `${name}-service-account`;
  const role = `${name}-sds`;
  const own = { ...componentLabels(name), 'istio.io/rev': installation.revision };
  const labels = { ...own, ...request.labels };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace, labels } },
    renderGatewayDeployment(installation, { ...request, account, labels, values }),
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: role, namespace, labels: own },
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }],
    },
    binding('Role', { name: role, namespace, labels: own }, { kind: 'ServiceAccount', name: account }),
    renderAutoscaler({ name, namespace, labels }, values),
    renderService(request, labels, values),
  ];
}

function renderService(request: IngressGatewayRequest, labels: Record<string, string>, values: JsonObject): Manifest {
  const { name, namespace, labels: selector, serviceType } = request;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels },
    spec: { type: serviceType ?? values.type, selector: { ...selector }, ports: values.ports },
  };
}

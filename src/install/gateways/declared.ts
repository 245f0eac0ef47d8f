import { renderIngress } from './index';
import { Manifest } from '../../reference/json';
import { Installation, withGateway } from '../installation';
import { inOrder } from '../order';
import { INSTALLER_RELEASE } from '../release';
import { copy } from '../values/tree';
import { GatewayPortValues } from '../values/types';

/** Which ingress gateway is rendered. */
export interface IngressGatewayRequest {
  /** Name of its Deployment and Service, from which the other names follow. */
  readonly name: string;
  /** Namespace in which it runs. */
  readonly namespace: string;
  /** Labels by which its Service, and Gateway resources, find its pods; laid over `app` and `istio` of the usual gateway. */
  readonly labels: Readonly<Record<string, string>>;
  /** Type of its Service; as the values say when undefined, and else LoadBalancer. */
  readonly serviceType?: string;
  /** Ports beside those for health, HTTP and HTTPS. One with the number of such a port stands in for it. */
  readonly ports?: readonly GatewayPortValues[];
  /** A fixed number of proxies, instead of as many as the load needs. */
  readonly replicas?: number;
  /** Annotations of its Service, by which the cloud's load balancer is set up. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Which nodes take traffic for its Service. */
  readonly externalTrafficPolicy?: string;
  /** Annotations of its pods. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/** An ingress gateway as the installer has it: proxies of its own, their Service, identity, autoscaler and access to credentials. */
export function renderIngressGateway(installation: Installation, request: IngressGatewayRequest): Manifest[] {
  const { name, namespace, labels, serviceType, ports, replicas, serviceAnnotations, podAnnotations, externalTrafficPolicy } = request;
  const { ingress } = installation;
  const usual = ingress.gateways['istio-ingressgateway'].ports;
  const values = withGateway(ingress, {
    name,
    labels: { ...labels },
    ...(serviceType !== undefined && { type: serviceType }),
    ...(ports && { ports: [...usual.filter(({ port }) => !ports.some((own) => own.port === port)), ...ports] }),
    ...(replicas !== undefined && { autoscaleEnabled: false, replicaCount: replicas }),
    ...(serviceAnnotations && { serviceAnnotations: { ...serviceAnnotations } }),
    ...(externalTrafficPolicy !== undefined && { externalTrafficPolicy }),
    ...(podAnnotations && { podAnnotations: { ...podAnnotations } }),
  });
  return copy(inOrder(renderIngress(values, { name: INSTALLER_RELEASE, namespace })));
}

import { Construct } from 'constructs';
import { ClientAddressProps, topologyAnnotations } from './client-address';
import { GatewayServiceOptions, GatewayWorkloadProps } from './gateway-workload-props';
import { checkGatewayValues, gatewayValues } from './injected-values';
import { meshContextOf, namespaceOfGateway } from './mesh-context';
import { ServicePorts } from './service-ports';
import { checkServiceType } from './service-type';
import { renderIngressGateway, renderInjectedGateway } from '../install';
import { failure } from '../reference/fail';
import { serviceHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { checkName } from '../reference/label-name';
import { Labels } from '../reference/labels';

/** The port of health checks. Outside its own namespace, Istio asks for a protocol in the name of every port. */
const STATUS_PORT = { port: 15021, targetPort: 15021, name: 'http-status', protocol: 'TCP' };

/** How the proxies of the installer's form are run. */
export interface IngressWorkloadProps extends ClientAddressProps {
  readonly serviceType?: string;
}

/** The proxies of a gateway, as others have to know them. */
export interface GatewayWorkload {
  /** Name of the workload and of its Service. */
  readonly name: string;
  /** Name of the namespace in which they run. */
  readonly namespace: string;
  /** Full host name of the Service. */
  readonly host: string;
  /** Labels of the pods. */
  readonly selector: Labels;
  /** Who the proxies are. */
  readonly identity: Identity;
}

/**
 * Writes the proxies of a gateway in the form of Istio's chart `gateway`, with their Service, below its construct: pods that injection
 * completes.
 */
export function addGatewayWorkload(
  scope: Construct, id: string, props: GatewayWorkloadProps & GatewayServiceOptions, ports = new ServicePorts(() => [], 1),
): GatewayWorkload {
  const { installation, certificateAuthority } = meshContextOf(scope);
  checkName(scope, id, 'a gateway');
  if (props.replicas !== undefined && props.autoscaling !== undefined) {
    throw failure(scope, `The gateway has ${props.replicas} replicas and is scaled by load, too`, 'Give replicas or autoscaling');
  }
  const namespace = namespaceOfGateway(scope);
  const values = gatewayValues(withTemplates(props, certificateAuthority?._gatewayTemplates));
  checkGatewayValues(scope, values);
  const { objects, selector, account } = about(scope, () => renderInjectedGateway(installation, { name: id, namespace, values }));
  ports.write(scope, objects);
  return workload(scope, values.name || id, namespace, selector, account);
}

/** Writes the proxies of a gateway in the form of the installer's ingress gateway: whole pods, which nothing completes. */
export function addIngressWorkload(scope: Construct, id: string, props: IngressWorkloadProps, ports: ServicePorts): GatewayWorkload {
  const { installation, certificateAuthority } = meshContextOf(scope);
  if (certificateAuthority?._kind === 'spire') {
    throw failure(scope, 'The gateway would ask istiod for its certificate, which workloads with one of SPIRE do not trust',
      'Use an InjectedGateway, whose pods get the socket of SPIRE');
  }
  checkName(scope, id, 'a gateway');
  checkServiceType(scope, props.serviceType);
  const namespace = namespaceOfGateway(scope);
  const labels = { app: id, istio: id };
  const objects = renderIngressGateway(installation, {
    name: id,
    namespace,
    labels,
    serviceType: props.serviceType,
    ports: [STATUS_PORT],
    externalTrafficPolicy: props.externalTrafficPolicy,
    podAnnotations: topologyAnnotations(scope, props),
  });
  ports.write(scope, objects);
  return workload(scope, id, namespace, labels, objects.find(({ kind }) => kind === 'ServiceAccount')?.metadata.name ?? 'default');
}

function workload(scope: Construct, name: string, namespace: string, selector: Labels, account: string): GatewayWorkload {
  const { trustDomain, clusterDomain } = meshContextOf(scope);
  return { name, namespace, host: serviceHost(name, namespace, clusterDomain), selector, identity: Identity.of(namespace, account, { trustDomain }) };
}

/** What is made, or the error with the path of the construct before it. */
function about<T>(scope: Construct, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`[${scope.node.path}] ${(error as Error).message}`);
  }
}

type WorkloadProps = GatewayWorkloadProps & GatewayServiceOptions;

/** The gateway's pods with all templates that the certificate authority needs. */
function withTemplates(props: WorkloadProps, templates: string | undefined): WorkloadProps {
  return templates === undefined ? props : { ...props, podAnnotations: { 'inject.istio.io/templates': templates, ...props.podAnnotations } };
}

import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GatewayServiceOptions, GatewayWorkloadProps } from './gateway-workload-props';
import { checkGatewayValues, gatewayValues } from './injected-values';
import { meshContextOf } from './mesh-context';
import { ServicePorts } from './service-ports';
import { renderInjectedGateway } from '../install';
import { failure } from '../reference/fail';
import { serviceHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { checkName } from '../reference/label-name';

/** The proxies of a gateway, as others have to know them. */
export interface GatewayWorkload {
  /** Name of the workload and of its Service. */
  readonly name: string;
  /** Name of the namespace in which they run. */
  readonly namespace: string;
  /** Full host name of the Service. */
  readonly host: string;
  /** Labels of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** Who the proxies are. */
  readonly identity: Identity;
}

/** Writes the proxies of a gateway, with their Service, below its construct. */
export function addGatewayWorkload(
  scope: Construct, id: string, props: GatewayWorkloadProps & GatewayServiceOptions, ports = new ServicePorts(() => [], 1),
): GatewayWorkload {
  const { installation, trustDomain, clusterDomain, certificateAuthority } = meshContextOf(scope);
  checkName(scope, id, 'a gateway');
  if (props.replicas !== undefined && props.autoscaling !== undefined) {
    throw failure(scope, `The gateway has ${props.replicas} replicas and is scaled by load, too`, 'Give replicas or autoscaling');
  }
  const { namespace } = Chart.of(scope);
  if (namespace === undefined) {
    throw failure(scope, 'The gateway has no namespace', 'Create it in a namespace of a mesh: mesh.addNamespace("…")');
  }
  const values = gatewayValues(withTemplates(props, certificateAuthority?._gatewayTemplates));
  checkGatewayValues(scope, values);
  const { objects, selector, account } = about(scope, () => renderInjectedGateway(installation, { name: id, namespace, values }));
  ports.write(scope, objects);
  const name = values.name || id;
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

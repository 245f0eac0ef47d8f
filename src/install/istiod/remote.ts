import { IstiodContext, istiodName } from './context';
import { Manifest } from '../../reference/json';
import { podLabelsOf, revisionLabel } from '../labels';
import { isGiven, when } from '../values/read';
import { IstiodValues } from '../values/types';

/** Forms of addresses; anything else is a name that DNS must know. */
const IPV4 = /^([0-9]*\.){3}[0-9]*$/;
const IPV6 = /^([0-9a-fA-F]*:)+[0-9a-fA-F]*$/;

/**
 * An istiod elsewhere, as a Service of this cluster: with its address in an EndpointSlice, or as another name of its host. Beside an
 * istiod of this cluster it has a name of its own.
 */
export function renderRemote(context: IstiodContext): Manifest[] {
  const { values, release } = context;
  const address = values.global.remotePilotAddress;
  if (!isGiven(address) || !isGiven(values.istiodRemote.enabled)) return [];
  const name = `${istiodName(values)}${isGiven(values.istiodRemote.enabledLocalInjectorIstiod) ? '-remote' : ''}`;
  const isAddress = IPV4.test(address) || IPV6.test(address);
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: release.namespace, labels: podLabelsOf('istiod', revisionLabel(values.revision), release.name) },
      spec: {
        ports: [
          { port: 15012, name: 'tcp-istiod', protocol: 'TCP' },
          { port: 443, targetPort: 15017, name: 'tcp-webhook', protocol: 'TCP' },
        ],
        ...(!isAddress && { type: 'ExternalName', externalName: address }),
        ...when('ipFamilyPolicy', values.global.ipFamilyPolicy),
        ...when('ipFamilies', values.global.ipFamilies),
      },
    },
    ...(isAddress ? [endpoints(context, name, address)] : []),
  ];
}

function endpoints({ release }: IstiodContext, name: string, address: IstiodValues['global']['remotePilotAddress']): Manifest {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name,
      namespace: release.namespace,
      labels: podLabelsOf('istiod', { 'kubernetes.io/service-name': name }, release.name),
    },
    addressType: IPV4.test(address) ? 'IPv4' : 'IPv6',
    endpoints: [{ addresses: [address] }],
    ports: [
      { port: 15012, name: 'tcp-istiod', protocol: 'TCP' },
      { port: 15017, name: 'tcp-webhook', protocol: 'TCP' },
    ],
  };
}

/**
 * What Istio knows and this library does not render yet, by the message of schema/ and the names of its fields. It is refused as
 * unfinished, and not as a mistake.
 */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  // Charts of one's own are none of ours.
  IstioOperatorSpec: ['installPackagePath'],
  BaseComponent: ['k8s'],
  InstallComponent: ['k8s'],
  GatewayComponent: ['k8s'],
  BaseValues: ['validateGateway'],
  GatewaysValues: ['enabled', 'seccompProfile', 'securityContext'],
  // Name, labels and tag are those of the component, and set there. For the last two, the installer's own check lets nothing through.
  InstallerGatewayValues: [
    'egressPorts', 'injectionTemplate', 'labels', 'memory', 'name', 'tag', 'podAntiAffinityLabelSelector', 'podAntiAffinityTermLabelSelector',
  ],
  GlobalValues: ['agentgateway', 'jwtPolicy', 'podDNSSearchNamespaces', 'proxy_init', 'revision', 'trustDomain', 'waypoint'],
  MultiClusterValues: ['enabled', 'globalDomainSuffix', 'includeEnvoyFilter'],
  ProxyValues: ['autoInject', 'capNetBindService', 'enableCoreDump', 'variant'],
  IstiodValues: ['cni', 'enabled'],
  // These change what a pod gets, and the injection at synthesis does not ask for them yet.
  InjectorValues: ['alwaysInjectSelector', 'defaultTemplates', 'injectedAnnotations', 'injectionURL', 'neverInjectSelector', 'templates'],
};

import { App } from 'cdk8s';
import { ControlPlane, ControlPlaneProfile, GatewayWorkloadKind, IstioCni, Platform, Revision, RevisionTag, StandaloneGateway, Ztunnel } from 'cdk8s-istio';

/** Which revision the tag "prod" leads to. Moving the tag is a change of one word, and of one file. */
export type Prod = '1-31-3' | '1-31-4';

/** Istio for a whole platform: two revisions and the tag that moves, ambient mode on every node, and three gateways. */
export function platform(app: App, prod: Prod = '1-31-3'): ControlPlane {
  const istio = new ControlPlane(app, 'istio', {
    profile: ControlPlaneProfile.AMBIENT,
    platform: Platform.K3S,
    tag: '1.31.4',
    global: { meshID: 'acme', network: 'network-1', multiCluster: { clusterName: 'eu-1' } },
    meshConfig: { accessLogFile: '/dev/stdout' },
  });

  // The control planes, and the name under which applications know the one that holds.
  const highlyAvailable = { autoscaleMin: 2, pdb: { minAvailable: 1 } };
  const revisions = {
    '1-31-3': new Revision(istio, '1-31-3', { tag: '1.31.3', pilot: highlyAvailable }),
    '1-31-4': new Revision(istio, '1-31-4', { pilot: highlyAvailable }),
  };
  const tag = new RevisionTag(istio, 'prod', { revision: revisions[prod] });
  new RevisionTag(istio, 'default', { revision: revisions[prod] });

  // The node plane of ambient mode: one for all pods of a node.
  new IstioCni(istio, 'cni', { cni: { useAppArmorAnnotation: false } });
  new Ztunnel(istio, 'ztunnel', { revision: revisions[prod], ztunnel: { network: 'network-1', multiCluster: { clusterName: 'eu-1' } } });

  // The ways in: for the world, for the company, and for the other clusters of the mesh. They move with the tag.
  const autoscaling = { minReplicas: 2, maxReplicas: 10 };
  new StandaloneGateway(istio, 'public', { revision: tag, values: { autoscaling, podDisruptionBudget: { minAvailable: 1 } } });
  new StandaloneGateway(istio, 'internal', {
    revision: tag,
    values: { autoscaling, service: { annotations: { 'networking.gke.io/load-balancer-type': 'Internal' } } },
  });
  new StandaloneGateway(istio, 'eastwest', {
    namespace: 'istio-eastwest',
    revision: tag,
    values: { networkGateway: 'network-1', kind: GatewayWorkloadKind.DEPLOYMENT },
  });
  return istio;
}

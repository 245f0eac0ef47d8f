import { MeshServiceOptions } from './service-options';
import { ServiceVersionOptions } from './service-version';
import { construct, flag, having, labels, oneOf, OptionKinds, ports, struct } from '../../reference/option-kinds';
import { RouteDialect } from '../../traffic/route-dialect';
import { proxy } from '../data-plane/proxy-option-kinds';

export const enrollment = having('_mode', 'an Enrollment, such as Enrollment.AMBIENT');

export const MESH_SERVICE: OptionKinds<MeshServiceOptions> = {
  ports,
  workload: construct,
  labels,
  selector: labels,
  serviceAccount: having('name', 'a ServiceAccount'),
  createService: flag,
  enrollment,
  proxy,
  dryRun: flag,
  routeDialect: oneOf(RouteDialect),
};

export const VERSION: OptionKinds<ServiceVersionOptions> = { labels, trafficPolicy: struct };

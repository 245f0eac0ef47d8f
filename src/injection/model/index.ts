import { gateway } from './gateway';
import { grpcAgent, grpcSimple } from './grpc';
import { sidecar } from './sidecar';
import { Node } from '../node';

/** What a pod can get, by the names that the annotation `inject.istio.io/templates` gives. */
export const TEMPLATES: Readonly<Record<string, Node>> = {
  'sidecar': sidecar,
  'gateway': gateway,
  'grpc-simple': grpcSimple,
  'grpc-agent': grpcAgent,
};

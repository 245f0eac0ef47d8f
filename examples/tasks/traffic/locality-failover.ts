import { Duration } from 'cdk8s';
import { LoadBalancer, Locality, ProtoDuration } from 'cdk8s-istio';
import { helloworld } from '../samples';
import { meshOf, Task } from '../task';

export const localityFailover: Task = {
  page: 'tasks/traffic-management/locality-load-balancing/failover',
  steps: {
    'another region takes over when the own one fails': (app) => {
      helloworld(meshOf(app)).trafficPolicy({
        connectionPool: { http: { maxRequestsPerConnection: 1 } },
        loadBalancer: LoadBalancer.roundRobin({ locality: Locality.failover({ region1: 'region2' }) }),
        outlierDetection: {
          consecutive5xxErrors: 1,
          interval: ProtoDuration.of(Duration.seconds(1)),
          baseEjectionTime: ProtoDuration.of(Duration.minutes(1)),
        },
      });
    },
  },
};

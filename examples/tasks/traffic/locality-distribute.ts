import { Duration } from 'cdk8s';
import { LoadBalancer, Locality, ProtoDuration } from 'cdk8s-istio';
import { helloworld } from '../samples';
import { meshOf, Task } from '../task';

export const localityDistribute: Task = {
  page: 'tasks/traffic-management/locality-load-balancing/distribute',
  steps: {
    'each zone gets its share': (app) => {
      helloworld(meshOf(app)).trafficPolicy({
        loadBalancer: LoadBalancer.leastRequest({
          locality: Locality.distribute({ 'region1/zone1/*': { 'region1/zone1/*': 70, 'region1/zone2/*': 20, 'region3/zone4/*': 10 } }),
        }),
        outlierDetection: {
          consecutive5xxErrors: 100,
          interval: ProtoDuration.of(Duration.seconds(1)),
          baseEjectionTime: ProtoDuration.of(Duration.minutes(1)),
        },
      });
    },
  },
};

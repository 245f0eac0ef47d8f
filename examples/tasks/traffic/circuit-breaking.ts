import { Duration } from 'cdk8s';
import { Percentage, ProtoDuration } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const circuitBreaking: Task = {
  page: 'tasks/traffic-management/circuit-breaking',
  steps: {
    'a second request at once is one too many': (app) => {
      httpbin(meshOf(app)).trafficPolicy({
        connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1, maxRequestsPerConnection: 1 } },
        outlierDetection: {
          consecutive5xxErrors: 1,
          interval: ProtoDuration.of(Duration.seconds(1)),
          baseEjectionTime: ProtoDuration.of(Duration.minutes(3)),
          maxEjectionPercent: Percentage.of(100),
        },
      });
    },
  },
};

import { tcpEcho } from '../samples';
import { meshOf, Task } from '../task';

/** In the words of the Gateway API a gateway takes connections to all versions alike: the split is refused there. */
export const tcpTrafficShifting: Task = {
  page: 'traffic-management/tcp-traffic-shifting',
  steps: {
    'all connections reach version 1': (app) => {
      const mesh = meshOf(app);
      const echo = tcpEcho(mesh);
      echo.split(echo.versions[0].weight(100));
      mesh.addIngressGateway('tcp-echo-gateway').expose(echo, { port: 9000, gatewayPort: 31400 });
    },
    'one in five reaches version 2': (app) => {
      const mesh = meshOf(app);
      const echo = tcpEcho(mesh);
      const [v1, v2] = echo.versions;
      echo.split(v1.weight(80), v2.weight(20));
      mesh.addIngressGateway('tcp-echo-gateway').expose(echo, { port: 9000, gatewayPort: 31400 });
    },
  },
};

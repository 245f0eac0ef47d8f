import { JwtProvider, StringMatch } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const jwtRoute: Task = {
  page: 'tasks/security/authentication/jwt-route',
  steps: {
    'httpbin is reached through a gateway': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('httpbin-gateway').expose(httpbin(mesh), { hosts: ['*'] });
    },
    'requests are routed by a claim of their token': (app) => {
      const mesh = meshOf(app);
      const service = httpbin(mesh);
      const gateway = mesh.addIngressGateway('httpbin-gateway');
      gateway.acceptJwt(JwtProvider.of({ issuer: 'testing@secure.istio.io', jwksUri: 'https://tokens.example.com/jwks.json' }));
      gateway.expose(service, { hosts: ['*'] });
      service.route({ match: [{ path: StringMatch.prefix('/headers'), claims: { groups: StringMatch.exact('group1') } }] });
      service.route({ directResponse: { status: 404 } });
    },
  },
};

import { AccessPolicy, JwtProvider, MeshService } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

const USER = 'testing@secure.istio.io/testing@secure.istio.io';

function withTokens(service: MeshService): MeshService {
  service.acceptJwt(JwtProvider.of({ issuer: 'testing@secure.istio.io', jwksUri: 'https://tokens.example.com/jwks.json' }));
  return service;
}

export const authzJwt: Task = {
  page: 'tasks/security/authorization/authz-jwt',
  steps: {
    'tokens that are not valid are refused': (app) => {
      withTokens(httpbin(meshOf(app)));
    },
    'one user is let in': (app) => {
      withTokens(httpbin(meshOf(app))).allow(AccessPolicy.these({ requestPrincipals: [USER] }));
    },
    'and only as a member of a group': (app) => {
      withTokens(httpbin(meshOf(app))).allow(AccessPolicy.these({ requestPrincipals: [USER], claims: { groups: ['group1'] } }));
    },
  },
};

import { JwtProvider } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const claimToHeader: Task = {
  page: 'tasks/security/authentication/claim-to-header',
  steps: {
    'a claim of the token goes to a header': (app) => {
      const tokens = JwtProvider.of({ issuer: 'testing@secure.istio.io', jwksUri: 'https://tokens.example.com/jwks.json' });
      httpbin(meshOf(app)).acceptJwt(tokens, { claimsToHeaders: { foo: 'x-jwt-claim-foo' } });
    },
  },
};

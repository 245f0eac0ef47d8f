import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'an issuer',
    {
      selector: { matchLabels: { app: 'web' } },
      jwtRules: [
        {
          issuer: 'https://example.com',
          audiences: ['a'],
          fromHeaders: [{ name: 'x-token' }],
          fromParams: ['t'],
          fromCookies: ['t'],
          outputClaimToHeaders: [{ header: 'x-sub', claim: 'sub' }],
          timeout: '5s',
        },
      ],
    },
    [],
  ],
  [
    'keys of which the issuer is not named',
    { jwtRules: [{ jwksUri: 'https://example.com/keys' }] },
    [],
  ],
  [
    'neither an issuer nor keys',
    { jwtRules: [{ jwks: '{"keys":[]}' }] },
    [
      ['error', 'spec.jwtRules[0].issuer', 'There is neither an issuer nor a jwksUri', 'Name the issuer as its tokens do'],
    ],
  ],
  [
    'empty texts',
    {
      jwtRules: [{ issuer: 'a', audiences: [''], fromParams: ['t', ''], fromCookies: [''], fromHeaders: [{}] }],
    },
    [
      ['error', 'spec.jwtRules[0].audiences[0]', 'The audience is empty', 'Name the audience, or leave the item out'],
      ['error', 'spec.jwtRules[0].fromHeaders[0].name', 'The header has no name', 'Name the header that holds the token'],
      ['error', 'spec.jwtRules[0].fromParams[1]', 'The parameter is empty', 'Name the parameter, or leave the item out'],
      ['error', 'spec.jwtRules[0].fromCookies[0]', 'The cookie is empty', 'Name the cookie, or leave the item out'],
    ],
  ],
  [
    'texts that are no URLs',
    { jwtRules: [{ jwksUri: 'https://example.com:x/' }] },
    [
      ['error', 'spec.jwtRules[0].jwksUri', '"https://example.com:x/" is not a URL', 'Give the URL of the keys, such as "https://example.com/.well-known/jwks.json"'],
    ],
  ],
  [
    'a scheme by which no keys are fetched',
    { jwtRules: [{ jwksUri: 'ftp://example.com' }, { jwksUri: 'example.com/keys' }] },
    [
      ['error', 'spec.jwtRules[0].jwksUri', '"ftp://example.com" has the scheme "ftp", by which no keys are fetched', 'Use https or http'],
      ['error', 'spec.jwtRules[1].jwksUri', '"example.com/keys" has the scheme "", by which no keys are fetched', 'Use https or http'],
    ],
  ],
  [
    'keys that cannot be read',
    { jwtRules: [{ issuer: 'a', jwks: '{"keys":[{"kty":"RSA","e":"AQAB"}]}' }] },
    [
      ['error', 'spec.jwtRules[0].jwks', 'The keys cannot be read: key 0 has no n', 'Give a set of JSON Web Keys (RFC 7517) as text, or its URL in jwksUri'],
    ],
  ],
  [
    'a secret key',
    {
      jwtRules: [{ issuer: 'a', jwks: '{"keys":[{"kty":"RSA","e":"AQAB","n":"AQAB"},{"kty":"oct","k":"AQAB"}]}' }],
    },
    [
      ['warning', 'spec.jwtRules[0].jwks', 'Key 1 is a secret one, with which tokens are signed', 'Give the public key: it is all that is needed to verify tokens'],
    ],
  ],
  [
    'claims without a header, and headers without a claim',
    { jwtRules: [{ issuer: 'a', outputClaimToHeaders: [{ claim: 'sub' }, { header: 'x-sub' }] }] },
    [
      ['error', 'spec.jwtRules[0].outputClaimToHeaders[0].header', 'There is no header to copy the claim to', 'Name the header'],
      ['error', 'spec.jwtRules[0].outputClaimToHeaders[1].claim', 'There is no claim to copy', 'Name the claim'],
    ],
  ],
  [
    'a header of another form',
    { jwtRules: [{ issuer: 'a', outputClaimToHeaders: [{ header: 'x.sub', claim: 'sub' }] }] },
    [
      ['error', 'spec.jwtRules[0].outputClaimToHeaders[0].header', '"x.sub" is not the name of a header', 'Use letters, digits, "-" and "_"'],
    ],
  ],
  [
    'times that Envoy is not given',
    { jwtRules: [{ issuer: 'a', timeout: '0s' }, { issuer: 'a', timeout: '1500us' }] },
    [
      ['error', 'spec.jwtRules[0].timeout', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
      ['error', 'spec.jwtRules[1].timeout', '"1500us" is not a whole number of milliseconds', 'Round it to milliseconds, such as "250ms"'],
    ],
  ],
  [
    'a selector without labels',
    { selector: {} },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('RequestAuthentication', spec)).toEqual(findings);
});

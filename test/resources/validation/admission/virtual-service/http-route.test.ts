import { Said, said } from '../said';

const TO_WEB = { destination: { host: 'web' } };

/** One route to "web" that has more fields. */
function http(fields: object): object {
  return { hosts: ['web'], http: [{ route: [TO_WEB], ...fields }] };
}

function match(fields: object): object {
  return http({ match: [fields] });
}

/** One route that leads elsewhere. */
function other(fields: object): object {
  return { hosts: ['web'], http: [fields] };
}

describe('a match', () => {
  test.each<[string, object, Said[]]>([
    ['is by path', match({ uri: { prefix: '' } }), []],
    ['is by a regular expression that is not empty', match({ uri: { regex: '' } }), [
      ['error', 'spec.http[0].match[0].uri.regex', 'The regular expression is empty', 'Give one, such as ".*", or leave the match out'],
    ]],
    ['is by one that RE2 takes', match({ uri: { regex: '/(?=a)' } }), [
      ['error', 'spec.http[0].match[0].uri.regex', '"/(?=a)" is not a regular expression of RE2: invalid or unsupported Perl syntax: `(?=`',
        'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences'],
    ]],
    ['is by a prefix that is not empty', match({ scheme: { prefix: '' }, method: { prefix: '' }, authority: { prefix: '' } }), [
      ['error', 'spec.http[0].match[0].scheme.prefix', 'The prefix is empty', 'Give one, or leave the match out'],
      ['error', 'spec.http[0].match[0].method.prefix', 'The prefix is empty', 'Give one, or leave the match out'],
      ['error', 'spec.http[0].match[0].authority.prefix', 'The prefix is empty', 'Give one, or leave the match out'],
    ]],
    ['is by an exact text that may be empty', match({ authority: { exact: '' } }), []],
    ['is by parameters', match({ queryParams: { a: { regex: '*' } } }), [
      ['error', 'spec.http[0].match[0].queryParams.a.regex', '"*" is not a regular expression of RE2: missing argument to repetition operator: `*`',
        'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences'],
    ]],
    ['is by headers', match({ headers: { 'x-a': { prefix: '' } } }), [
      ['error', 'spec.http[0].match[0].headers.x-a.prefix', 'The prefix is empty', 'Give one, or leave the match out'],
    ]],
    ['is by headers that are not there', match({ withoutHeaders: { 'x-a': { regex: '*' }, 'x-b': { regex: '+' } } }), [
      ['error', 'spec.http[0].match[0].withoutHeaders.x-b.regex', '"+" is not a regular expression of RE2: missing argument to repetition operator: `+`',
        'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences'],
    ]],
    ['is by headers with names', match({ headers: { 'x a': { exact: '1' } } }), [
      ['error', 'spec.http[0].match[0].headers["x a"]', '"x a" is not the name of a header',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
    ]],
    ['is by headers with names that are not empty', match({ withoutHeaders: { '': { exact: '1' } } }), [
      ['error', 'spec.http[0].match[0].withoutHeaders[""]', 'The header has no name',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
    ]],
    ['is by what else can stand for a header', match({ headers: { ':method': { exact: 'GET' }, 'a,b': { exact: '1' } } }), []],
    ['is not by every name with a colon', match({ headers: { ':foo': { exact: '1' } } }), [
      ['error', 'spec.http[0].match[0].headers[":foo"]', '":foo" is not the name of a header',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
    ]],
    ['is by claims at a gateway', {
      hosts: ['web'],
      gateways: ['shop/public'],
      http: [
        {
          match: [{ headers: { '@request.auth.claims.sub': { exact: 'a' }, '@request.auth.claims[a][b]': { exact: 'a' } } }],
          route: [{ destination: { host: 'web' } }],
        },
      ],
    }, []],
    ['is not by claims in the mesh', match({ headers: { '@request.auth.claims.sub': { exact: 'a' } } }), [
      ['error', 'spec.http[0].match[0].headers["@request.auth.claims.sub"]', 'The route depends on the claim "@request.auth.claims.sub", which sidecars do not look at',
        'Name the gateways that it is for in "gateways", without "mesh"'],
    ]],
    ['is not by no claim', {
      hosts: ['web'],
      gateways: ['shop/public'],
      http: [{ match: [{ headers: { '@request.auth.claims.': { exact: 'a' } } }], route: [{ destination: { host: 'web' } }] }],
    }, [
      ['error', 'spec.http[0].match[0].headers["@request.auth.claims."]', '"@request.auth.claims." is not the name of a header',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
    ]],
    ['is by port', match({ port: 65536 }), [
      ['error', 'spec.http[0].match[0].port', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['is by labels', match({ sourceLabels: { 'a b': 'c' } }), [
      ['error', 'spec.http[0].match[0].sourceLabels["a b"]', '"a b" is not the key of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before'],
    ]],
    ['is by gateways', match({ gateways: ['shop/a/b'] }), [
      ['error', 'spec.http[0].match[0].gateways[0]', '"shop/a/b" is not the name of a gateway',
        'Write it as "namespace/name", or as "mesh" for the sidecars'],
    ]],
    ['is by gateways in the old form, without a warning', match({ gateways: ['a.b'] }), []],
    ['is by namespace', match({ sourceNamespace: 'a.b' }), [
      ['error', 'spec.http[0].match[0].sourceNamespace', '"a.b" is not a namespace',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('headers', () => {
  test.each<[string, object, Said[]]>([
    ['are added, set and removed',
      http({ headers: { request: { add: { a: 'b' }, set: { c: '%REQ(x)%' }, remove: ['d'] }, response: { remove: ['e'] } } }), []],
    ['have names', http({ headers: { request: { add: { '': 'b' } } } }), [
      ['error', 'spec.http[0].headers.request.add[""]', 'The header has no name', 'Give one'],
    ]],
    ['of requests hold the host', http({ headers: { request: { set: { Host: 'a.example.com' } } } }), []],
    ['of requests have no colon before them', http({ headers: { request: { set: { ':path': '/' } } } }), [
      ['error', 'spec.http[0].headers.request.set[":path"]', 'The header ":path" cannot be changed here',
        'Change headers whose names do not begin with ":"'],
    ]],
    ['that are removed do not hold the host', http({ headers: { request: { remove: [':authority'] } } }), [
      ['error', 'spec.http[0].headers.request.remove[0]', 'The header ":authority" cannot be changed here',
        'Change other headers; the host of a request can be set in "headers.request.set"'],
    ]],
    ['of responses do not hold the host', http({ headers: { response: { set: { host: 'a' } } } }), [
      ['error', 'spec.http[0].headers.response.set.host', 'The header "host" cannot be changed here',
        'Change other headers; the host of a request can be set in "headers.request.set"'],
    ]],
    ['have values without control characters', http({ headers: { response: { add: { a: 'b\u0001' } } } }), [
      ['error', 'spec.http[0].headers.response.add.a', '"b\\u0001" has a control character', 'Remove it'],
    ]],
    ['have values with variables', http({ headers: { request: { set: { a: '100%' } } } }), [
      ['error', 'spec.http[0].headers.request.set.a', 'The "%" at character 4 of "100%" begins no variable of Envoy\'s',
        'Write "%%" for a percent sign, and variables as "%NAME%" or "%NAME(ARGUMENTS)%"'],
    ]],
    ['of a destination are checked too', {
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web' }, headers: { response: { set: { a: '%A' } } } }] }],
    }, [
      ['error', 'spec.http[0].route[0].headers.response.set.a', 'The "%" at character 1 of "%A" begins no variable of Envoy\'s',
        'Write "%%" for a percent sign, and variables as "%NAME%" or "%NAME(ARGUMENTS)%"'],
    ]],
    ['and rewrites hold one host', http({ rewrite: { authority: 'a.b' }, headers: { request: { add: { ':authority': 'c.d' } } } }), [
      ['error', 'spec.http[0].headers.request.add[":authority"]', 'The host of the request is set to "a.b" and to "c.d"',
        'Set it in one place, such as "rewrite.authority"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('CORS', () => {
  test.each<[string, object, Said[]]>([
    ['has origins, methods and headers', http({
      corsPolicy: {
        allowOrigins: [{ exact: '*' }],
        allowMethods: ['GET', '*'],
        allowHeaders: ['*', 'x-a'],
        exposeHeaders: ['x_b'],
        maxAge: '24h',
      },
    }), []],
    ['has origins that are not empty', http({ corsPolicy: { allowOrigins: [{ prefix: '' }, {}] } }), [
      ['error', 'spec.http[0].corsPolicy.allowOrigins[0]', 'The origin is empty',
        'Give "exact", "prefix" or "regex"; every origin is the regex ".*"'],
      ['error', 'spec.http[0].corsPolicy.allowOrigins[1]', 'The origin is empty',
        'Give "exact", "prefix" or "regex"; every origin is the regex ".*"'],
    ]],
    ['has regular expressions', http({ corsPolicy: { allowOrigins: [{ regex: '*' }] } }), [
      ['error', 'spec.http[0].corsPolicy.allowOrigins[0].regex', '"*" is not a regular expression of RE2: missing argument to repetition operator: `*`',
        'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences'],
    ]],
    ['has methods in capitals', http({ corsPolicy: { allowMethods: ['get'] } }), [
      ['error', 'spec.http[0].corsPolicy.allowMethods[0]', '"get" is not a method of HTTP',
        'Use one of GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE, *'],
    ]],
    ['has names of headers', http({ corsPolicy: { allowHeaders: [''], exposeHeaders: ['a b'] } }), [
      ['error', 'spec.http[0].corsPolicy.allowHeaders[0]', 'The header has no name',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
      ['error', 'spec.http[0].corsPolicy.exposeHeaders[0]', '"a b" is not the name of a header',
        "Use the characters of a header name: letters, digits and any of !#$%&'*+,-.^_`|~"],
    ]],
    ['has an age in seconds', http({ corsPolicy: { maxAge: '1500ms' } }), [
      ['error', 'spec.http[0].corsPolicy.maxAge', '"1500ms" is not a whole number of seconds', 'Round it to seconds, such as "24h"'],
    ]],
    ['has an age', http({ corsPolicy: { maxAge: '0s' } }), [
      ['error', 'spec.http[0].corsPolicy.maxAge', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('faults', () => {
  test.each<[string, object, Said[]]>([
    ['are a delay and an abort', http({
      fault: {
        delay: { fixedDelay: '5s', percentage: { value: 0.1 } },
        abort: { grpcStatus: 'UNAVAILABLE', percentage: { value: 100 } },
      },
    }), []],
    ['are one of these', http({ fault: {} }), [
      ['error', 'spec.http[0].fault', 'The fault has neither "abort" nor "delay"', 'Give one of them, or leave the fault out'],
    ]],
    ['may have no status, without a warning', http({ fault: { abort: {} } }), []],
    ['have percentages', http({ fault: { delay: { percentage: { value: 101 } }, abort: { httpStatus: 500, percentage: { value: -1 } } } }), [
      ['error', 'spec.http[0].fault.abort.percentage.value', '-1 is not a share of requests in percent', 'Give 0, or a number from 0.0001 to 100'],
      ['error', 'spec.http[0].fault.delay.percentage.value', '101 is not a share of requests in percent',
        'Give 0, or a number from 0.0001 to 100'],
    ]],
    ['have percentages that Envoy can tell from 0', http({ fault: { delay: { percentage: { value: 0.00005 } } } }), [
      ['error', 'spec.http[0].fault.delay.percentage.value', '0.00005 is not a share of requests in percent',
        'Give 0, or a number from 0.0001 to 100'],
    ]],
    ['have statuses of HTTP', http({ fault: { abort: { httpStatus: 199 } } }), [
      ['error', 'spec.http[0].fault.abort.httpStatus', '199 is not a status to answer with', 'Give a number from 200 to 599'],
    ]],
    ['have statuses of HTTP up to 600', http({ fault: { abort: { httpStatus: 600 } } }), []],
    ['have statuses of gRPC', http({ fault: { abort: { grpcStatus: '14' } } }), [
      ['error', 'spec.http[0].fault.abort.grpcStatus', '"14" is not a status of gRPC',
        'Use one of OK, CANCELLED, UNKNOWN, INVALID_ARGUMENT, DEADLINE_EXCEEDED, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS, UNAUTHENTICATED'],
    ]],
    ['are not errors of HTTP/2', http({ fault: { abort: { http2Error: 'REFUSED_STREAM' } } }), [
      ['error', 'spec.http[0].fault.abort.http2Error', 'Istio cannot abort with the HTTP/2 error "REFUSED_STREAM"',
        'Use "httpStatus" or "grpcStatus"'],
    ]],
    ['have delays in whole milliseconds', http({ fault: { delay: { fixedDelay: '1.5ms' } } }), [
      ['error', 'spec.http[0].fault.delay.fixedDelay', '"1.5ms" is not a whole number of milliseconds',
        'Round it to milliseconds, such as "250ms"'],
    ]],
    ['have no delays that vary', http({ fault: { delay: { exponentialDelay: '1s' } } }), [
      ['error', 'spec.http[0].fault.delay.exponentialDelay', 'Istio cannot delay by "1s" on average', 'Use "fixedDelay"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('mirrors', () => {
  test.each<[string, object, Said[]]>([
    ['have destinations and shares', http({ mirrors: [{ destination: { host: 'a' }, percentage: { value: 50 } }] }), []],
    ['are one or several', http({ mirror: { host: 'a' }, mirrors: [{ destination: { host: 'b' } }] }), [
      ['error', 'spec.http[0].mirrors', 'The route has "mirror" and "mirrors"', 'Keep one of them'],
    ]],
    ['lead somewhere', http({ mirrors: [{ percentage: { value: 101 } }] }), [
      ['error', 'spec.http[0].mirrors[0].destination', 'The mirror leads nowhere', 'Give "destination"'],
    ]],
    ['lead to a host', http({ mirror: { host: '*' } }), [
      ['error', 'spec.http[0].mirror.host', 'Traffic cannot go to every host ("*")', 'Name a host, such as "web.shop.svc.cluster.local"'],
    ]],
    ['have percentages', http({ mirrors: [{ destination: { host: 'a' }, percentage: { value: 101 } }] }), [
      ['error', 'spec.http[0].mirrors[0].percentage.value', '101 is not a percentage', 'Give a number from 0 to 100'],
    ]],
    ['have a percentage', http({ mirror: { host: 'a' }, mirrorPercentage: { value: -1 } }), [
      ['error', 'spec.http[0].mirrorPercentage.value', '-1 is not a percentage', 'Give a number from 0 to 100'],
    ]],
    ['have no deprecated field, else there is a warning', http({ mirror: { host: 'a' }, mirrorPercent: 0 }), [
      ['warning', 'spec.http[0].mirrorPercent', '"mirrorPercent" is deprecated', 'Use "mirrorPercentage.value"'],
    ]],
    ['have a percentage in the deprecated field too', http({ mirror: { host: 'a' }, mirrorPercent: 101 }), [
      ['warning', 'spec.http[0].mirrorPercent', '"mirrorPercent" is deprecated', 'Use "mirrorPercentage.value"'],
      ['error', 'spec.http[0].mirrorPercent', '101 is not a percentage', 'Give a number from 0 to 100'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a redirect', () => {
  test.each<[string, object, Said[]]>([
    ['leads to another place', other({ redirect: { uri: '/a', authority: 'b', redirectCode: 308, scheme: 'https', port: 443 } }), []],
    ['leads somewhere', other({ redirect: { redirectCode: 301 } }), [
      ['error', 'spec.http[0].redirect', 'The redirect leads to the same place', 'Give "uri", "prefixRewrite", "authority", "scheme" or "port"'],
    ]],
    ['may derive the port', other({ redirect: { derivePort: 'FROM_PROTOCOL_DEFAULT' } }), []],
    ['has a path or a prefix', other({ redirect: { uri: '/a', prefixRewrite: '/b' } }), [
      ['error', 'spec.http[0].redirect', 'The redirect has the path "/a" and the prefix "/b"', 'Keep "uri" or "prefixRewrite"'],
    ]],
    ['has a prefix where the match has', other({ match: [{ uri: { exact: '/a' } }], redirect: { prefixRewrite: '/b' } }), [
      ['error', 'spec.http[0].redirect.prefixRewrite', 'The redirect replaces a prefix, yet the match {"exact":"/a"} is not by one',
        'Match by "uri.prefix", or give "uri" instead of "prefixRewrite"'],
    ]],
    ['has a prefix for a match without path', other({ match: [{ port: 80 }, { uri: { prefix: '/a' } }], redirect: { prefixRewrite: '/b' } }), []],
    ['has a status of a redirect', other({ redirect: { uri: '/', redirectCode: 200 } }), [
      ['error', 'spec.http[0].redirect.redirectCode', '200 is not a status of a redirect', 'Give a number from 300 to 399, such as 308'],
    ]],
    ['has a scheme in small letters', other({ redirect: { scheme: 'HTTPS' } }), [
      ['error', 'spec.http[0].redirect.scheme', '"HTTPS" is not a scheme of a redirect', 'Use "http" or "https"'],
    ]],
    ['has a port up to 65535', other({ redirect: { port: 65536 } }), [
      ['error', 'spec.http[0].redirect.port', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['may have port 0', other({ redirect: { port: 0 } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('an answer', () => {
  test.each<[string, object, Said[]]>([
    ['has a status', other({ directResponse: {} }), [
      ['error', 'spec.http[0].directResponse.status', 'There is no status', 'Give a number from 200 to 599'],
    ]],
    ['has a status to answer with', other({ directResponse: { status: 199 } }), [
      ['error', 'spec.http[0].directResponse.status', '199 is not a status to answer with', 'Give a number from 200 to 599'],
    ]],
    ['has a body', other({ directResponse: { status: 503, body: { string: 'unavailable' } } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('a rewrite', () => {
  test.each<[string, object, Said[]]>([
    ['changes something', http({ rewrite: {} }), [
      ['error', 'spec.http[0].rewrite', 'The rewrite changes nothing', 'Give "uri", "uriRegexRewrite" or "authority"'],
    ]],
    ['changes the path in one way', http({ rewrite: { uri: '/', uriRegexRewrite: { match: 'a', rewrite: 'b' } } }), [
      ['error', 'spec.http[0].rewrite', 'The path becomes "/", and what a regular expression makes of it', 'Keep "uri" or "uriRegexRewrite"'],
    ]],
    ['has a regular expression and what becomes of it', http({ rewrite: { uriRegexRewrite: { match: 'a' } } }), [
      ['error', 'spec.http[0].rewrite.uriRegexRewrite.rewrite', 'The rewrite has no "rewrite"', 'Give "match" and "rewrite"'],
    ]],
    ['has an expression that RE2 takes', http({ rewrite: { uriRegexRewrite: { match: '(', rewrite: 'b' } } }), [
      ['error', 'spec.http[0].rewrite.uriRegexRewrite.match', '"(" is not a regular expression of RE2: missing closing ): `(`',
        'Write it in the syntax of https://github.com/google/re2/wiki/Syntax; it has no lookaround and no backreferences'],
    ]],
    ['may change the host alone', http({ rewrite: { authority: 'a' } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

describe('retries', () => {
  test.each<[string, object, Said[]]>([
    ['have attempts and conditions',
      http({ retries: { attempts: 3, perTryTimeout: '2s', backoff: '25ms', retryOn: '5xx,503,reset-before-request' } }), []],
    ['are switched off', http({ retries: { attempts: 0 } }), []],
    ['have attempts beside other fields', http({ retries: { retryOn: '5xx' } }), [
      ['error', 'spec.http[0].retries', 'It says how to retry, with no attempts', 'Give "attempts", or remove the other fields'],
    ]],
    ['have no negative attempts', http({ retries: { attempts: -1 } }), [
      ['error', 'spec.http[0].retries.attempts', '-1 is less than 0', 'Give 0 or more'],
    ]],
    ['have durations', http({ retries: { attempts: 1, perTryTimeout: '0s', backoff: '1us' } }), [
      ['error', 'spec.http[0].retries.perTryTimeout', '"0s" is shorter than a millisecond', 'Give at least "1ms"'],
      ['error', 'spec.http[0].retries.backoff', '"1us" is shorter than a millisecond', 'Give at least "1ms"'],
    ]],
    ['have conditions without spaces', http({ retries: { attempts: 1, retryOn: '5xx, reset' } }), [
      ['error', 'spec.http[0].retries.retryOn', '" reset" is not a condition to retry on',
        'Use statuses such as 503 and any of 5xx, gateway-error, reset, reset-before-request, connect-failure, retriable-4xx, refused-stream, retriable-status-codes, retriable-headers, envoy-ratelimited, http3-post-connect-failure, cancelled, deadline-exceeded, internal, resource-exhausted, unavailable, with commas and without spaces'],
    ]],
    ['have statuses that there are', http({ retries: { attempts: 1, retryOn: '503,599' } }), [
      ['error', 'spec.http[0].retries.retryOn', '"599" is not a condition to retry on',
        'Use statuses such as 503 and any of 5xx, gateway-error, reset, reset-before-request, connect-failure, retriable-4xx, refused-stream, retriable-status-codes, retriable-headers, envoy-ratelimited, http3-post-connect-failure, cancelled, deadline-exceeded, internal, resource-exhausted, unavailable, with commas and without spaces'],
    ]],
    ['have statuses as Go reads numbers', http({ retries: { attempts: 1, retryOn: '+503,0404' } }), []],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('VirtualService', spec)).toEqual(expected);
  });
});

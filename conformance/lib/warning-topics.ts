/** What warnings are about: words of Istio's, and the words of ours about the same. The first that fits counts. */
const TOPICS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'EnvoyFilter itself': [/^EnvoyFilter exposes internal/, /^An EnvoyFilter depends on/],
  'an empty selector': [/selector specified without labels/, /[sS]elector has no labels/],
  'an unreachable route': [/^virtualService rule .* not used/s, /is never reached/],
  'more than is read': [/^multiple (tracing|providers) is not currently supported/, /Istio (uses|reads) one/],
  'a private key': [/contains private key material/, /is a secret one/],
  'no address': [/^address is unset with network/, /has no address, so/],
  'a DENY rule for HTTP': [/will deny all traffic to TCP/, /denies all traffic to TCP/],
  'TCP without an address': [/^addresses are required for ports serving TCP/, /carries TCP for a service without an address/],
  'a selector beside NONE': [/^workloadSelector should not be set when resolution mode/, /of resolution NONE picks workloads/],
  'several hosts on TCP': [/can not have more than one host specified/, /hosts share the addresses/],
  'a nameless tag': [/^tagOverrides.name may not be empty/, /tag of the metric has no name/],
  'an old TLS version': [/^TLS version below TLSV1_2/, /works with no cipher suite/],
  'an egress host twice': [/^duplicated egress host/, /names hosts that another entry names/],
  'every egress host': [/host select all resources/, /stands for every host/],
  'unused certificates': [/mode does not use certificates/, /uses no certificates/],
  'a redirect to HTTPS': [/httpsRedirect should only be used/, /cannot send clients to HTTPS/],
  'cipher suites twice': [/^ignoring duplicate cipher suites/, /^Cipher suites are listed twice/],
  'unknown cipher suites': [/^ignoring invalid cipher suites/, /^Cipher suites that Istio does not know/],
  'no outlier detection': [/^outlier detection policy must be provided/, /never fails over/],
  'settings for HTTP': [/HTTP connection pool settings are configured/, /Settings for HTTP have no effect/],
  'an IP address as SNI': [/goes against SNI spec/, /do not ask for by SNI/],
  'an extension by name': [/^using deprecated types by name/, /has no typed_config/],
  'an old message of Envoy': [/^using deprecated type_url/, /will be removed from Envoy/],
  'an old name of a filter': [/^using deprecated filter name/, /is an old name of a filter/],
  'a filter without effect': [/filter match has no effect/, /^A filter is matched, which has no effect/],
  'a filter without a name': [/(sub)?filter match has no name/, /filter that is matched has no name/],
  'a field that Envoy lacks': [/^Envoy filter: unknown field/, /is not a field of envoy/],
  'a long version': [/proxyVersion match exceeds/, /^The version .* has .* bytes/s],
  'an old form of a gateway': [/^using legacy gatewayName format/, /is named in an old form/],
  'a large answer': [/^large direct_responses/, /^The answer has a body of/],
  'many certificates': [/can support up to 2 server certificates/, /certificates; a server can have two/],
  'a partial wildcard': [/^partial wildcard .* not allowed/s, /wildcard of .* stands for a part of a label/s],
  'an old field': [/deprecated/, /deprecated/],
};

/** What Istio's warnings are about, in the order of the alphabet. One that has no topic yet stands for itself. */
export function topicsOfIstio(warnings: readonly string[]): string[] {
  return topics(warnings, 0);
}

/** What our warnings are about. */
export function ownTopics(problems: readonly string[]): string[] {
  return topics(problems, 1);
}

function topics(messages: readonly string[], side: 0 | 1): string[] {
  return messages.map((message) => Object.keys(TOPICS).find((topic) => TOPICS[topic][side].test(message)) ?? message).sort();
}

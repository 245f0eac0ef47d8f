import { ApiObject, App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Exposure } from './exposure';
import { finding, listed } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { ServerTLSMode } from '../resources';

/** A Secret of this program, or one that cert-manager will write. */
interface KnownSecret {
  readonly namespace: string | undefined;
  /** Its keys; undefined where they are not known before it is there. */
  readonly keys?: readonly string[];
}

/** Credentials that the gateway could not read, or not use. Those of which this program knows nothing are taken to be there. */
export function checkCredentials(gateway: IConstruct, namespace: string, exposures: readonly Exposure[]): string[] {
  const named = new Map(exposures.flatMap((exposure) => (exposure.credentialName === undefined ? [] : [[exposure.credentialName, exposure]])));
  const authorities = exposures.flatMap(({ tls }) => tls?.caCertCredentialName ?? []);
  if (named.size === 0) return [];
  const secrets = knownSecrets(gateway);
  return [
    ...[...new Set([...named.keys(), ...authorities])].sort().flatMap((name) => misplaced(name, namespace, secrets.get(name) ?? [])),
    ...[...named].flatMap(([name, exposure]) => malformed(name, exposure, namespace, secrets)),
  ];
}

function misplaced(name: string, namespace: string, known: readonly KnownSecret[]): string[] {
  if (known.length === 0 || known.some((secret) => secret.namespace === namespace)) return [];
  return [finding(
    `Credential "${name}" is in namespace ${listed([...new Set(known.map((secret) => secret.namespace ?? 'default'))].sort())}, and the gateway runs in "${namespace}"`,
    'A gateway can read only the secrets of its own namespace: create the secret there',
    'A10',
  )];
}

/** Keys that istiod does not find are a certificate that no client is shown. */
function malformed(name: string, { tls }: Exposure, namespace: string, secrets: ReadonlyMap<string, readonly KnownSecret[]>): string[] {
  const keys = secrets.get(name)?.find((secret) => secret.namespace === namespace)?.keys;
  if (keys === undefined) return [];
  const has = (...wanted: string[]): boolean => wanted.every((key) => keys.includes(key));
  const verifies = tls?.mode === ServerTLSMode.MUTUAL || tls?.mode === ServerTLSMode.OPTIONAL_MUTUAL;
  const authoritiesElsewhere = tls?.caCertCredentialName !== undefined || secrets.has(`${name}-cacert`);
  return [
    ...(has('tls.crt', 'tls.key') || has('cert', 'key') ? [] : [finding(
      `Secret "${name}" has the keys ${listed(keys)}, and no certificate that the gateway could show`, 'Give it tls.crt and tls.key',
    )]),
    ...(!verifies || authoritiesElsewhere || has('ca.crt') || has('cacert') ? [] : [finding(
      `TLS is ${tls.mode}, and Secret "${name}" has the keys ${listed(keys)}, without the authorities of the clients' certificates`,
      `Give it ca.crt, or the gateway a Secret "${name}-cacert" or a caCertCredentialName`,
    )]),
  ];
}

function knownSecrets(scope: IConstruct): Map<string, KnownSecret[]> {
  const secrets = new Map<string, KnownSecret[]>();
  for (const construct of App.of(scope).node.findAll()) {
    if (!ApiObject.isApiObject(construct) || !['Secret', 'Certificate'].includes(construct.kind)) continue;
    const { metadata, spec, ...others }: JsonObject = construct.toJson();
    const name = construct.kind === 'Secret' ? construct.name : spec?.secretName;
    const keys = [...Object.keys(others.data ?? {}), ...Object.keys(others.stringData ?? {})].sort();
    secrets.set(name, [...secrets.get(name) ?? [], { namespace: metadata?.namespace, ...(keys.length > 0 && { keys }) }]);
  }
  return secrets;
}

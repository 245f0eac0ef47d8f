import { IConstruct } from 'constructs';
import { failure, finding, listed } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { readOnce } from '../../reference/synthesis';
import { CertificateAuthority } from '../../security/certificate-authority';
import { namespaceOf } from '../external/origination';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';

/** Whom a mesh trusts, as its options say. */
export interface TrustOptions {
  readonly trustDomain?: string;
  readonly trustDomainAliases?: string[];
  readonly certificateAuthority?: CertificateAuthority;
  readonly ambient?: boolean;
  readonly meshConfig?: { readonly [field: string]: any };
}

/** Namespace of the control plane of a mesh. */
const SYSTEM = 'istio-system';

/** By which the policies of every mesh mean the mesh's own trust domain. */
const LOCAL = 'cluster.local';

/** Fields of the mesh configuration that say whom it trusts. */
export function renderTrust({ trustDomain, trustDomainAliases }: TrustOptions): JsonObject {
  return {
    ...(trustDomain !== undefined && trustDomain !== LOCAL && { trustDomain }),
    ...(trustDomainAliases !== undefined && trustDomainAliases.length > 0 && { trustDomainAliases: [...trustDomainAliases].sort() }),
  };
}

/** Refuses trust domains that are none, or that contradict what is said elsewhere. */
export function checkTrust(scope: IConstruct, options: TrustOptions): void {
  const { trustDomain, trustDomainAliases = [], meshConfig = {}, certificateAuthority, ambient } = options;
  const own = trustDomain ?? meshConfig.trustDomain ?? LOCAL;
  const wrong = [own, ...trustDomainAliases].find((one) => !/^[a-z0-9._-]{1,255}$/.test(one));
  if (wrong !== undefined) {
    throw failure(scope, `"${wrong}" is not a trust domain`, 'Use lower-case letters, digits, dots, dashes and underscores, such as "prod.example.com"', 'A32');
  }
  for (const field of ['trustDomain', 'trustDomainAliases'] as const) {
    if (options[field] !== undefined && Object.hasOwn(meshConfig, field)) {
      throw failure(scope, `${field} is given twice: ${JSON.stringify(options[field])}, and ${JSON.stringify(meshConfig[field])} in meshConfig`, 'Leave it out of meshConfig', 'A32');
    }
  }
  const twice = trustDomainAliases.find((one, at) => one === own || trustDomainAliases.indexOf(one) !== at);
  if (twice !== undefined) {
    throw failure(scope, `The alias "${twice}" is ${twice === own ? 'the trust domain itself' : 'given twice'}`, 'Name each other trust domain once', 'A32');
  }
  if (certificateAuthority?._kind === 'spire' && trustDomain === undefined && meshConfig.trustDomain === undefined) {
    throw failure(scope, 'SPIRE signs for a trust domain of its own, and the mesh names none', 'Give the mesh the trustDomain that SPIRE has', 'A32');
  }
  if (certificateAuthority?._kind === 'spire' && ambient) {
    throw failure(scope, 'The proxies of nodes get their certificates from istiod, and SPIRE signs for sidecars alone', 'Leave ambient out, or use another certificate authority');
  }
  checkSecret(scope, certificateAuthority);
}

function checkSecret(scope: IConstruct, authority: CertificateAuthority | undefined): void {
  const secret = authority?._secret;
  if (secret === undefined) return;
  if (authority?._kind === 'pluggedIn' && secret.name !== CertificateAuthority.SECRET_NAME) {
    throw failure(scope, `istiod looks for its authority in the secret "${CertificateAuthority.SECRET_NAME}", and this one is "${secret.name}"`,
      `Name it "${CertificateAuthority.SECRET_NAME}"`);
  }
  const namespace = namespaceOf(secret);
  if (namespace !== undefined && namespace !== SYSTEM) {
    throw failure(scope, `Secret "${secret.name}" is in namespace "${namespace}", and istiod runs in "${SYSTEM}"`, 'Create it there', 'A10');
  }
}

/** Trust domains whose identities the proxies of a mesh let in. */
export function trustedDomains(mesh: Mesh): string[] {
  const { trustDomainAliases = [], caCertificates = [] } = mesh._meshConfig;
  return [mesh.trustDomain, ...trustDomainAliases, ...caCertificates.flatMap((one: JsonObject) => one.trustDomains ?? [])];
}

/** Callers whose certificates no proxy of the mesh would accept: they are of a trust domain that it does not know. */
export function checkTrustedCallers(service: MeshService): string[] {
  const { mesh } = service;
  const trusted = readOnce(mesh, 'trusted domains', () => [LOCAL, ...trustedDomains(mesh)]);
  return service._permissions.flatMap(({ who, callers }) => {
    const domains = callers.callerAttributes.flatMap(({ principals = [] }) => principals).map((principal) => principal.split('/')[0]);
    const unknown = domains.find((domain) => !domain.includes('*') && !trusted.includes(domain));
    return unknown === undefined ? [] : [finding(
      `${who}, but its trust domain "${unknown}" is none of ${listed([...new Set(trusted.slice(1))])}, so that its certificate would be refused`,
      'Name it in trustDomainAliases of the mesh; its authority must have the same root', 'A32',
    )];
  });
}

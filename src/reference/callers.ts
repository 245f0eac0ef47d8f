import { CallerAttributes, ICallers } from './caller-attributes';

type Attribute = keyof CallerAttributes;

const OPPOSITES: Readonly<Record<string, Attribute>> = {
  principals: 'notPrincipals',
  namespaces: 'notNamespaces',
  serviceAccounts: 'notServiceAccounts',
  trustDomains: 'notTrustDomains',
  ipBlocks: 'notIpBlocks',
  remoteIpBlocks: 'notRemoteIpBlocks',
};

/**
 * Callers told apart by what is known of their connection. Each kind is written to the field of its name in `from[].source` of an
 * AuthorizationPolicy. Use services, groups and namespaces of the program where there are some: they know their own identity.
 */
export class Callers implements ICallers {
  /**
   * Everybody, also without an identity.
   *
   * @example cart.allowFrom(Callers.everyone(), { methods: ['GET'] });
   */
  public static everyone(): Callers {
    return Callers.of({});
  }

  /**
   * Everybody who has proved an identity in mutual TLS (`principals: ["*"]`).
   *
   * @example cart.allowFrom(Callers.authenticated());
   */
  public static authenticated(): Callers {
    return Callers.of({ principals: ['*'] });
  }

  /**
   * Those with one of some identities (`principals`).
   *
   * @param principals as `trust-domain/ns/namespace/sa/account`, with a `*` at the beginning or the end
   * @throws an error for no principal, an empty one, or a `*` in the middle
   * @example cart.allowFrom(Callers.principals('example.org/ns/shop/sa/*'));
   */
  public static principals(...principals: string[]): Callers {
    return Callers.of({ principals });
  }

  /**
   * Those whose identity is in one of some namespaces (`namespaces`), in any trust domain.
   *
   * @param namespaces names of namespaces, of which each `*` stands for any text
   * @throws an error for no namespace, or an empty one
   * @example cart.allowFrom(Callers.namespaces('monitoring'));
   */
  public static namespaces(...namespaces: string[]): Callers {
    return Callers.of({ namespaces });
  }

  /**
   * Those who run as one of some service accounts (`serviceAccounts`), in any trust domain.
   *
   * @param serviceAccounts as `namespace/account`
   * @throws an error for more than 16, for a `*`, and for an account without its namespace
   * @example cart.allowFrom(Callers.serviceAccounts('monitoring/prometheus'));
   */
  public static serviceAccounts(...serviceAccounts: string[]): Callers {
    return Callers.of({ serviceAccounts });
  }

  /**
   * Those whose identity is of one of some trust domains (`trustDomains`).
   *
   * @param trustDomains trust domains, with a `*` at the beginning or the end
   * @throws an error for no trust domain, an empty one, or a `*` in the middle
   * @example cart.allowFrom(Callers.trustDomains('example.org'));
   */
  public static trustDomains(...trustDomains: string[]): Callers {
    return Callers.of({ trustDomains });
  }

  /**
   * Those whose connection comes from one of some addresses (`ipBlocks`): of the last proxy before the service, if there is one.
   *
   * @param ipBlocks addresses or ranges of them, such as `10.0.0.0/8`
   * @throws an error for what is no address
   * @example db.allowFrom(Callers.ipBlocks('10.0.0.0/8'));
   */
  public static ipBlocks(...ipBlocks: string[]): Callers {
    return Callers.of({ ipBlocks });
  }

  /**
   * Those whose client has one of some addresses (`remoteIpBlocks`), as X-Forwarded-For or the PROXY protocol tell.
   *
   * @param remoteIpBlocks addresses or ranges of them, such as `203.0.113.0/24`
   * @throws an error for what is no address
   * @example cart.allowFrom(Callers.remoteIpBlocks('203.0.113.0/24'));
   */
  public static remoteIpBlocks(...remoteIpBlocks: string[]): Callers {
    return Callers.of({ remoteIpBlocks });
  }

  /**
   * Those of whom all of some attributes hold.
   *
   * @param attributes what must hold
   * @throws an error for an empty list, a value that no connection has, or service accounts beside principals or namespaces
   * @example cart.allowFrom(Callers.of({ namespaces: ['batch'], notIpBlocks: ['10.1.0.0/16'] }));
   */
  public static of(attributes: CallerAttributes): Callers {
    const given = copyOf(attributes);
    checkAttributes(given);
    return new Callers([], () => [given]);
  }

  /**
   * Those who are one of some.
   *
   * @param callers services, groups, namespaces, identities or others
   * @example cart.allowFrom(Callers.anyOf(web, Callers.namespaces('batch')), { methods: ['GET'] });
   */
  public static anyOf(...callers: ICallers[]): Callers {
    return new Callers(callers, () => callers.flatMap((one) => one.callerAttributes));
  }

  private constructor(private readonly parts: readonly ICallers[], private readonly attributes: () => CallerAttributes[]) {}

  /** The ways to be one of them. */
  public get callerAttributes(): CallerAttributes[] {
    return this.attributes();
  }

  /**
   * The same without some. Who has no identity is none of those whose identity is named.
   *
   * @param others who is not meant; told apart by what they are, not by what they are not
   * @throws an error, when policies are written, for others that are themselves told apart by a `not…`
   * @example cart.deny('legacy', { callers: [Callers.namespaces('legacy').except(web)] });
   */
  public except(...others: ICallers[]): Callers {
    return new Callers([this, ...others], () => withoutCallers(this.callerAttributes, others.flatMap((one) => one.callerAttributes)));
  }

  /** What they are, in a message: callers that are made of others are known when policies are written. @internal */
  public get _title(): string {
    return this.parts.length > 0 ? 'A set of callers' : this.attributes().map(textOf).join(' or ');
  }

  /** @internal */
  public get _parts(): readonly ICallers[] {
    return this.parts;
  }
}

function copyOf(attributes: CallerAttributes): CallerAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, values]) => values !== undefined).map(([name, values]) => [name, [...values]]));
}

/** What is left of some callers without others. Who is named one by one, and is none of them, stays as it is. */
export function withoutCallers(from: CallerAttributes[], others: CallerAttributes[]): CallerAttributes[] {
  return others.reduce(withoutOne, from);
}

/** What is left of some callers without another: for each thing that the other must have, those who have it not. */
function withoutOne(from: CallerAttributes[], other: CallerAttributes): CallerAttributes[] {
  const asked = Object.entries(copyOf(other)) as [string, string[]][];
  const negated = asked.find(([name]) => !Object.hasOwn(OPPOSITES, name));
  if (negated) throw new Error(`Callers are left out by ${negated[0]}, which says what they are not. Leave out callers that are named by what they are.`);
  return from.flatMap((one) => (isAnother(one, other) ? [one] : asked.map(([name, values]) => both(one, OPPOSITES[name], values))));
}

/** Whether it is known by its principals alone that nobody is both. */
function isAnother(one: CallerAttributes, other: CallerAttributes): boolean {
  const [own, others] = [one.principals ?? ['*'], other.principals ?? ['*']];
  return ![...own, ...others].some((principal) => principal.includes('*')) && !own.some((principal) => others.includes(principal));
}

function both(one: CallerAttributes, name: Attribute, values: string[]): CallerAttributes {
  const joined = { ...one, [name]: [...new Set([...(one[name] ?? []), ...values])].sort() };
  return asPrincipals(joined);
}

/** Istio takes service accounts with nothing else that names identities: beside it they are written as the principals that they have. */
function asPrincipals(attributes: CallerAttributes): CallerAttributes {
  const { serviceAccounts, notServiceAccounts, ...others } = attributes;
  const named = [others.principals, others.notPrincipals, others.namespaces, others.notNamespaces].some((list) => list !== undefined);
  if (!named || (serviceAccounts ?? notServiceAccounts) === undefined) return attributes;
  return {
    ...others,
    ...(serviceAccounts && { principals: serviceAccounts.map(principalOf) }),
    ...(notServiceAccounts && { notPrincipals: [...new Set([...(others.notPrincipals ?? []), ...notServiceAccounts.map(principalOf)])].sort() }),
  };
}

function principalOf(serviceAccount: string): string {
  const [namespace, account] = serviceAccount.split('/');
  return `*/ns/${namespace}/sa/${account}`;
}

function checkAttributes(attributes: CallerAttributes): void {
  for (const [name, values] of Object.entries(attributes) as [string, string[]][]) {
    if (values.length === 0) throw new Error(`The list of ${name} is empty, which would be nobody. Leave it out for anybody.`);
    const wrong = values.find((value) => !fits(name, value));
    if (wrong !== undefined) throw new Error(`"${wrong}" in ${name} is what no caller has. ${fixFor(name)}.`);
  }
  const accounts = attributes.serviceAccounts ?? attributes.notServiceAccounts;
  if (accounts && accounts.length > 16) throw new Error(`There are ${accounts.length} service accounts, and Istio takes 16 in a list. Say Callers.anyOf(…) of several.`);
  const besides = (['principals', 'notPrincipals', 'namespaces', 'notNamespaces'] as const).find((name) => attributes[name] !== undefined);
  if (accounts && besides) throw new Error(`Service accounts are asked for together with ${besides}, which Istio does not take. Keep one way to name the callers.`);
}

function fits(name: string, value: string): boolean {
  switch (name.replace(/^not/, '').toLowerCase()) {
    case 'principals': return /^(\*|\*?[^*\s]+|[^*\s]+\*)$/.test(value);
    case 'namespaces': return /^[a-z0-9*]([-a-z0-9*]*[a-z0-9*])?$/.test(value);
    case 'serviceaccounts': return /^[^/*\s]+\/[^/*\s]+$/.test(value);
    case 'trustdomains': return /^(\*|\*?[^*/\s]+|[^*/\s]+\*)$/.test(value);
    default: return isAddress(value);
  }
}

function isAddress(value: string): boolean {
  const [address, length, ...more] = value.split('/');
  const isIpv4 = /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.split('.').every((octet) => Number(octet) < 256);
  const isIpv6 = address.includes(':') && /^[\da-f:.]+$/i.test(address);
  return more.length === 0 && (isIpv4 || isIpv6) && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (isIpv6 ? 128 : 32)));
}

function fixFor(name: string): string {
  switch (name.replace(/^not/, '').toLowerCase()) {
    case 'principals': return 'Write "trust-domain/ns/namespace/sa/account", with a "*" at the beginning or the end alone';
    case 'namespaces': return 'Write the name of a namespace';
    case 'serviceaccounts': return 'Write "namespace/account"; for patterns, use principals';
    case 'trustdomains': return 'Write the trust domain alone, with a "*" at the beginning or the end';
    default: return 'Write an address such as "10.0.0.1", or a range such as "10.0.0.0/8"';
  }
}

function textOf(attributes: CallerAttributes): string {
  const fields = Object.entries(attributes) as [string, string[]][];
  return fields.length === 0 ? 'Everybody' : fields.map(([name, values]) => `${name} ${values.join(', ')}`).join(' and ');
}

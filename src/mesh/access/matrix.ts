import { Construct } from 'constructs';
import { hasSidecar } from '../data-plane/enrollment';
import type { Mesh } from '../mesh';
import { asksForRequests, Permission, titleOf } from './permission';
import { CallerAttributes } from '../../reference/caller-attributes';
import { inSentence } from '../../reference/fail';
import { Identity } from '../../reference/identity';
import { MeshPort } from '../../reference/port';
import { sortedBy } from '../../reference/sorted-children';
import { CallOptions, limitsOf, requestOptionsOf } from '../../security/call-options';
import type { MeshService } from '../service/service';

/** Where a line is decided. */
export enum EnforcementPoint {
  /** By the sidecar of the called pod. */
  SIDECAR = 'sidecar',
  /** By the proxies of the node, ztunnel, which see connections. */
  NODE = 'ztunnel',
  /** By the waypoint of the called service. */
  WAYPOINT = 'waypoint',
  /** By nobody: no proxy stands before the pods, or no policy is written. */
  NONE = 'none',
}

/** What a line says of those for whom it is. */
export enum Verdict {
  /** It is let in. */
  ALLOW = 'allow',
  /** It is denied, whatever else is allowed. */
  DENY = 'deny',
  /** Another program is asked first. */
  ASK = 'ask',
}

/** One line of who may call whom, and for what. */
export interface AccessMatrixRow {
  /** The caller, as namespace/name; of callers that are no service of the program, what they are told apart by. */
  readonly from: string;
  /** The called service, as namespace/name. */
  readonly to: string;
  /** What the line says. */
  readonly verdict: Verdict;
  /** What is meant: ports of the service, and what is asked of requests. */
  readonly what: string;
  /** Where it is decided. */
  readonly enforcedAt: EnforcementPoint;
  /** Whether it is tried out only. */
  readonly dryRun: boolean;
  /**
   * Why, where the program says so.
   *
   * @default - none is said
   */
  readonly reason?: string;
  /**
   * Where in the program it was declared, as file:line.
   *
   * @default - the platform does not tell
   */
  readonly declaredAt?: string;
}

/** Who may call whom in a mesh, and for what, as it is declared. Made by `matrix` of `Mesh.paths`. */
export class AccessMatrix {
  /** @internal */
  public static _of(mesh: Mesh): AccessMatrix {
    const services = mesh.namespaces.flatMap((namespace) => namespace.services);
    const allowed = services.reduce((sum, service) => sum + callersOf(service, services), 0);
    return new AccessMatrix(services.length, services.flatMap((service) => rowsOf(service, services)), allowed);
  }

  /** The lines, sorted by who is called, what is said and who calls. */
  public readonly rows: AccessMatrixRow[];

  private constructor(
    /** Number of services in the mesh. */
    public readonly services: number,
    rows: AccessMatrixRow[],
    /** Number of paths between services of which a line allows something, and none denies everything. */
    public readonly allowed: number,
  ) {
    this.rows = sortedBy(rows, ({ to, verdict, from, what }) => JSON.stringify([to, ORDER.indexOf(verdict), from, what]));
  }

  /** Number of paths between services that could be: n(n−1). */
  public get possible(): number {
    return this.services * (this.services - 1);
  }

  /** One sentence: how many of the paths are allowed. */
  public get summary(): string {
    const denials = this.rows.filter(({ verdict }) => verdict === Verdict.DENY).length;
    const unenforced = this.rows.filter(({ enforcedAt }) => enforcedAt === EnforcementPoint.NONE).length;
    return [
      `${this.allowed} of ${this.possible} paths between ${this.services} services are allowed`,
      ...(denials > 0 ? [`${denials} ${denials === 1 ? 'line denies' : 'lines deny'}`] : []),
      ...(unenforced > 0 ? [`${unenforced} ${unenforced === 1 ? 'line is' : 'lines are'} enforced nowhere`] : []),
    ].join('; ').concat('.');
  }

  /**
   * The lines as a table of text, with a heading, for people to read.
   *
   * @example
   * web.calls(cart, { methods: ['GET'] });
   * console.log(mesh.paths.matrix.toText());
   */
  public toText(): string {
    const lines = [HEADINGS, ...this.rows.map((row) => [
      row.from, row.to, `${row.verdict}${row.dryRun ? ' (dry-run)' : ''}`, row.what, row.enforcedAt, row.reason ?? '', row.declaredAt ?? '',
    ])];
    const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    return `${lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')}\n`;
  }

  /**
   * The lines as plain data, with the counts: `services`, `possible`, `allowed` and `rows`.
   *
   * @example
   * web.calls(cart, { methods: ['GET'] });
   * console.log(JSON.stringify(mesh.paths.matrix.toJson(), undefined, 2));
   */
  public toJson(): any {
    return { services: this.services, possible: this.possible, allowed: this.allowed, rows: this.rows.map((row) => ({ ...row })) };
  }
}

const HEADINGS = ['FROM', 'TO', 'VERDICT', 'WHAT', 'ENFORCED AT', 'REASON', 'DECLARED AT'];

/** In the order in which Istio asks. */
const ORDER = [Verdict.ASK, Verdict.DENY, Verdict.ALLOW];

/** How many services may call one: by a line, or because no policy is written, and not denied everything. */
function callersOf(service: MeshService, services: readonly MeshService[]): number {
  const { allowed, denied } = service._access;
  const denials = denied.lines.filter((line) => !denied.isTried(line) && limitsOf(line.options).length === 0 && isByIdentity(line));
  const open = !service._isHeld;
  return services.filter((one) => (
    one !== service && (open || allowed.lines.some((line) => !allowed.isTried(line) && means(line, one))) && !denials.some((line) => means(line, one))
  )).length;
}

/** Whether a line is for a service, as far as its identity tells. */
function means({ caller, callers }: Permission, one: MeshService): boolean {
  return caller ? caller === one : isMeant(one.identity, callers.callerAttributes);
}

/** Whether it is known before a call for whom a line is. */
function isByIdentity({ callers }: Permission): boolean {
  return callers.callerAttributes.every((way) => Object.keys(way).every((name) => !/IpBlocks$/i.test(name)));
}

function meansEverybody({ callers }: Permission): boolean {
  return callers.callerAttributes.some((way) => Object.keys(way).length === 0);
}

function rowsOf(service: MeshService, services: readonly MeshService[]): AccessMatrixRow[] {
  const { allowed, asked, denied } = service._access;
  return [
    ...asked.lines.flatMap((line) => rowsOfLine(service, line, Verdict.ASK, false, services)),
    ...denied.lines.flatMap((line) => rowsOfLine(service, line, Verdict.DENY, denied.isTried(line), services)),
    ...allowed.lines.flatMap((line) => rowsOfLine(service, line, Verdict.ALLOW, allowed.isTried(line), services)),
  ];
}

/** A row for each service that the line is for, unless it is for everybody; one for whoever else it is for. */
function rowsOfLine(service: MeshService, line: Permission, verdict: Verdict, dryRun: boolean, services: readonly MeshService[]): AccessMatrixRow[] {
  const { caller, callers, ports, options, reason, site } = line;
  const declaredAt = site?.line;
  const known = caller ? [caller] : services.filter((one) => one !== service && means(line, one));
  const named = meansEverybody(line) ? [] : known;
  const from = [...named.map(nameOf), ...(named.length === 0 || !Construct.isConstruct(callers) ? titles(line) : [])];
  return from.map((one) => ({
    from: one,
    to: nameOf(service),
    verdict,
    what: whatOf(service, ports, options),
    enforcedAt: enforcementOf(service, line, verdict),
    dryRun,
    ...(reason !== undefined && { reason }),
    ...(declaredAt !== undefined && { declaredAt }),
  }));
}

function titles({ caller, callers }: Permission): string[] {
  return caller === undefined ? [titleOf(callers)] : [];
}

function nameOf({ namespaceName, serviceName }: MeshService): string {
  return `${namespaceName}/${serviceName}`;
}

/** Whether an identity is one of some callers, by what is known of it before it calls: not by its address. */
function isMeant({ principal, namespace, serviceAccount, trustDomain }: Identity, callers: readonly CallerAttributes[]): boolean {
  const facts = { principals: principal, namespaces: namespace, serviceAccounts: `${namespace}/${serviceAccount}`, trustDomains: trustDomain };
  return callers.some((way) => Object.entries(way).every(([name, patterns]: [string, string[]]) => {
    const positive = !name.startsWith('not');
    const fact = Object.entries(facts).find(([key]) => key.toLowerCase() === name.replace(/^not/, '').toLowerCase())?.[1];
    return fact === undefined || patterns.some((pattern) => fits(fact, pattern)) === positive;
  }));
}

function fits(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return text === pattern;
  return text.length >= pattern.length - 1 && text.startsWith(parts[0]) && text.endsWith(parts[parts.length - 1]);
}

function whatOf(service: MeshService, ports: readonly MeshPort[], options: CallOptions): string {
  const all = ports.length === 0 || (ports.length > 1 && ports.length === service.ports.length);
  const asked = requestOptionsOf(options).map((name) => `${name} ${textOf(options[name])}`);
  return [all ? 'all ports' : `port ${inSentence(ports.map(({ number }) => String(number)))}`, ...asked].join('; ');
}

function textOf(value: readonly string[] | Readonly<Record<string, readonly string[]>> = []): string {
  return isList(value) ? value.join(', ') : Object.entries(value).map(([name, values]) => `${name}=${values.join('|')}`).join(', ');
}

function isList(value: readonly string[] | object): value is readonly string[] {
  return Array.isArray(value);
}

/** Denials and questions are written in every posture; what is allowed, where undeclared calls are denied. */
function enforcementOf(service: MeshService, line: Permission, verdict: Verdict): EnforcementPoint {
  const { allowed, asked } = service._access;
  if (verdict === Verdict.ALLOW && !allowed.isHeld) return EnforcementPoint.NONE;
  if (verdict === Verdict.ASK && !asked.policies.some(({ wanted }) => wanted)) return EnforcementPoint.NONE;
  const { isAmbient, serviceWaypoint, enrollment } = service._dataPlane;
  if (!isAmbient) return hasSidecar(enrollment) ? EnforcementPoint.SIDECAR : EnforcementPoint.NONE;
  if (serviceWaypoint) {
    const past = verdict === Verdict.ALLOW && line.caller !== undefined && !line.caller._dataPlane.isAmbient;
    return past ? EnforcementPoint.NODE : EnforcementPoint.WAYPOINT;
  }
  return asksForRequests(line) || verdict === Verdict.ASK ? EnforcementPoint.NONE : EnforcementPoint.NODE;
}

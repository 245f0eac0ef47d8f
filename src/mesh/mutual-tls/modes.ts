import { ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { failure } from '../../reference/fail';
import { Labels } from '../../reference/labels';
import { MeshPort } from '../../reference/port';
import { MutualTLSMode, PeerAuthentication, PeerAuthenticationSpec } from '../../resources';
import { DEFAULT_MODE, renderNamespaceModes, renderWorkloadModes } from '../../security/mutual-tls';
import { Enrollment } from '../data-plane/enrollment';

/** The pods of a service, as their own PeerAuthentication needs them. */
export interface ModePods {
  readonly selector: Labels;
  /** Numbers that ports of the service have in the pods. */
  readonly numbersOf: (ports: readonly MeshPort[]) => number[];
}

/** Whose callers are meant: those of a mesh, of a namespace, or of the pods of a service. */
export interface ModeScope {
  /** The construct that the PeerAuthentication belongs to. */
  readonly scope: Construct;
  readonly metadata: ApiObjectMetadata;
  /** What is wider: its mode holds where this one says nothing. */
  readonly wider?: MutualTlsSetting;
  /** Set for a service alone. */
  readonly pods?: ModePods;
}

/**
 * What a mesh, a namespace or a service accepts from its callers, and the PeerAuthentication that says so. One is written only where
 * it says another thing than the wider ones.
 */
export class MutualTlsSetting {
  private own?: MutualTLSMode;
  private readonly ports = new Map<MeshPort, MutualTLSMode>();
  private readonly narrower: MutualTlsSetting[] = [];

  constructor(private readonly place: ModeScope, mode?: MutualTLSMode) {
    place.wider?.narrower.push(this);
    this.own = mode;
    this.write();
  }

  /** What is accepted on ports without a mode of their own. */
  public get mode(): MutualTLSMode {
    return this.own ?? this.inherited;
  }

  /** What the wider settings say. */
  public get inherited(): MutualTLSMode {
    return this.place.wider?.mode ?? DEFAULT_MODE;
  }

  /** Whether it was said here, for all ports. */
  public get isOwn(): boolean {
    return this.own !== undefined;
  }

  /** What is accepted on a port. */
  public modeOf(port: MeshPort): MutualTLSMode {
    return this.ports.get(port) ?? this.mode;
  }

  /** Whether the port has a mode of its own. */
  public hasPort(port: MeshPort): boolean {
    return this.ports.has(port);
  }

  /** Sets what is accepted on all ports, or, with undefined, takes back what was set. */
  public choose(mode: MutualTLSMode | undefined): void {
    this.own = mode;
    this.write();
  }

  /** Sets what is accepted on one port. */
  public choosePort(port: MeshPort, mode: MutualTLSMode): void {
    this.ports.set(port, mode);
    this.write();
  }

  /** Whether a PeerAuthentication is written. */
  public get isWritten(): boolean {
    return this.mode !== this.inherited || [...this.ports.values()].some((mode) => mode !== this.mode);
  }

  /**
   * What a PeerAuthentication would say here; undefined where none is needed.
   *
   * @param inherited what the wider settings would say
   * @param own the mode of all ports, as if it had been set here; undefined where it were not
   */
  public renderedAs(inherited: MutualTLSMode, own: MutualTLSMode | undefined): PeerAuthenticationSpec | undefined {
    const mode = own ?? inherited;
    const ports = [...this.ports].filter(([, one]) => one !== mode);
    if (mode === inherited && ports.length === 0) return undefined;
    const { pods } = this.place;
    if (pods === undefined) return renderNamespaceModes(mode);
    const numbers = ports.flatMap(([port, one]) => pods.numbersOf([port]).map((number) => [number, one] as const));
    return renderWorkloadModes(pods.selector, {
      mode: mode === inherited ? undefined : mode,
      ports: new Map(numbers.sort(([one], [other]) => one - other)),
    });
  }

  private write(): void {
    const { scope, metadata } = this.place;
    if (!this.isWritten) {
      scope.node.tryRemoveChild(ID);
    } else if (!scope.node.tryFindChild(ID)) {
      new PeerAuthentication(scope, ID, { metadata, spec: Lazy.any({ produce: () => this.renderedAs(this.inherited, this.own) }) });
    }
    for (const one of this.narrower) one.write();
  }
}

const ID = 'mutual-tls';

/** Refuses a mode that pods with this enrollment do not heed. */
export function checkMode(scope: IConstruct, mode: MutualTLSMode | undefined, enrollment?: Enrollment): void {
  if (mode === undefined) return;
  if (mode === MutualTLSMode.UNSET) {
    throw failure(scope, 'The mode UNSET of mutual TLS says nothing', 'Leave it out to take the mode of what is wider, or give STRICT, PERMISSIVE or DISABLE');
  }
  if (enrollment?._mode === 'none') {
    throw failure(scope, `Mutual TLS is ${mode}, but its pods have no proxy (enrollment none) that could speak it`,
      'Enroll them with Enrollment.SIDECAR or Enrollment.AMBIENT, or leave the mode out');
  }
  if (enrollment?._mode === 'ambient' && mode === MutualTLSMode.DISABLE) {
    throw failure(scope, 'Mutual TLS is DISABLE, but its pods are in ambient mode, where connections from the mesh are always in mutual TLS',
      'Use PERMISSIVE, which lets plain text in as well');
  }
}

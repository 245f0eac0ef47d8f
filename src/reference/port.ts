import { isDnsLabel } from './label-name';
import { PortNumber } from './port-number';

/** Protocols that Istio tells apart, in the words of `appProtocol` and of port names. */
export enum PortProtocol {
  /** HTTP/1.1, or HTTP/2 if the client asks for it. */
  HTTP = 'http',
  /** HTTP/2 in plain text. */
  HTTP2 = 'http2',
  /** gRPC. */
  GRPC = 'grpc',
  /** TLS that carries HTTP; passed through and routed by SNI. */
  HTTPS = 'https',
  /** TLS that is passed through and routed by SNI. */
  TLS = 'tls',
  /** Bytes. */
  TCP = 'tcp',
}

/** How a port is reached behind the Service. */
export interface MeshPortOptions {
  /**
   * Number of the container's port (`targetPort`).
   *
   * @default the port's own number
   */
  readonly target?: number;
  /**
   * Name of the container's port (`targetPort`), instead of its number.
   *
   * @default the port is reached by number
   */
  readonly targetName?: string;
  /**
   * What follows the protocol in the port's name.
   *
   * @default the port's number
   */
  readonly suffix?: string;
}

/**
 * A port of a service, with its protocol. The protocol is written both in the port's name and in `appProtocol`,
 * so that Istio never has to guess it.
 *
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export class MeshPort {
  /** A port that speaks HTTP. */
  public static http(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.HTTP, number, options);
  }

  /** A port that speaks HTTP/2 without TLS. */
  public static http2(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.HTTP2, number, options);
  }

  /** A port that speaks gRPC. */
  public static grpc(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.GRPC, number, options);
  }

  /** A port on which the application itself speaks HTTPS. */
  public static https(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.HTTPS, number, options);
  }

  /** A port on which the application itself speaks TLS. */
  public static tls(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.TLS, number, options);
  }

  /** A port that speaks anything else over TCP. */
  public static tcp(number: number, options: MeshPortOptions = {}): MeshPort {
    return new MeshPort(PortProtocol.TCP, number, options);
  }

  /** Name of the port: the protocol, a dash, and the suffix. */
  public readonly name: string;
  /** Number of the container's port; undefined when it is named. */
  public readonly target?: number;
  /** Name of the container's port; undefined when it is numbered. */
  public readonly targetName?: string;

  private constructor(
    /** What is spoken on the port. */
    public readonly protocol: PortProtocol,
    /** Number of the port on the Service. */
    public readonly number: number,
    options: MeshPortOptions,
  ) {
    for (const value of [number, options.target ?? number]) {
      PortNumber.of(value);
    }
    if (options.target !== undefined && options.targetName !== undefined) {
      throw new Error(`Port ${number} has both target ${options.target} and targetName "${options.targetName}". Give one of them.`);
    }
    this.name = `${protocol}-${options.suffix ?? number}`;
    if (!isDnsLabel(this.name)) {
      throw new Error(`"${this.name}" is not a port name. Give a suffix of lower-case letters, digits and dashes; 63 characters in all.`);
    }
    this.targetName = options.targetName;
    this.target = options.targetName === undefined ? options.target ?? number : undefined;
  }

  /** Whether requests can be routed and checked one by one on this port. */
  public get isHttp(): boolean {
    return [PortProtocol.HTTP, PortProtocol.HTTP2, PortProtocol.GRPC].includes(this.protocol);
  }

  /** Whether connections on this port are routed by the server name of their TLS handshake. */
  public get isTls(): boolean {
    return [PortProtocol.HTTPS, PortProtocol.TLS].includes(this.protocol);
  }
}

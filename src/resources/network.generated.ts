// Generated from schema/ by `npx projen schema`. Do not edit.

import { copyOf } from './manifest';
import { PortNumber } from '../reference/port-number';

/**
 * A network of the mesh: what is in it, and how others reach it.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshNetwork {
  /**
   * What belongs to the network. All of it reaches each other directly.
   *
   * Written as `endpoints`: a list, each item `NetworkEndpoints`.
   */
  readonly endpoints: NetworkEndpoints[];

  /**
   * The gateways through which traffic of other networks comes in, with mutual TLS.
   *
   * Written as `gateways`: a list, each item `NetworkGateway`.
   */
  readonly gateways: NetworkGateway[];
}

/**
 * The networks of a mesh that spans several, which cannot reach each other directly.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface MeshNetworks {
  /**
   * The networks, by name.
   *
   * Written as `networks`: a map, each value `MeshNetwork`.
   */
  readonly networks: { readonly [key: string]: MeshNetwork };
}

/**
 * What belongs to a network: a range of addresses, or a cluster. It wins over what workloads say of themselves.
 *
 * At most one of `fromCidr` and `fromRegistry` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class NetworkEndpoints {
  /**
   * The range of addresses, such as `192.168.100.0/22`. Ranges of networks must not overlap.
   *
   * Written as `fromCidr`: a string.
   *
   * @param value a string
   */
  public static fromCidr(value: string): NetworkEndpoints {
    return new NetworkEndpoints({ fromCidr: value });
  }

  /**
   * The cluster, by the name under which its kubeconfig is known. It can be in one network alone.
   *
   * Written as `fromRegistry`: a string.
   *
   * @param value a string
   */
  public static fromRegistry(value: string): NetworkEndpoints {
    return new NetworkEndpoints({ fromRegistry: value });
  }

  /**
   * None of `fromCidr` and `fromRegistry`.
   */
  public static of(): NetworkEndpoints {
    return new NetworkEndpoints({});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * A gateway of a network.
 *
 * At most one of `registryServiceName` and `address` is written.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export class NetworkGateway {
  /**
   * Its Service, by full name. Istiod looks up the address.
   *
   * Written as `registryServiceName`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static registryServiceName(value: string, options: NetworkGatewayOptions): NetworkGateway {
    return new NetworkGateway({ ...options, registryServiceName: value });
  }

  /**
   * Its address or name, as other networks reach it.
   *
   * Written as `address`: a string.
   *
   * @param value a string
   * @param options the other fields
   */
  public static address(value: string, options: NetworkGatewayOptions): NetworkGateway {
    return new NetworkGateway({ ...options, address: value });
  }

  /**
   * None of `registryServiceName` and `address`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options: NetworkGatewayOptions): NetworkGateway {
    return new NetworkGateway(options);
  }

  private readonly fields: any;

  private constructor(fields: any) {
    this.fields = copyOf(fields);
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of `NetworkGateway` beside `registryServiceName` and `address`.
 *
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export interface NetworkGatewayOptions {
  /**
   * Its port, 15443 as a rule.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;

  /**
   * Where it is, as `REGION/ZONE/SUBZONE`.
   *
   * Written as `locality`: a string.
   *
   * @default - unknown
   */
  readonly locality?: string;
}

// Generated from schema/ by `npx projen schema`. Do not edit.

import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowedRoutes, ListenerTLSConfig } from './gateway.generated';
import { ParentGatewayReference } from './shared.generated';
import { addManifest, copyOf, isOfKind, manifestOf } from '../manifest';
import { ObjectReference } from '../object-reference';
import { validated } from '../validation/at-synthesis';
import { Host } from '../../reference/host-name';
import { PortNumber } from '../../reference/port-number';

/**
 * What a ListenerSet is made from.
 */
export interface ListenerSetProps {
  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - a name made from the path of the construct; namespace and labels of its chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the ListenerSet says.
   */
  readonly spec: ListenerSetSpec;
}

/**
 * More listeners for a Gateway, so that teams can bring ports, hosts and certificates of their own without editing it.
 *
 * Every field is written as it is given. A JSON patch may change any, also those that have no type here.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#listenerset
 */
export class ListenerSet extends ApiObject {
  /**
   * The API version and the kind that are written.
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'ListenerSet',
  };

  /**
   * The object alone, without a chart: for a list, a test, or the object of another kind that holds it.
   *
   * @param props what it is made from
   */
  public static manifest(props: ListenerSetProps): any {
    return manifestOf(ListenerSet.GVK, props);
  }

  /**
   * Adds a ListenerSet to a chart from plain data, such as a YAML document, and writes it as it is given.
   *
   * A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio
   * alone writes.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param manifest the object as plain data
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {
    return addManifest(scope, id, ListenerSet.GVK, manifest, 'gateway-api');
  }

  /**
   * A ListenerSet that is made elsewhere, to be named in other objects.
   *
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static fromName(name: string, namespace?: string): ObjectReference {
    return ObjectReference.of(ListenerSet.GVK, name, namespace);
  }

  /**
   * Whether something is a ListenerSet, of whichever version and class.
   *
   * @param construct anything
   */
  public static isListenerSet(construct: any): construct is ApiObject {
    return isOfKind(construct, ListenerSet.GVK);
  }

  /**
   * Adds a ListenerSet to a chart.
   *
   * @param scope the construct that it belongs to
   * @param id its name within the scope
   * @param props what it is made from
   */
  public constructor(scope: Construct, id: string, props: ListenerSetProps) {
    super(scope, id, { ...copyOf(props), ...ListenerSet.GVK });
    validated(this);
  }
}

/**
 * A port that a ListenerSet adds to its Gateway.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#listenerset
 */
export interface ListenerEntry {
  /**
   * Which routes may attach, by kind and by namespace.
   *
   * Written as `allowedRoutes`: `AllowedRoutes`.
   *
   * @default - those of the ListenerSet's namespace whose kind fits the protocol
   */
  readonly allowedRoutes?: AllowedRoutes;

  /**
   * The host that the listener serves, which may begin with the wildcard `*.`.
   *
   * Written as `hostname`: a host, such as `www.example.com`.
   *
   * @default - every host
   */
  readonly hostname?: Host;

  /**
   * Name of the listener within its ListenerSet; routes attach to it by `sectionName`.
   *
   * Written as `name`: a DNS name in lower case.
   */
  readonly name: string;

  /**
   * Port at which the Gateway listens.
   *
   * Written as `port`: a port, 1 to 65535.
   */
  readonly port: PortNumber;

  /**
   * What is spoken: `HTTP`, `HTTPS`, `TLS` or `TCP`; Istio does not serve `UDP`.
   *
   * Written as `protocol`: a string, not empty, at most 255 characters, of the pattern
   * `^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9]+$`.
   */
  readonly protocol: string;

  /**
   * Certificates, and who ends TLS. Needed with `TLS`, usual with `HTTPS`, forbidden with others.
   *
   * Written as `tls`: `ListenerTLSConfig`.
   *
   * @default - none
   */
  readonly tls?: ListenerTLSConfig;
}

/**
 * A ListenerSet as it is wanted.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#listenerset
 */
export interface ListenerSetSpec {
  /**
   * The ports that are added. In a conflict the Gateway's own listeners go first, then those of the oldest ListenerSet.
   *
   * Written as `listeners`: a list, each item `ListenerEntry`, at least 1 item, at most 64 items.
   */
  readonly listeners: ListenerEntry[];

  /**
   * The Gateway that gets the listeners; it must allow that under `allowedListeners`.
   *
   * Written as `parentRef`: `ParentGatewayReference`.
   */
  readonly parentRef: ParentGatewayReference;
}

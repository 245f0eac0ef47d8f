import { Duration } from 'cdk8s';
import { Identity, MeshNamespace, MeshPort, MeshService, ProtoDuration, StringMatch } from 'cdk8s-istio';
import * as kplus from 'cdk8s-plus-28';

/** What a service on the paved road must say. All else is decided here. */
export interface PavedServiceProps {
  /** Image of its container. */
  readonly image: string;
  /** The team that is called when it fails. */
  readonly team: string;
  /**
   * The port on which the container serves HTTP.
   *
   * @default 8080
   */
  readonly containerPort?: number;
  /**
   * How long a request may take. Requests that change something are not tried again.
   *
   * @default two seconds
   */
  readonly timeout?: Duration;
}

/** Who reads the metrics of each service. */
const PROMETHEUS = Identity.of('monitoring', 'prometheus');

/**
 * An HTTP service as this company runs them: two pods without privileges, a time limit, retries of reads alone, ejection of pods that fail,
 * and metrics that Prometheus may read. It is a `MeshService`, and all that one can say is open to its team.
 */
export class PavedService extends MeshService {
  /**
   * Adds a service.
   *
   * @param namespace the namespace of its team
   * @param id name of the service
   * @param props what it is made of
   */
  constructor(namespace: MeshNamespace, id: string, props: PavedServiceProps) {
    const port = props.containerPort ?? 8080;
    super(namespace, id, {
      labels: { team: props.team },
      ports: [MeshPort.http(80, { target: port }), MeshPort.http(9090, { suffix: 'metrics' })],
      workload: new kplus.Deployment(namespace, `${id}-pods`, {
        replicas: 2,
        podMetadata: { labels: { app: id, team: props.team } },
        containers: [{ image: props.image, ports: [{ name: 'web', number: port }, { name: 'metrics', number: 9090 }] }],
      }),
    });
    const timeout = props.timeout ?? Duration.seconds(2);
    this.route({ name: 'reads', match: ['GET', 'HEAD'].map((method) => ({ method: StringMatch.exact(method) })), timeout, retries: { attempts: 2 } });
    this.route({ name: 'writes', timeout, retries: { attempts: 0 } });
    this.trafficPolicy({ outlierDetection: { consecutive5xxErrors: 5, baseEjectionTime: ProtoDuration.of(Duration.seconds(30)) } });
    this.allowFrom(PROMETHEUS, { ports: [9090], methods: ['GET'], paths: ['/metrics'] });
  }
}

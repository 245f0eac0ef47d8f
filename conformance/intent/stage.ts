import { setTimeout as pause } from 'node:timers/promises';
import { Expectation, expectation, ONLY, Part } from './oracle';
import { serverNameOf } from './oracle-connections';
import { egressOf, PlannedExternal, PlannedGateway, PlannedMesh, PlannedPort, PlannedService, speaksHttp } from './plan';
import { PlannedRequest, requestText, withQuery } from './request';
import { StoredMesh } from './stored-mesh';
import { tokenText } from './tokens';
import { complaints, disproportion, partText, Told } from './verdict';
import { OUTSIDE_IDENTITY, World } from './world';
import { Envoy, identityOf } from '../lib/envoy';
import { KubeObject, podOf } from '../lib/objects';
import { Answer, Question } from '../lib/pod-agent';
import { PodPlace, PodPool } from '../lib/pod-pool';
import { endpointSlice, FakePod } from '../lib/pods';
import { Lifetime, mapSome } from '../lib/process';
import { Check } from '../lib/report';
import { credentialName, workloadName } from '../programs/random-mesh';

/** What a request that did not end as expected is given to end otherwise: a proxy may not have heard of everything yet. */
const PATIENCE_MS = [500, 2000];

/** How many different requests are on their way at once. */
const AT_ONCE = 4;

/** A Deployment that gets a pod. */
interface Workload {
  readonly name: string;
  readonly namespace: string;
  /** The service that it belongs to; none for a gateway. */
  readonly service?: PlannedService;
  readonly version?: string;
}

/** A workload that runs: its pod, and its proxy. */
interface Running {
  readonly service?: PlannedService;
  readonly version: string;
  readonly place: PodPlace;
  readonly pod: FakePod;
  readonly envoy: Envoy;
}

/** Where pods live: beside a sidecar, or alone. */
export interface Places {
  readonly sidecars: PodPool;
  readonly bare: PodPool;
  /** Who answers for all that is outside. */
  readonly outside: PodPlace;
}

/** A mesh, and what is to be done with it. */
export interface Play {
  readonly mesh: PlannedMesh;
  /** What it was synthesized to. */
  readonly objects: readonly KubeObject[];
  /** The services whose workloads run. */
  readonly services: readonly PlannedService[];
  readonly requests: readonly PlannedRequest[];
}

/** What a mesh came to. */
export interface Played {
  /** Of objects and proxies. */
  readonly objects: readonly Check[];
  readonly proxies: readonly Check[];
  readonly requests: readonly Check[];
  /** How many requests were sent, each time counted. */
  readonly sent: number;
  /** How many had to be asked again. */
  readonly again: number;
  /** Requests of which the declarations do not say enough. */
  readonly open: number;
}

/** What a mesh came to that did not come up. */
export const NOTHING: Played = { objects: [], proxies: [], requests: [], sent: 0, again: 0, open: 0 };

/** A mesh for as long as it is looked at: its objects on the API server, and pods and proxies for some of its services. */
export class Stage {
  /** Brings a mesh up, sends the requests, and takes the mesh down again. */
  public static async play(world: World, places: Places, { mesh, objects, services, requests }: Play): Promise<Played> {
    const stage = new Stage(world, places, mesh);
    try {
      const applied = await stage.stored.apply(objects);
      if (applied.some(({ complaints: found }) => found.length > 0)) return { ...NOTHING, objects: applied };
      await stage.run(objects, services);
      const proxies = await mapSome(AT_ONCE, stage.running, async ({ envoy, pod }) => ({ name: `${pod.namespace}/${pod.name}`, complaints: await envoy.refusals() }));
      const judged = await mapSome(AT_ONCE, requests, async (request) => stage.judge(request));
      return {
        objects: applied,
        proxies,
        requests: judged.flatMap(({ check }) => check ?? []),
        sent: stage.sent,
        again: stage.again,
        open: judged.filter(({ check }) => check === undefined).length,
      };
    } finally {
      await stage.leave();
    }
  }

  /** That of the proxies. */
  private readonly lifetime: Lifetime;
  private readonly stored: StoredMesh;
  private readonly running: Running[] = [];
  private outside?: PodPlace;
  private sent = 0;
  private again = 0;

  private constructor(private readonly world: World, private readonly places: Places, private readonly mesh: PlannedMesh) {
    this.lifetime = new Lifetime(`intent-${mesh.id}`);
    this.stored = new StoredMesh(world);
  }

  /** Has pods of the services run, and the gateway's where it leads to one of them. */
  private async run(objects: readonly KubeObject[], services: readonly PlannedService[]): Promise<void> {
    await this.giveCredentials();
    const pods = await mapSome(AT_ONCE, this.workloads(services), async (workload) => {
      const deployment = await this.stored.deployment(workload, objects);
      const place = await (workload.service ? this.places.sidecars : this.places.bare).take();
      return { workload, place, pod: await this.pod(deployment, place.ip) };
    });
    const chosen = objects.filter(({ kind, spec }) => kind === 'Service' && spec.selector);
    const slices = chosen.map((service) => endpointSlice(service, pods.map(({ pod }) => pod))).filter(({ endpoints }) => endpoints.length > 0);
    await mapSome(AT_ONCE, slices, async (slice) => this.stored.create(slice));
    // istiod waits for what else may come before it tells anybody.
    await pause(200);
    const { istiod, secrets } = this.world;
    for (const { workload, place, pod } of pods) {
      const token = await this.world.api.token(pod.namespace, pod.stored.spec.serviceAccountName);
      const envoy = await Envoy.start(this.lifetime, istiod, pod, place.namespace, { secrets, token });
      this.running.push({ service: workload.service, version: workload.version ?? ONLY, place, pod, envoy });
    }
    await Promise.all(this.running.map(async ({ envoy }) => envoy.waitUntilConfigured()));
    this.outside = await this.places.bare.take();
  }

  private async giveCredentials(): Promise<void> {
    const { namespace, exposures } = this.mesh.gateway ?? { namespace: '', exposures: [] };
    for (const exposure of exposures.filter(({ tls }) => tls !== undefined)) {
      await this.stored.create(await this.world.credential(credentialName(exposure), namespace));
    }
  }

  private workloads(services: readonly PlannedService[]): Workload[] {
    const { gateway, externals } = this.mesh;
    const leads = gateway?.exposures.some(({ service }) => services.includes(service));
    const leaves = externals.some(({ isForwarded, callers }) => isForwarded && callers.some((caller) => services.includes(caller)));
    return [
      ...services.flatMap((service) => (service.versions.length > 0 ? service.versions : [undefined]).map((version) => (
        { service, version, name: workloadName(service, version), namespace: service.namespace }))),
      ...(gateway && leads ? [{ name: workloadOf(gateway), namespace: gateway.namespace }] : []),
      ...(leaves ? [egressOf(this.mesh)] : []),
    ];
  }

  private async pod(deployment: KubeObject, ip: string): Promise<FakePod> {
    const template = podOf(deployment)!;
    const { name, namespace } = { name: `${deployment.metadata.name}-0`, namespace: deployment.metadata.namespace! };
    const { labels, annotations } = template.metadata ?? {};
    const pod = await this.stored.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { labels, annotations, name, namespace },
      spec: { ...template.spec, serviceAccountName: template.spec.serviceAccountName ?? 'default' },
    });
    const stored = await this.world.api.setStatus(pod, { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions: [{ type: 'Ready', status: 'True' }] });
    return { name, namespace, ip, template, stored };
  }

  private async judge(request: PlannedRequest): Promise<{ readonly check?: Check }> {
    const expected = expectation(this.mesh, request);
    if (expected === undefined || !this.isRunning(expected)) return {};
    const found = await this.told(expected, request, PATIENCE_MS);
    return { check: { name: requestText(request), complaints: found } };
  }

  /** Whether all workloads run that are to answer. */
  private isRunning(expected: Expectation): boolean {
    const parts = [...('by' in expected ? expected.by ?? [] : []), ...('copies' in expected && expected.copies ? [expected.copies] : [])];
    const runs = (service: PlannedService, name: string): boolean => 'host' in service || this.running.some((one) => one.service === service && one.version === name);
    return parts.every(({ service, versions }) => versions.every((version) => runs(service, version)));
  }

  private async told(expected: Expectation, request: PlannedRequest, patience: readonly number[]): Promise<string[]> {
    const id = `${this.mesh.id}-${this.sent}`;
    const question = this.question(request, id);
    const agent = request.sender.way === 'proxy' ? this.runningOf(request.sender.service).place.agent : this.outside!.agent;
    this.sent += request.times;
    const told = await Promise.all(Array.from({ length: request.times }, async (): Promise<Told> => {
      const answer = await agent.ask(question);
      return { answer, by: this.workloadOf(answer, request) };
    }));
    const copies = expected.outcome === 'answered' && expected.copies ? await this.copies(expected.copies, id, told) : [];
    const found = [...complaints(expected, request, told), ...copies, ...this.detours(request, told)];
    if (found.length === 0 || patience.length === 0) return found;
    this.again++;
    await pause(patience[0]);
    return this.told(expected, request, patience.slice(1));
  }

  /** What is wrong with the number of copies that workloads got, besides the requests that they answered. */
  private async copies(part: Part, id: string, told: readonly Told[]): Promise<string[]> {
    // Nobody waits for copies; they may come later than the answers.
    await pause(200);
    const among = this.running.filter(({ service, version }) => service === part.service && part.versions.includes(version));
    const counts = await Promise.all(among.map(async ({ place }) => place.agent.count(id)));
    const answered = told.filter(({ by }) => among.some(({ service, version }) => service === by?.service && version === by?.version)).length;
    const sent = told.filter(({ by }) => by !== undefined).length;
    return disproportion(`${partText(part)}, which gets copies,`, part.percent, counts.reduce((sum, count) => sum + count, 0) - answered, sent);
  }

  private workloadOf({ seen }: Answer, { callee }: PlannedRequest): Told['by'] {
    if (seen?.by === this.places.outside.name) return { service: callee, version: ONLY };
    const found = this.running.find(({ place }) => place.name === seen?.by);
    return found?.service && { service: found.service, version: found.version };
  }

  private question(request: PlannedRequest, id: string): Question {
    const { sender, callee, port, version, host, method, path, query, headers, token, waitMs } = request;
    const { cert: caCert, key: caKey } = this.world.istiod.authority;
    const what = {
      protocol: sender.way === 'gateway' && speaksHttp(port) ? 'http' as const : PROTOCOLS[port.kind],
      host,
      ...(port.kind === 'tls' && { serverName: serverNameOf(request) }),
      method,
      path: withQuery(path, query),
      headers: { ...headers, 'x-id': id, ...(token && { authorization: `Bearer ${tokenText(token)}` }), ...(waitMs !== undefined && { 'x-wait': `${waitMs}ms` }) },
    };
    const straight = () => `${this.runningOf(callee, version).place.ip}:${port.target}`;
    switch (sender.way) {
      case 'proxy':
        return { ...what, address: `${this.addressOf(callee)}:${port.number}` };
      case 'gateway': {
        const { gateway } = this.mesh;
        const { namespace, exposures } = gateway!;
        const { pod } = this.running.find((one) => one.service === undefined && one.pod.namespace === namespace)!;
        const { ports } = this.stored.service({ name: workloadOf(gateway!), namespace }).spec;
        const { gatewayPort } = exposures.find(({ service }) => service === callee)!;
        const number = gatewayPort ?? (request.tls !== undefined || port.kind === 'tls' ? 443 : 80);
        const secured = request.tls && { serverName: host, ...(request.tls === 'identified' && { clientIdentity: OUTSIDE_IDENTITY, caCert, caKey }) };
        return { ...what, ...secured, address: `${pod.ip}:${ports.find((one: any) => one.port === number)?.targetPort ?? number}` };
      }
      case 'past':
        return { ...what, address: straight(), identity: identityOf(this.runningOf(sender.service).pod), caCert, caKey };
      case 'plain':
        return { ...what, address: straight() };
    }
  }

  /** What came to the outside another way than it is declared: from the proxy of the caller, or through the egress gateway. */
  private detours({ callee, sender }: PlannedRequest, told: readonly Told[]): string[] {
    if (!('host' in callee) || sender.way !== 'proxy') return [];
    const gateway = this.running.find(({ pod }) => pod.namespace === egressOf(this.mesh).namespace);
    const from = (callee as PlannedExternal).isForwarded ? gateway?.place.ip : this.runningOf(sender.service).place.ip;
    const others = told.flatMap(({ answer: { seen } }) => (seen === undefined || seen.from === from ? [] : seen.from));
    return others.length === 0 ? [] : [`came out from ${others[0]}, expected ${from}`];
  }

  /** The address under which applications know a service. */
  private addressOf(callee: PlannedService | PlannedExternal): string {
    return 'host' in callee ? callee.address : this.stored.service(callee).spec.clusterIP;
  }

  private runningOf(service: PlannedService, version?: string): Running {
    return this.running.find((one) => one.service === service && (version === undefined || one.version === version))!;
  }

  /** Takes everything down. */
  private async leave(): Promise<void> {
    await this.lifetime.end({ keepFolder: false });
    await this.stored.remove();
    for (const { service, place } of this.running) (service ? this.places.sidecars : this.places.bare).give(place);
    if (this.outside) this.places.bare.give(this.outside);
  }
}

/** Name of the Deployment of a gateway, and of its Service. */
function workloadOf({ name, isKubernetes }: PlannedGateway): string {
  return isKubernetes ? `${name}-istio` : name;
}

/** What is spoken to a port. */
const PROTOCOLS: Readonly<Record<PlannedPort['kind'], Question['protocol']>> = { http: 'http', http2: 'h2c', grpc: 'grpc', tcp: 'tcp', tls: 'tcp' };

import { Posture, RouteDialect } from 'cdk8s-istio';
import { Draw } from '../generate/draw';
import { drawMesh } from '../intent/draw-mesh';
import { drawRequests, sample } from '../intent/draw-requests';
import { PlannedMesh } from '../intent/plan';
import { NOTHING, Places, Played, Stage } from '../intent/stage';
import { OUTSIDE_ADDRESS } from '../intent/words';
import { World } from '../intent/world';
import { askIstio } from '../lib/istio-validation';
import { PodNetwork } from '../lib/network';
import { KubeObject, objectName, readObjects } from '../lib/objects';
import { PodPool } from '../lib/pod-pool';
import { mapSome } from '../lib/process';
import { Check } from '../lib/report';
import { Suite, SuiteContext } from '../lib/suite';
import { synthesizePlan } from '../programs/random-mesh';

/** How many meshes a run has: a sample, or all. */
const SAMPLE = 20;
const WHOLE = 200;

/** How many meshes are up at once. */
const AT_ONCE = 3;

/** Postures by turns; half of the meshes have the strict one, where most is decided. */
const POSTURES = [Posture.ZERO_TRUST, Posture.OPEN, Posture.ZERO_TRUST, Posture.AUDIT];

/** Has real proxies decide what was declared, in meshes by lot. */
export const intent: Suite = {
  name: 'intent',
  title: 'meshes by lot: what real Envoys, configured by istiod, make of requests is what the declarations say',
  async run({ report, lifetime, options }: SuiteContext): Promise<void> {
    const count = options.asked ?? (options.whole ? WHOLE : SAMPLE);
    const network = await PodNetwork.create(lifetime);
    const places = {
      sidecars: new PodPool(lifetime, network, true),
      bare: new PodPool(lifetime, network, false),
      outside: await PodPool.outside(lifetime, network, OUTSIDE_ADDRESS),
    };
    const plans = Array.from({ length: count }, (_, number) => drawPlans(options.seed, number)).flat();
    let began = Date.now();
    const world = await World.start(lifetime, POSTURES[0]);
    report.note(`an API server and istiod, after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    for (const posture of new Set(POSTURES)) {
      const chosen = plans.filter(({ mesh }) => mesh.posture === posture);
      await world.change(posture);
      began = Date.now();
      const played = await mapSome(AT_ONCE, chosen, async ({ mesh, number }) => play(world, places, mesh, Draw.nth(options.seed + 1, number)));
      summarize(report, posture, played, (Date.now() - began) / 1000);
    }
  },
};

/** A mesh by lot, in both dialects where it is one that both can say. */
function drawPlans(seed: number, number: number): { number: number; mesh: PlannedMesh }[] {
  const posture = POSTURES[number % POSTURES.length];
  const bothSay = Math.floor(number / POSTURES.length) % 2 === 1;
  const dialects = bothSay ? [RouteDialect.ISTIO, RouteDialect.GATEWAY_API] : [RouteDialect.ISTIO];
  return dialects.map((dialect) => {
    const id = dialect === RouteDialect.ISTIO ? `m${number}` : `m${number}g`;
    return { number, mesh: drawMesh(Draw.nth(seed, number), id, { posture, dialect, bothSay }) };
  });
}

/** What a mesh came to, and what there was of it before any cluster. */
interface Outcome extends Played {
  readonly mesh: PlannedMesh;
  readonly validation: readonly Check[];
}

async function play(world: World, places: Places, mesh: PlannedMesh, draw: Draw): Promise<Outcome> {
  let objects: KubeObject[];
  try {
    objects = readObjects(synthesizePlan(mesh));
  } catch (error) {
    return { ...NOTHING, mesh, validation: [{ name: 'synthesis', complaints: [(error as Error).stack ?? String(error)] }] };
  }
  const said = await askIstio(objects);
  const validation = objects.map((object, at) => ({ name: objectName(object), complaints: [...said[at].errors, ...said[at].warnings] }));
  const services = sample(draw, mesh);
  try {
    return { ...await Stage.play(world, places, { mesh, objects, services, requests: drawRequests(draw, mesh, services) }), mesh, validation };
  } catch (error) {
    return { ...NOTHING, mesh, validation, proxies: [{ name: 'came up', complaints: [(error as Error).stack ?? String(error)] }] };
  }
}

function summarize(report: SuiteContext['report'], posture: Posture, played: readonly Outcome[], seconds: number): void {
  const named = (pick: (outcome: Outcome) => readonly Check[]) => played.flatMap((outcome) => pick(outcome).map(({ name, complaints }) => ({ name: `${outcome.mesh.id}: ${name}`, complaints })));
  const limits = { shown: 12, lines: 8 };
  report.group(`${posture}: our checks and Istio's have nothing against an object`, named(({ validation }) => validation), limits);
  report.group(`${posture}: the API server and its webhooks take the object and keep every field`, named(({ objects }) => objects), limits);
  report.group(`${posture}: Envoy takes everything that istiod sends`, named(({ proxies }) => proxies), limits);
  report.group(`${posture}: the request ends as declared`, named(({ requests }) => requests), limits);
  const sum = (pick: (outcome: Outcome) => number) => played.reduce((total, outcome) => total + pick(outcome), 0);
  report.note(`${posture}: ${played.length} meshes, ${sum(({ proxies }) => proxies.length)} proxies, ${sum(({ sent }) => sent)} requests (${sum(({ requests }) => requests.length)} different), `
    + `${sum(({ again }) => again)} asked again, ${sum(({ open }) => open)} left open; ${(seconds / played.length).toFixed(2)} s a mesh`);
}

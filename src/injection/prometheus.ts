import { goJson } from './go-json';
import { JsonObject } from '../reference/json';

type Annotations = Readonly<Record<string, string>>;

/** Names under which Prometheus knows the annotations: it reads every letter that is not its own as an underscore. */
const SCRAPE = 'prometheus_io_scrape';
const PORT = 'prometheus_io_port';
const PATH = 'prometheus_io_path';
const SECURE_PORT = 'prometheus_istio_io_secure_port';
const TARGETS = 'prometheus_istio_io_scrape_targets';

/** The annotation that Prometheus knows by a name, which is as long as its own. */
function find(annotations: Annotations, name: string): string | undefined {
  for (const key in annotations) if (key.length === name.length && plain(key) === name) return annotations[key];
  return undefined;
}

function plain(key: string): string {
  return key.replace(/[^a-zA-Z0-9_]/g, '_');
}

/** The annotations without those that tell Prometheus where to scrape. */
export function withoutScraping(annotations: Annotations): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => ![SCRAPE, PORT, PATH, TARGETS].includes(plain(key))));
}

/** The port that the pod's annotations name for Prometheus. */
export function scrapePort(annotations: Annotations): string | undefined {
  return find(annotations, PORT);
}

/** How Go reads a boolean; undefined for anything else. */
export function parseBoolean(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  return undefined;
}

/** What changes in a pod so that Prometheus finds the application's metrics and the proxy's in one place. */
export interface Scraping {
  /** The pod's annotations, which now name the agent's port. */
  readonly annotations: Record<string, string>;
  /** Where the agent finds the application's own metrics, for its environment. */
  readonly application?: string;
}

/** Merges the metrics of the application into the agent's; undefined where that is turned off, or was done before. */
export function mergeScraping(annotations: Annotations, agentPort: number, meshDefault: boolean): Scraping | undefined {
  const wanted = parseBoolean(annotations['prometheus.istio.io/merge-metrics'] ?? '') ?? meshDefault;
  const scrape = find(annotations, SCRAPE);
  const port = scrapePort(annotations);
  if (!wanted || parseBoolean(scrape ?? 'true') === false || port === String(agentPort)) return undefined;
  const application = applicationScraping(annotations, { scrape, path: find(annotations, PATH), port }, agentPort);
  return {
    application: Object.keys(application).length > 0 ? goJson(application) : undefined,
    annotations: {
      ...withoutScraping(annotations),
      'prometheus.io/port': String(agentPort),
      'prometheus.io/path': '/stats/prometheus',
      'prometheus.io/scrape': 'true',
    },
  };
}

function applicationScraping(annotations: Annotations, legacy: { scrape?: string; path?: string; port?: string }, agentPort: number): JsonObject {
  const given = find(annotations, TARGETS);
  const read = (given ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '').map((one) => {
    const [port, ...path] = one.split(':');
    return { port: port.trim(), path: path.join(':').trim() || '/metrics' };
  });
  // A target without a port, and the whole list counts for nothing.
  const targets = read.some(({ port }) => port === '') ? [] : read;
  for (const port of targets.length > 0 ? targets.map((one) => one.port) : [legacy.port ?? '']) {
    if (port !== '') checkPort(port, agentPort);
  }
  const first = targets[0] ?? legacy;
  const found = { scrape: legacy.scrape ?? '', path: first.path ?? '', port: first.port ?? '' };
  if (Object.values(found).every((text) => text === '')) return {};
  return { ...found, ...(targets.length > 0 && { targets }) };
}

/** Ports of the proxy itself, which are no application's. */
const RESERVED = new Set(['15000', '15001', '15004', '15006', '15008', '15020', '15021', '15053', '15090']);

function checkPort(port: string, agentPort: number): void {
  const number = Number(port);
  if (!/^\+?\d+$/.test(port) || number < 1 || number > 65535) {
    throw new Error(`The Prometheus annotations of the pod name port "${port}". Give a number from 1 to 65535.`);
  }
  if (number === agentPort || RESERVED.has(String(number))) {
    throw new Error(`The Prometheus annotations of the pod name port "${port}", which the proxy keeps for itself. Give the application's own port.`);
  }
}

/** The annotation by which Prometheus finds metrics behind mutual TLS, where the proxy serves them so. */
export function securePort(annotations: Annotations, env: readonly JsonObject[]): string | undefined {
  if (find(annotations, SECURE_PORT) !== undefined) return undefined;
  return env.find((variable) => variable.name === 'ENVOY_SECURE_MERGED_METRICS_PORT' && variable.value && variable.value !== '0')?.value;
}

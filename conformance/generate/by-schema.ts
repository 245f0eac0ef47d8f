import { Draw } from './draw';
import { Shape, Shapes } from './shape';
import { drawn, POOLS } from './values';

type Sort = keyof typeof POOLS;

/** What a string is about, by the name of its field. */
const SORTS: readonly (readonly [RegExp, Sort])[] = [
  [/^(hosts?|authority|sni|targetHost|sniHosts|domainName|allowOrigin|service)$/i, 'host'],
  [/address$|^bind$/i, 'address'], [/subnet|ipBlocks/i, 'cidr'], [/regex/i, 'regex'], [/namespace/i, 'namespace'], [/gateways?$/i, 'gatewayName'],
  [/exportTo/, 'exportTo'], [/header/i, 'header'], [/^(uri|path|prefix|exact|prefixRewrite)$/, 'uri'], [/jwksUri/, 'url'], [/^url$/, 'wasmUrl'], [/principal/i, 'principal'],
  [/protocol/i, 'protocol'], [/certificate|privateKey|caCrl/i, 'path'], [/sha256/, 'sha256'], [/name$|subset|network/i, 'name'], [/timeout|ttl|interval/i, 'duration'], [/label/i, 'labelValue'],
];

/** Values made from nothing but the notation: of the right structure, in any combination. */
export class SchemaDrawer {
  public constructor(private readonly shapes: Shapes, private readonly draw: Draw) {}

  public value(shape: Shape, name: string, depth = 0): unknown {
    const { draw } = this;
    if (shape.nullable && draw.chance(0.05)) return null;
    switch (shape.is) {
      case 'message': return this.message(shape, depth);
      case 'enum': return draw.pick(shape.words);
      case 'list': return draw.list(shape.facts.minItems ?? 0, Math.min(2, shape.facts.maxItems ?? 2), () => this.value(shape.item, name, depth + 1));
      case 'map': return Object.fromEntries(draw.list(shape.facts.minProperties ?? 0, 2, () => [this.key(name), this.value(shape.item, name, depth + 1)]));
      default: return this.scalar(shape, name);
    }
  }

  private message(shape: Shape & { is: 'message' }, depth: number): object {
    const { draw } = this;
    const { fields, required = [], atMostOne = [] } = shape.message;
    const likely = depth === 0 ? 0.5 : depth < 4 ? 0.35 : 0.12;
    const chosen = new Set<string>(Object.keys(fields).filter((name) => required.includes(name) || draw.chance(likely)));
    for (const group of atMostOne as string[][]) {
      const there = group.filter((name) => chosen.has(name));
      const kept = there.length > 0 ? draw.pick(there) : undefined;
      for (const name of there) if (name !== kept) chosen.delete(name);
    }
    return Object.fromEntries([...chosen].map((name) => [name, this.value(this.shapes.of(fields[name]), name, depth + 1)]));
  }

  private key(name: string): string {
    if (/mtls/i.test(name)) return this.draw.pick(['80', '8080']);
    if (/header/i.test(name)) return drawn(this.draw, 'header');
    if (/^ports$/.test(name)) return drawn(this.draw, 'portName');
    return drawn(this.draw, 'labelKey');
  }

  private scalar({ type, name: scalar, facts }: Shape & { is: 'scalar' }, name: string): unknown {
    const { draw } = this;
    switch (type) {
      case 'boolean': return draw.chance(0.5);
      case 'object': return { key: 'value', number: 1, list: [true, null] };
      case 'any': return 'any';
      case 'int-or-string': return draw.pick<unknown>([5, '5']);
      case 'integer': case 'number': {
        const from = facts.minimum ?? (scalar === 'port' ? 1 : 0);
        const to = Math.min(facts.maximum ?? 100, scalar === 'port' || /port|number/i.test(name) ? 65535 : 1000);
        return draw.chance(0.5) ? draw.int(from, Math.min(to, from + 100)) : draw.int(from, to);
      }
      default: break;
    }
    if (scalar === 'duration') return drawn(draw, 'duration');
    if (scalar === 'seconds') return draw.pick(['5s', '0.500s', '3600s']);
    if (scalar === 'timestamp') return '2024-01-02T03:04:05Z';
    if (scalar === 'bytes') return 'c29ycnk=';
    const sort = SORTS.find(([pattern]) => pattern.test(name))?.[1];
    return drawn(draw, sort ?? 'text');
  }
}


import { installerType, UNCHECKED } from './installer-types';
import { kubernetesShape } from './kubernetes-shape';
import { LATER } from './later';
import { FieldsShape, Shape } from './shape-types';
import { Bundle, Field } from '../../resources/bundle';

/** How values of schema/ are checked, by their types there. Limits of theirs that only Kubernetes and Istio know are left to them. */
const VALUES: Readonly<Record<string, Shape>> = {
  'any': 'anything',
  'address-ranges': 'addressRanges',
  'boolean': 'boolean',
  'bytes': 'string',
  'double': 'number',
  'duration': 'duration',
  'host': 'string',
  'int-or-string': 'integerOrString',
  'int32': 'integer',
  'int64': 'integerOrString',
  'integer': 'integer',
  'number': 'number',
  'object': { map: 'anything' },
  'percentage': 'number',
  'port': 'natural',
  'port-list': 'ports',
  'scalar': 'scalar',
  'seconds': 'duration',
  'string': 'string',
  'struct': { map: 'anything' },
  'timestamp': 'string',
  'uint32': 'natural',
  'uint64': 'integerOrString',
};

/** Messages of which nothing is read where they are not given: components of the installer, and requests of containers. */
const REMOVABLE = ['BaseComponent', 'InstallComponent', 'KubernetesValues', 'ResourceValues'];

/** Shapes of what schema/ defines. A message is made into a shape once, when it is first met. */
export class Shapes {
  private readonly messages = new Map<string, FieldsShape>();

  /**
   * @param schema what is known
   * @param later what of it is not rendered yet, by message
   * @param asInstaller whether values are checked as the installer checks them too, which asks more than charts do
   */
  public constructor(private readonly schema: Bundle, private readonly later: typeof LATER = LATER, private readonly asInstaller = false) {}

  /** The shape of a type of the notation: of a message, an enum, or a value with suffixes. */
  public type(type: string): Shape {
    if (type.endsWith('?')) return this.type(type.slice(0, -1));
    if (type.endsWith('[]')) return { list: this.type(type.slice(0, -2)) };
    if (type.endsWith('{}')) return { map: this.type(type.slice(0, -2)) };
    const { enums, messages } = this.schema;
    if (this.asInstaller && UNCHECKED.includes(type)) return new Shapes(this.schema, this.later).type(type);
    if (messages[type] !== undefined) return this.message(type);
    const found = enums[type] ?? VALUES[type];
    if (found === undefined) throw new Error(`schema/ has no type "${type}". Define it, or correct the name.`);
    return found;
  }

  /**
   * The shape of what a chart may be given: its own values, those of its component without their name, and the values of all charts,
   * which it passes over. The standalone gateway takes its own alone.
   */
  public chart(name: string): FieldsShape {
    const own = this.message(name);
    if (name === 'GatewayChartValues') return own;
    const { flat, fields } = this.schema.messages[name];
    const component = flat === undefined ? undefined : this.field((fields as Readonly<Record<string, Field>>)[flat]);
    const all = [this.message('InstallValues'), own, ...(typeof component === 'object' && 'fields' in component ? [component] : [])];
    const members: { [field: string]: Shape } = {};
    for (const { fields: some } of all) Object.defineProperties(members, Object.getOwnPropertyDescriptors(some));
    return { fields: members, choices: all.flatMap(({ choices }) => choices), removable: false };
  }

  private message(name: string): FieldsShape {
    const known = this.messages.get(name);
    if (known !== undefined) return known;
    const { fields, aliases = {}, atMostOne = [] } = this.schema.messages[name];
    const members: { [name: string]: Shape } = {};
    const shape = { fields: members, choices: atMostOne, removable: REMOVABLE.includes(name) };
    this.messages.set(name, shape);
    const later = this.later[name] ?? [];
    const ofKubernetes = name === 'KubernetesValues' ? kubernetesShape('KubernetesResources') as FieldsShape : undefined;
    for (const [field, facts] of Object.entries<Field>(fields)) {
      // A message may be wide, and little of it is asked for: its fields are looked at one by one.
      Object.defineProperty(members, field, {
        enumerable: true,
        configurable: true,
        get: () => {
        // What schema/ leaves open is a type of Kubernetes.
          const open = /^struct\b/.test(typeof facts === 'string' ? facts : facts.is);
          if (later.includes(field)) return 'later';
          const asked = this.asInstaller ? installerType(name, field) : undefined;
          return asked ?? (open ? ofKubernetes?.fields[field] : undefined) ?? this.field(facts);
        },
      });
    }
    for (const [alias, field] of Object.entries<string>(aliases)) {
      Object.defineProperty(members, alias, { enumerable: false, configurable: true, get: () => members[field] });
    }
    return shape;
  }

  private field(field: Field): Shape {
    if (typeof field === 'string') return this.type(field);
    if (field.list !== undefined) return { list: this.field(field.list) };
    if (field.map !== undefined) return { map: this.field(field.map) };
    const shape = field.is === 'string' && field.as === 'duration' ? 'duration' : this.type(field.is);
    // What a chart itself writes may be written: an empty text is no word, and means that nothing was chosen.
    return Array.isArray(shape) && field.default === '' ? ['', ...shape] : shape;
  }
}

import { Code, callOf, GLOBAL, MEMBERS, SETS } from './functions';
import { CelNode, parseCel } from './parser';
import { agree, CelType, fieldName, isNumber, isPlain, isTime, typeOfSchema, typeWords } from './types';

/** An expression as the code of a TypeScript function of `self`; null for one that needs what was before. */
export interface CompiledCel {
  readonly code: string | null;
  readonly type: CelType;
}

/**
 * Compiles a CEL expression to TypeScript, with the semantics that the API server gives it. What it cannot compile, it refuses with the
 * text of the expression, so that no rule of a release is lost in silence.
 *
 * @param text the expression
 * @param schema the structural schema of `self`
 */
export function compileCel(text: string, schema: any): CompiledCel {
  try {
    const compiler = new CelCompiler(typeOfSchema(schema));
    const { text: code, type } = compiler.code(parseCel(text), {});
    return { code: compiler.usesOldSelf ? null : `(self: any) => ${code}`, type };
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`schema/: the CEL rule ${JSON.stringify(text)} cannot be compiled: ${message.split('\n')[0]}. Teach schema/tools/cel what it lacks.`);
  }
}

/** Names in reach, each with its code. */
type Scope = Readonly<Record<string, Code>>;

const ARITHMETIC: Readonly<Record<string, string>> = { '+': 'addInt', '-': 'subtractInt', '*': 'multiplyInt', '/': 'divideInt', '%': 'remainderInt' };

class CelCompiler {
  public usesOldSelf = false;
  private names = 0;

  public constructor(private readonly self: CelType) {}

  public code({ op, args }: CelNode, scope: Scope): Code {
    switch (op) {
      case 'value': return literal(args);
      case 'id': return this.name(args, scope);
      case '.': return this.field(this.code(args[0], scope), args[1]);
      case '[]': return this.item(this.code(args[0], scope), this.code(args[1], scope));
      case 'call': return this.call(args[0], args[1], scope);
      case 'rcall': return this.member(args[0], args[1], args[2], scope);
      case 'list': return this.list(args, scope);
      case 'map': return this.map(args, scope);
      case '?:': return this.choice(args, scope);
      case '&&': case '||': return this.logic(op, args, scope);
      case '!_': return this.not(this.code(args, scope));
      case '-_': return this.minus(this.code(args, scope));
      case '==': case '!=': return this.equality(op, this.code(args[0], scope), this.code(args[1], scope));
      case '<': case '<=': case '>': case '>=': return this.order(op, this.code(args[0], scope), this.code(args[1], scope));
      case 'in': return this.membership(this.code(args[0], scope), this.code(args[1], scope));
      case '+': case '-': case '*': case '/': case '%': return this.arithmetic(op, this.code(args[0], scope), this.code(args[1], scope));
      default: throw new Error(`the operator ${op} is not known`);
    }
  }

  private name(name: string, scope: Scope): Code {
    if (name === 'oldSelf') {
      this.usesOldSelf = true;
      return { text: 'oldSelf', type: this.self, throws: false };
    }
    if (name === 'self') return { text: converted('self', this.self), type: this.self, throws: isTime(this.self) };
    if (!Object.hasOwn(scope, name)) throw new Error(`the name ${name} is not known`);
    return scope[name];
  }

  private field(holder: Code, spelling: string): Code {
    const { name, type } = this.fieldOf(holder, spelling);
    return { text: converted(`cel.field(${holder.text}, ${JSON.stringify(name)})`, type), type, throws: true };
  }

  /** The name of a field behind its spelling in a rule, and its type. */
  private fieldOf({ type }: Code, spelling: string): { readonly name: string; readonly type: CelType } {
    if (type === 'dyn') return { name: spelling, type: 'dyn' };
    if (typeof type === 'object' && 'map' in type) return { name: spelling, type: type.map };
    if (typeof type !== 'object' || !('message' in type)) throw new Error(`a ${typeWords(type)} has no fields`);
    const name = fieldName(spelling);
    const schema = type.message.properties[name];
    if (schema === undefined) throw new Error(`the message has no field ${name}`);
    return { name, type: typeOfSchema(schema) };
  }

  private has(node: CelNode | undefined, scope: Scope): Code {
    if (node?.op !== '.') throw new Error('has() takes a field, as in has(self.name)');
    const holder = this.code(node.args[0], scope);
    const { name } = this.fieldOf(holder, node.args[1]);
    const isMessage = typeof holder.type === 'object' && 'message' in holder.type;
    const text = isMessage ? `(${holder.text}${property(name)} != null)` : `cel.hasKey(${holder.text}, ${JSON.stringify(name)})`;
    return { text, type: 'bool', throws: holder.throws };
  }

  private item(holder: Code, key: Code): Code {
    const { type } = holder;
    const inner = typeof type === 'object' ? ('list' in type ? type.list : 'map' in type ? type.map : undefined) : type === 'dyn' ? 'dyn' : undefined;
    if (inner === undefined) throw new Error(`a ${typeWords(type)} has no items`);
    return { text: converted(`cel.at(${holder.text}, ${key.text})`, inner), type: inner, throws: true };
  }

  private call(name: string, nodes: readonly CelNode[], scope: Scope): Code {
    if (name === 'has') return this.has(nodes[0], scope);
    return this.called(name, GLOBAL, nodes.map((node) => this.code(node, scope)));
  }

  private member(name: string, receiver: CelNode, nodes: readonly CelNode[], scope: Scope): Code {
    const isSets = receiver.op === 'id' && receiver.args === 'sets' && !Object.hasOwn(scope, 'sets');
    if (isSets) return this.called(name, SETS, nodes.map((node) => this.code(node, scope)));
    const target = this.code(receiver, scope);
    const isMacro = Object.hasOwn(MACROS, name) && nodes[0]?.op === 'id' && nodes.length >= 2;
    if (isMacro) return this.macro(name, target, nodes, scope);
    return this.called(name, MEMBERS, [target, ...nodes.map((node) => this.code(node, scope))]);
  }

  private called(name: string, functions: typeof GLOBAL, args: readonly Code[]): Code {
    const overloads = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (overloads === undefined) throw new Error(`the function ${name} is not known`);
    const code = callOf(overloads, args);
    if (code === undefined) throw new Error(`${name} does not take ${args.map(({ type }) => typeWords(type)).join(', ')}`);
    return code;
  }

  private macro(name: string, range: Code, nodes: readonly CelNode[], scope: Scope): Code {
    const item = itemOf(range.type);
    const { function: called, gives } = MACROS[name];
    const parameter = `${nodes[0].args}_${++this.names}`;
    const inner = { ...scope, [nodes[0].args]: { text: converted(parameter, item), type: item, throws: isTime(item) } };
    const bodies = nodes.slice(1).map((node) => this.code(node, inner));
    if (bodies.length > (name === 'map' ? 2 : 1)) throw new Error(`${name} with ${nodes.length} arguments is not known`);
    const lambdas = (bodies.length === 2 ? [bodies[1], bodies[0]] : bodies).map(({ text }) => `(${parameter}: any) => ${lambdaBody(text)}`);
    const type = gives ?? (name === 'map' ? { list: bodies.at(-1)!.type } : { list: item });
    return { text: `cel.${called}(${[range.text, ...lambdas].join(', ')})`, type, throws: range.throws || bodies.some(({ throws }) => throws) };
  }

  private list(nodes: readonly CelNode[], scope: Scope): Code {
    const items = nodes.map((node) => this.code(node, scope));
    const [first] = items;
    if (items.some(({ type }) => !agree(type, first.type))) throw new Error('the items of a list must be of one type');
    return { text: `[${items.map(({ text }) => text).join(', ')}]`, type: { list: first?.type ?? 'dyn' }, throws: items.some(({ throws }) => throws) };
  }

  private map(entries: readonly (readonly [CelNode, CelNode])[], scope: Scope): Code {
    const codes = entries.map((entry) => entry.map((node) => this.code(node, scope)));
    if (codes.some(([key]) => key.type !== 'string')) throw new Error('the keys of a map must be texts');
    const throws = codes.flat().some((code) => code.throws) || codes.some(([key]) => key.literal === undefined);
    return { text: `cel.mapOf(${codes.map(([key, value]) => `[${key.text}, ${value.text}]`).join(', ')})`, type: { map: codes[0]?.[1].type ?? 'dyn' }, throws };
  }

  private choice([condition, yes, no]: readonly CelNode[], scope: Scope): Code {
    const [when, then, otherwise] = [condition, yes, no].map((node) => this.code(node, scope));
    if (!agree('bool', when.type)) throw new Error('the condition of a choice must be true or false');
    if (!agree(then.type, otherwise.type)) throw new Error(`a choice between ${typeWords(then.type)} and ${typeWords(otherwise.type)} has no type`);
    return {
      text: `(${when.text} ? ${then.text} : ${otherwise.text})`,
      type: betterKnown(then.type, otherwise.type),
      throws: when.throws || then.throws || otherwise.throws,
    };
  }

  private logic(op: string, nodes: readonly CelNode[], scope: Scope): Code {
    const [left, right] = nodes.map((node) => this.code(node, scope));
    if (!agree('bool', left.type) || !agree('bool', right.type)) throw new Error(`${op} needs true or false on both sides`);
    // Only where the left side may fail does the right one have to be asked all the same.
    const text = left.throws ? `cel.${op === '&&' ? 'and' : 'or'}(() => ${left.text}, () => ${right.text})` : `(${left.text} ${op} ${right.text})`;
    return { text, type: 'bool', throws: left.throws || right.throws };
  }

  private not(code: Code): Code {
    if (!agree('bool', code.type)) throw new Error('! needs true or false');
    return { ...code, text: `!${code.text}`, type: 'bool', literal: undefined };
  }

  private minus(code: Code): Code {
    if (!isNumber(code.type) && code.type !== 'duration') throw new Error(`- does not take ${typeWords(code.type)}`);
    return { ...code, text: `(-${code.text})`, literal: undefined };
  }

  private equality(op: string, left: Code, right: Code): Code {
    if (!agree(left.type, right.type)) throw new Error(`${typeWords(left.type)} and ${typeWords(right.type)} are never equal`);
    const throws = left.throws || right.throws;
    if (isPlain(left.type) || isPlain(right.type)) return { text: `(${left.text} ${op}= ${right.text})`, type: 'bool', throws };
    return { text: `${op === '!=' ? '!' : ''}cel.equals(${left.text}, ${right.text})`, type: 'bool', throws };
  }

  private order(op: string, left: Code, right: Code): Code {
    if (!agree(left.type, right.type)) throw new Error(`${typeWords(left.type)} and ${typeWords(right.type)} have no order`);
    const isNative = (isNumber(left.type) && isNumber(right.type)) || (isTime(left.type) && isTime(right.type));
    const text = isNative ? `(${left.text} ${op} ${right.text})` : `(cel.compare(${left.text}, ${right.text}) ${op} 0)`;
    return { text, type: 'bool', throws: left.throws || right.throws || left.type === 'dyn' || right.type === 'dyn' };
  }

  private membership(item: Code, holder: Code): Code {
    if (typeof holder.type === 'object' && 'message' in holder.type) throw new Error('in needs a list or a map');
    return { text: `cel.isIn(${item.text}, ${holder.text})`, type: 'bool', throws: item.throws || holder.throws };
  }

  private arithmetic(op: string, left: Code, right: Code): Code {
    const throws = left.throws || right.throws;
    const types = [left.type, right.type];
    const both = (wanted: (type: CelType) => boolean): boolean => types.every(wanted);
    if (both((type) => type === 'int') || both((type) => type === 'uint')) {
      return { text: `cel.${ARITHMETIC[op]}(${left.text}, ${right.text})`, type: left.type, throws: throws || op === '/' || op === '%' };
    }
    if (both((type) => type === 'double') && op !== '%') return { text: `(${left.text} ${op} ${right.text})`, type: 'double', throws };
    if (both(isTime) && (op === '+' || op === '-')) {
      const type = left.type === right.type ? 'duration' : 'timestamp';
      return { text: `(${left.text} ${op} ${right.text})`, type, throws };
    }
    if (op === '+' && both((type) => type === 'string')) return { text: `(${left.text} + ${right.text})`, type: 'string', throws };
    if (op === '+' && both((type) => typeof type === 'object' && 'list' in type) && agree(left.type, right.type)) {
      return { text: `[...${left.text}, ...${right.text}]`, type: betterKnown(left.type, right.type), throws };
    }
    throw new Error(`${typeWords(left.type)} ${op} ${typeWords(right.type)} is not known`);
  }
}

const MACROS: Readonly<Record<string, { readonly function: string; readonly gives?: CelType }>> = {
  all: { function: 'all', gives: 'bool' },
  exists: { function: 'exists', gives: 'bool' },
  exists_one: { function: 'existsOne', gives: 'bool' },
  existsOne: { function: 'existsOne', gives: 'bool' },
  filter: { function: 'filter' },
  map: { function: 'map' },
};

/** What a macro goes over: the items of a list, the keys of a map. */
function itemOf(type: CelType): CelType {
  if (type === 'dyn') return 'dyn';
  if (typeof type === 'object' && 'list' in type) return type.list;
  if (typeof type === 'object' && 'map' in type) return 'string';
  throw new Error(`a ${typeWords(type)} has no items to go over`);
}

function literal(value: any): Code {
  const of = (text: string, type: CelType): Code => ({ text, type, throws: false, literal: value });
  switch (typeof value) {
    case 'string': return of(JSON.stringify(value), 'string');
    case 'boolean': return of(String(value), 'bool');
    case 'bigint': return of(wholeNumber(value), 'int');
    case 'number': return of(String(value), 'double');
    default:
      if (value === null) return of('null', 'null');
      if (value instanceof Uint8Array) throw new Error('literals of bytes are not known');
      return of(wholeNumber(BigInt(value.valueOf())), 'uint');
  }
}

function wholeNumber(value: bigint): string {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) throw new Error(`the number ${value} is too large`);
  return String(value);
}

/** Texts whose format stands for something else are read when they are used. */
function converted(code: string, type: CelType): string {
  if (type === 'bytes') throw new Error('fields with bytes are not known');
  return isTime(type) ? `cel.${type as string}(${code})` : code;
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A body that begins with a brace would be taken for statements. */
function lambdaBody(text: string): string {
  return text.startsWith('{') ? `(${text})` : text;
}

/** Of two types that agree, the one that says more. */
function betterKnown(a: CelType, b: CelType): CelType {
  if (a === 'dyn') return b;
  const isVague = typeof a === 'object' && (('list' in a && a.list === 'dyn') || ('map' in a && a.map === 'dyn'));
  return isVague ? b : a;
}

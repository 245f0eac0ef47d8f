import { checkLiteral } from './literals';
import { CelError, Token, tokensOf } from './tokens';

/** What is known of an expression once it is read: enough to tell whether a macro takes it, and how deep it is nested. */
interface Node {
  readonly kind: 'identifier' | 'select' | 'other';
  readonly name?: string;
  readonly depth: number;
}

const LONGEST = 100_000;
const DEEPEST = 250;

/** Words that no variable or function may have for a name. */
const RESERVED: ReadonlySet<string> = new Set([
  'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void',
  'while',
]);

/** Macros over lists and maps, with the numbers of arguments that make a call one of them; the first argument is a variable. */
const MACROS: Readonly<Record<string, readonly number[]>> = {
  all: [2], exists: [2], exists_one: [2], map: [2, 3], filter: [2],
};

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const PRODUCTS: ReadonlySet<string> = new Set(['*', '/', '%']);
const SUMS: ReadonlySet<string> = new Set(['+', '-']);

type Rule = 'expression' | 'relation' | 'calculation' | 'member';

/**
 * Reads an expression of the Common Expression Language as cel-go's parser does, with its macros and its limits. Types and names are
 * not looked at: neither does Istio.
 */
export function checkSyntax(expression: string): void {
  const length = expression.length > LONGEST ? [...expression].length : expression.length;
  if (length > LONGEST) throw new CelError(`it has ${length} characters, of which ${LONGEST} are read`);
  new Parser(tokensOf(expression)).parse();
}

class Parser {
  private next = 0;
  /** How many applications of each rule are open. */
  private readonly open: Record<Rule, number> = { expression: 0, relation: 0, calculation: 0, member: 0 };

  public constructor(private readonly tokens: readonly Token[]) {}

  public parse(): void {
    const { depth } = this.expression();
    if (this.token.kind !== 'end') this.unexpected();
    if (depth > DEEPEST) throw new CelError(`it is nested more than ${DEEPEST} deep`);
  }

  private get token(): Token {
    return this.tokens[this.next];
  }

  private peek(text: string, ahead = 0): boolean {
    const token = this.tokens[this.next + ahead];
    return token?.kind === 'operator' && token.text === text;
  }

  private take(text: string): boolean {
    const taken = this.peek(text);
    if (taken) this.next++;
    return taken;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.unexpected(`; a ${text} is missing`);
  }

  private unexpected(more = ''): never {
    const { kind, text, at } = this.token;
    throw new CelError(kind === 'end' ? `it ends too soon${more}` : `${JSON.stringify(text)} is out of place at character ${at + 1}${more}`);
  }

  /** Runs a rule, which is open until it is over. */
  private within(rule: Rule, read: () => Node): Node {
    if (++this.open[rule] > DEEPEST) throw new CelError(`it is nested more than ${DEEPEST} deep`);
    const node = read();
    this.open[rule]--;
    return node;
  }

  private expression(): Node {
    return this.within('expression', () => {
      const condition = this.chain('||', () => this.chain('&&', () => this.relation(1)));
      if (!this.take('?')) return condition;
      const yes = this.chain('||', () => this.chain('&&', () => this.relation(1)));
      this.expect(':');
      return over(condition, yes, this.expression());
    });
  }

  private chain(operator: string, operand: () => Node): Node {
    const first = operand();
    let depth = first.depth;
    if (!this.peek(operator)) return first;
    while (this.take(operator)) depth = Math.max(depth, operand().depth);
    return { kind: 'other', depth };
  }

  private relation(precedence: number): Node {
    return this.within('relation', () => {
      let node = this.calculation(1);
      while (precedence <= 1 && this.token.kind === 'operator' && RELATIONS.has(this.token.text)) {
        this.next++;
        node = over(node, this.relation(2));
      }
      return node;
    });
  }

  private calculation(precedence: number): Node {
    return this.within('calculation', () => {
      let node = this.unary();
      for (let level = this.level(); level >= precedence; level = this.level()) {
        this.next++;
        node = over(node, this.calculation(level + 1));
      }
      return node;
    });
  }

  /** How strongly the operator at hand binds; 0 for what is none. */
  private level(): number {
    const { kind, text } = this.token;
    if (kind !== 'operator') return 0;
    return PRODUCTS.has(text) ? 2 : SUMS.has(text) ? 1 : 0;
  }

  private unary(): Node {
    const operator = this.peek('!') ? '!' : '-';
    if (!this.peek(operator) || (operator === '-' && this.isNumber(1))) return this.member();
    let count = 0;
    while (this.take(operator)) count++;
    const node = this.member();
    return count % 2 === 0 ? node : { kind: 'other', depth: node.depth };
  }

  private isNumber(ahead: number): boolean {
    const kind = this.tokens[this.next + ahead]?.kind;
    return kind === 'int' || kind === 'double';
  }

  private member(): Node {
    return this.within('member', () => {
      let node = this.primary();
      for (;;) {
        if (this.take('.')) {
          node = this.selection(node);
        } else if (this.take('[')) {
          node = over(node, this.expression());
          this.expect(']');
        } else {
          return node;
        }
      }
    });
  }

  private selection(operand: Node): Node {
    const { kind, text } = this.token;
    if (kind !== 'identifier' && kind !== 'escaped') this.unexpected();
    this.next++;
    if (kind === 'escaped' || !this.take('(')) return { kind: 'select', depth: operand.depth + 1 };
    const parameters = this.arguments();
    if (Object.hasOwn(MACROS, text) && MACROS[text].includes(parameters.length)) {
      const [variable] = parameters;
      if (variable.kind !== 'identifier') throw new CelError(`the first argument of ${text} is not the name of a variable`);
      if (variable.name === '__result__') throw new CelError(`__result__ is not free to be the variable of ${text}`);
    }
    return over(operand, ...parameters);
  }

  private arguments(): Node[] {
    const parameters: Node[] = [];
    if (this.take(')')) return parameters;
    do parameters.push(this.expression()); while (this.take(','));
    this.expect(')');
    return parameters;
  }

  private primary(): Node {
    if (this.take('(')) {
      const node = this.expression();
      this.expect(')');
      return node;
    }
    if (this.take('[')) return this.collection(']', () => this.expression());
    if (this.take('{')) {
      return this.collection('}', () => {
        const key = this.expression();
        this.expect(':');
        return deepest(key, this.expression());
      });
    }
    return this.token.kind === 'identifier' || this.peek('.') ? this.named() : this.literal();
  }

  /** The items of a list, map or message, after which a comma may stand. */
  private collection(end: string, item: () => Node): Node {
    const items: Node[] = [];
    if (!this.peek(end) && !this.peek(',')) {
      do items.push(item()); while (this.take(',') && !this.peek(end));
    } else {
      this.take(',');
    }
    this.expect(end);
    return deepest(...items);
  }

  private named(): Node {
    const dot = this.take('.') ? '.' : '';
    const { kind, text: name } = this.token;
    if (kind !== 'identifier') this.unexpected();
    if (this.isMessage()) {
      while (!this.take('{')) this.next++;
      return this.collection('}', () => this.field());
    }
    this.next++;
    if (RESERVED.has(name)) throw new CelError(`${name} is a reserved word`);
    if (!this.take('(')) return { kind: 'identifier', name: dot + name, depth: 0 };
    const parameters = this.arguments();
    if (name === 'has' && dot === '' && parameters.length === 1) {
      if (parameters[0].kind !== 'select') throw new CelError('the argument of has is not a field, such as has(a.b)');
      return { kind: 'select', depth: parameters[0].depth };
    }
    return deepest(...parameters);
  }

  /** Whether a name, with dots or without, is followed by the fields of a message. */
  private isMessage(): boolean {
    let ahead = 1;
    while (this.peek('.', ahead) && this.tokens[this.next + ahead + 1].kind === 'identifier') ahead += 2;
    return this.peek('{', ahead);
  }

  private field(): Node {
    if (this.token.kind !== 'identifier' && this.token.kind !== 'escaped') this.unexpected();
    this.next++;
    this.expect(':');
    return this.expression();
  }

  private literal(): Node {
    const negative = this.peek('-') && this.isNumber(1);
    if (negative) this.next++;
    const { token } = this;
    if (token.kind === 'operator' || token.kind === 'escaped' || token.kind === 'end') this.unexpected();
    checkLiteral(token, negative);
    this.next++;
    return { kind: 'other', depth: 0 };
  }
}

/** Something that holds others without being counted itself. */
function deepest(...nodes: readonly Node[]): Node {
  return { kind: 'other', depth: Math.max(0, ...nodes.map(({ depth }) => depth)) };
}

/** Something around others that is counted. */
function over(...nodes: readonly Node[]): Node {
  return { kind: 'other', depth: deepest(...nodes).depth + 1 };
}

import { Imports } from './imports';
import { deprecatedTags, meaningOf, memberText } from './struct';
import { Types, unitOf } from './types';
import { Message } from '../notation';
import { comment, describe, listed, quoted, seeTags } from '../words';

const LONGEST_NAME = 40;
/** Names that a static method cannot have. */
const RESERVED = ['of', 'resolve', 'name', 'length', 'prototype', 'arguments', 'caller'];

/** Groups of fields of which at most one is written. A group of one is no choice. */
export function groupsOf(message: Message): readonly (readonly string[])[] {
  if (message.tagged !== undefined) return [Object.keys(message.tagged.fields)];
  return (message.atMostOne ?? []).filter((group) => group.length > 1);
}

/** Whether a message is a class: because of a choice in it, or since all it does is to hold one value. */
export function isClass(message: Message): boolean {
  return groupsOf(message).length > 0 || message.wrapper === true;
}

/** A message that is a class, with what belongs to it. */
export function choiceText(name: string, message: Message, see: string | undefined, types: Types, imports: Imports): string[] {
  imports.fromFile('src/resources/manifest', 'copyOf');
  if (message.wrapper === true) return [wrapperText(name, message, see, types, imports)];
  return new ChoicePrinter(name, message, see, types, imports).parts();
}

class ChoicePrinter {
  private readonly main: readonly string[];
  /** The groups after the first, by the members that stand for them. */
  private readonly inner: readonly { readonly member: string; readonly type: string; readonly group: readonly string[] }[];
  private readonly others: readonly string[];
  private readonly options: string;

  public constructor(
    private readonly name: string, private readonly message: Message, private readonly see: string | undefined,
    private readonly types: Types, private readonly imports: Imports,
  ) {
    const [main, ...more] = groupsOf(message);
    const names = Object.entries(message.groups ?? {});
    if (names.length !== more.length) {
      throw new Error(`schema/: ${name} has ${more.length} more groups in atMostOne than the first, and ${names.length} under "groups". Name each: a member, and its class.`);
    }
    this.main = main;
    this.inner = more.map((group, at) => ({ member: names[at][0], type: names[at][1], group }));
    this.others = Object.keys(message.fields).filter((field) => ![main, ...more, message.tagged?.by].flat().includes(field));
    this.options = `${name}Options`;
    for (const made of [this.options, ...this.inner.map(({ type }) => type)]) types.claim(made, name);
    if (this.options.length > LONGEST_NAME) {
      throw new Error(`schema/: the name ${this.options} has ${this.options.length} characters. Give ${name} a shorter one.`);
    }
  }

  public parts(): string[] {
    return [
      this.classText(this.name, [this.message.doc ?? `The message \`${this.name}\`.`, this.rule(this.main)], this.main, true),
      ...(this.hasOptions ? [this.optionsText()] : []),
      ...this.inner.map(({ type, group }) => this.classText(type, [`One part of \`${this.name}\`.`, this.rule(group)], group, false)),
    ];
  }

  private get hasOptions(): boolean {
    return this.others.length + this.inner.length > 0;
  }

  private get hasRequired(): boolean {
    return this.others.some((field) => this.message.required?.includes(field));
  }

  private rule(group: readonly string[]): string {
    return `${this.message.exactlyOne === true && group === this.main ? 'One' : 'At most one'} of ${listed(group.map(quoted))} is written.`;
  }

  private classText(name: string, doc: readonly string[], group: readonly string[], takesOptions: boolean): string {
    const withOptions = takesOptions && this.hasOptions;
    const hasNone = takesOptions && this.message.exactlyOne !== true;
    return [
      comment('', doc, seeTags(this.see)),
      `export class ${name} {`,
      [
        ...group.map((field) => this.factory(name, field, withOptions)),
        ...(hasNone ? [this.none(withOptions)] : []),
        constructorText(withOptions ? this.inner.map(({ member }) => member) : []),
        RESOLVE,
      ].join('\n\n'),
      '}\n',
    ].join('\n');
  }

  private factory(name: string, field: string, withOptions: boolean): string {
    const facts = this.message.fields[field];
    if (RESERVED.includes(field) || !/^[a-z][a-zA-Z0-9]*$/.test(field)) {
      throw new Error(`schema/: ${this.name}.${field} cannot be the name of a static method. Leave it out of atMostOne, or change the generator.`);
    }
    // Other languages take the options as named arguments, beside this one.
    const value = withOptions && this.others.includes('value') ? field : 'value';
    const type = this.types.type(facts, this.imports);
    const isFlag = type === 'boolean' && !(withOptions && this.hasRequired);
    const parameters = [isFlag ? `${value}: boolean = true` : `${value}: ${type}`, ...(withOptions ? [this.optionsParameter] : [])];
    return [
      comment('  ', meaningOf(this.name, field, facts, this.types), [
        `@param ${value} ${describe(facts, this.types.schema)}${isFlag ? '; true where it is not given' : ''}`,
        ...(withOptions ? ['@param options the other fields'] : []),
        ...deprecatedTags(facts),
      ]),
      `  public static ${field}(${parameters.join(', ')}): ${name} {`,
      `    return new ${name}({ ${withOptions ? '...options, ' : ''}${this.tag(field)}${field}${value === field ? '' : `: ${value}`} });`,
      '  }',
    ].join('\n');
  }

  /** The field that says which of the others is written, where there is one. */
  private tag(field: string): string {
    const { tagged } = this.message;
    return tagged === undefined ? '' : `${tagged.by}: '${tagged.fields[field]}', `;
  }

  private none(withOptions: boolean): string {
    return [
      comment('  ', [`None of ${listed(this.main.map(quoted))}${withOptions ? ': the other fields alone' : ''}.`], withOptions ? ['@param options the other fields'] : []),
      `  public static of(${withOptions ? this.optionsParameter : ''}): ${this.name} {`,
      `    return new ${this.name}(${withOptions ? 'options ?? {}' : '{}'});`.replace('options ?? {}', this.hasRequired ? 'options' : 'options ?? {}'),
      '  }',
    ].join('\n');
  }

  private get optionsParameter(): string {
    return `options${this.hasRequired ? '' : '?'}: ${this.options}`;
  }

  private optionsText(): string {
    const members = [
      ...this.others.map((field) => memberText(this.name, this.message, field, this.message.fields[field], this.types, this.imports)),
      ...this.inner.map(({ member, type, group }) =>
        `${comment('  ', [`Which of ${listed(group.map(quoted))} is written.`], ['@default - none of them'])}\n  readonly ${member}?: ${type};`),
    ];
    return [
      comment('', [`The fields of \`${this.name}\` beside ${listed(this.main.map(quoted))}.`], seeTags(this.see)),
      `export interface ${this.options} {`,
      members.join('\n\n'),
      '}\n',
    ].join('\n');
  }
}

/** A message that holds one value and nothing else. */
function wrapperText(name: string, message: Message, see: string | undefined, types: Types, imports: Imports): string {
  const [[field, facts], ...more] = Object.entries(message.fields);
  if (more.length > 0) throw new Error(`schema/: ${name} is no wrapper, since it has ${more.length + 1} fields. Take the word away.`);
  const unit = unitOf(facts);
  if (unit !== undefined) imports.fromFile(unit.file, unit.name);
  return [
    comment('', [message.doc ?? `The message \`${name}\`.`], seeTags(see)),
    `export class ${name} {`,
    comment('  ', meaningOf(name, field, facts, types), [`@param value ${describe(facts, types.schema)}`]),
    `  public static of(value: ${unit?.plain ?? types.type(facts, imports)}): ${name} {`,
    `    return new ${name}({ ${field}: ${unit === undefined ? 'value' : `${unit.name}.${unit.maker}(value)`} });`,
    '  }',
    '',
    constructorText([]),
    '',
    RESOLVE,
    '}\n',
  ].join('\n');
}

/** How an instance keeps what it was made from. A part with a class of its own is written beside the other fields. */
function constructorText(parts: readonly string[]): string {
  const fields = parts.length === 0 ? 'fields' : `{ ...others, ${parts.map((part) => `...${part}?.resolve()`).join(', ')} }`;
  return [
    '  private readonly fields: any;',
    '',
    '  private constructor(fields: any) {',
    ...(parts.length === 0 ? [] : [`    const { ${parts.join(', ')}, ...others } = fields;`]),
    `    this.fields = copyOf(${fields});`,
    '  }',
  ].join('\n');
}

const RESOLVE = [
  '  /** The fields as they are written; cdk8s asks for them when it writes the object. */',
  '  public resolve(): any {',
  '    return copyOf(this.fields);',
  '  }',
].join('\n');

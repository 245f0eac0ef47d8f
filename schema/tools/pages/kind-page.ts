import { anchor, limitsOf, typeOf } from './types';
import { namesIn } from '../bundle';
import { groupsOf, isClass } from '../classes/choice';
import { Enum, Field, Kind, Message, Rule } from '../notation';
import { definerOf, Schema } from '../source';
import { listed, quoted } from '../words';

export const GENERATED = '<!-- Generated from schema/ by `npx projen schema`. Do not edit. -->\n';

/** The page of a kind: what it is for, a program that makes one, and all that may be written. */
export function kindPage(kind: Kind, see: string | undefined, program: string, schema: Schema, className: string): string {
  const { messages, enums } = reached(kind.spec, schema);
  const [spec, ...others] = messages;
  return [
    GENERATED,
    `# ${kind.kind}\n`,
    `${kind.doc ?? `The kind ${quoted(kind.kind)}.`}\n`,
    facts(kind, see, className),
    '## Example\n',
    `\`\`\`ts\n${program}\`\`\`\n`,
    '## Spec\n',
    ...placeRules(kind),
    messageText(...spec, schema),
    ...(others.length > 0 ? ['## Messages\n', `${links(others)}\n`] : []),
    ...others.map(([name, message]) => messageText(name, message, schema)),
    ...(enums.length > 0 ? ['## Words\n', `${links(enums)}\n`] : []),
    ...enums.map(([name, enumeration]) => enumText(name, enumeration)),
  ].join('\n');
}

/** What a spec leads to: messages in the order in which one meets them, and enums. */
function reached(spec: Field, schema: Schema): { messages: [string, Message][]; enums: [string, Enum][] } {
  const messages = new Map<string, Message>();
  const enums = new Map<string, Enum>();
  const open = namesIn(spec).map((name) => ({ name, from: schema }));
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { name, from } = next;
    const owner = definerOf(from, name);
    if (owner === undefined || messages.has(name) || enums.has(name)) continue;
    if (owner.enums[name] !== undefined) {
      enums.set(name, owner.enums[name]);
      continue;
    }
    messages.set(name, owner.messages[name]);
    for (const field of Object.values(owner.messages[name].fields)) open.push(...namesIn(field).map((inner) => ({ name: inner, from: owner })));
  }
  return { messages: [...messages], enums: [...enums] };
}

function facts({ group, scope, versions, shortNames }: Kind, see: string | undefined, className: string): string {
  const [first, ...others] = versions.filter(({ served }) => served).map(({ name }) => name);
  return table(['', ''], [
    ['API version', quoted(`${group}/${first}`)],
    ...(others.length > 0 ? [['also served', others.map(quoted).join(', ')]] : []),
    ['scope', scope === 'Namespaced' ? 'a namespace' : 'the cluster'],
    ...(shortNames === undefined ? [] : [['short names', shortNames.map(quoted).join(', ')]]),
    ['class', className],
    ...(see === undefined ? [] : [['more', `<${see}>`]]),
  ]);
}

function messageText(name: string, message: Message, schema: Schema): string {
  return [
    `### ${name}\n`,
    `${message.doc ?? `The message ${quoted(name)}.`}\n`,
    ...makers(name, message),
    ...(Object.keys(message.fields).length === 0 ? [] : [table(['field', 'type', 'meaning', 'where it is not written', 'limits'],
      Object.entries(message.fields).map(([field, given]) => row(field, given, message, schema)))]),
    ...ruleTexts(message),
  ].join('\n');
}

function row(name: string, field: Field, message: Message, schema: Schema): string[] {
  const { doc, unset, deprecated, default: written } = typeof field === 'string' ? { default: undefined } as Partial<Exclude<Field, string>> : field;
  const advice = deprecated === undefined ? [] : [deprecated === true ? 'Istio advises against it.' : `Deprecated: ${deprecated}.`];
  const required = message.required?.includes(name) === true;
  return [
    quoted(name),
    typeOf(field, schema),
    [doc ?? '', ...advice].join(' '),
    required ? '**needed**' : unset ?? (written === undefined ? 'not set' : quoted(JSON.stringify(written))),
    limitsOf(field, schema),
  ];
}

/** How one makes a message that is a class, not a struct. */
function makers(name: string, message: Message): string[] {
  if (!isClass(message)) return [];
  if (message.wrapper === true) return [`Made by ${quoted(`${name}.of(…)`)}.\n`];
  const [main, ...inner] = groupsOf(message);
  const parts = Object.entries(message.groups ?? {});
  return [
    `${message.exactlyOne ? 'One' : 'At most one'} of these: ${listed(main.map((field) => quoted(`${name}.${field}(…)`)))}${
      message.exactlyOne ? '' : `; ${quoted(`${name}.of(…)`)} makes one without them`}.\n`,
    ...inner.map((group, at) => `Its option ${quoted(parts[at][0])} is at most one of these: ${
      listed(group.map((field) => quoted(`${parts[at][1]}.${field}(…)`)))}.\n`),
  ];
}

function placeRules({ required, rules, spec }: Kind): string[] {
  const said = [...(rules as readonly Rule[] ?? []), ...(typeof spec === 'string' ? [] : spec.rules ?? [])].map(ruleWords);
  return [
    ...((required as readonly string[] | undefined)?.includes('spec') ? ['A spec is needed.\n'] : []),
    ...(said.length === 0 ? [] : [`${refusals(said)}\n`]),
  ];
}

function ruleTexts(message: Message): string[] {
  const said = [...(message.rules ?? []).map(ruleWords), ...Object.entries(message.fields).flatMap(([name, field]) =>
    rulesIn(field).map((rule) => `${quoted(name)}: ${ruleWords(rule)}`))];
  return said.length === 0 ? [] : [`${refusals(said)}\n`];
}

function refusals(said: readonly string[]): string {
  return ['What a cluster says of an object that breaks a rule:\n', ...said.map((text) => `- ${text}`)].join('\n');
}

function rulesIn(field: Field | undefined): readonly Rule[] {
  if (field === undefined || typeof field === 'string') return [];
  return [...(field.rules ?? []), ...rulesIn(field.list), ...rulesIn(field.map)];
}

/** A rule in the words with which a cluster refuses. */
function ruleWords(rule: Rule): string {
  const [code, message] = Array.isArray(rule) ? rule : [(rule as any).rule, (rule as any).message];
  return message?.replace(/[\\*_[\]<>]/g, '\\$&') ?? quoted(code);
}

function enumText(name: string, { doc, values }: Enum): string {
  const rows = Object.entries(values).map(([word, meaning]) => [quoted(word), meaning ?? '']);
  return [`### ${name}\n`, ...(doc === undefined ? [] : [`${doc}\n`]), table(['word', 'meaning'], rows)].join('\n');
}

function links(named: readonly (readonly [string, unknown])[]): string {
  return named.map(([name]) => `[${name}](${anchor(name)})`).join(' · ');
}

/** A table in Markdown; nothing in a cell ends it early. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].map((text) => `${text}\n`).join('');
}

import { choiceText, isClass } from './choice';
import { enumText } from './enumeration';
import { Imports } from './imports';
import { kindText } from './kind';
import { structText } from './struct';
import { fileNames, Types } from './types';
import { SchemaFile } from '../notation';
import { Schema } from '../source';

const HEADER = '// Generated from schema/ by `npx projen schema`. Do not edit.\n';

/** TypeScript of a module, by the names of the files in its folder: a class a kind, a struct or a class of choices a message, an enum an enum. */
export function classFiles(schema: Schema): Record<string, string> {
  const types = new Types(schema);
  const names = fileNames(schema);
  const files: Record<string, string> = {};
  for (const [place, file] of Object.entries(schema.files)) {
    const text = fileText(names[place], file, types);
    if (text !== undefined) files[`${names[place]}.ts`] = text;
  }
  const exported = Object.keys(files).sort().map((file) => `export * from './${file.slice(0, -'.ts'.length)}';\n`);
  return { ...files, 'kinds.generated.ts': [HEADER, ...exported].join('') };
}

function fileText(name: string, file: SchemaFile, types: Types): string | undefined {
  const messages = Object.entries(file.messages ?? {}).filter(([message]) => types.reached(message));
  const enums = Object.entries(file.enums ?? {}).filter(([message]) => types.reached(message));
  if (messages.length + enums.length === 0) return undefined;
  const imports = new Imports(types.schema.classes, name);
  const parts = [
    ...(file.kind === undefined ? [] : kindText(types.schema.kinds[file.kind], file.see, types, imports)),
    ...messages.flatMap(([message, facts]) =>
      (isClass(facts) ? choiceText(message, facts, file.see, types, imports) : [structText(message, facts, file.see, types, imports)])),
    ...enums.map(([message, facts]) => enumText(message, facts, file.see)),
  ];
  return [HEADER, imports.text, ...parts].filter((part) => part !== '').join('\n');
}

import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { canThrow, sourceFile } from './throwing';

/** The rooms whose methods users call first. */
const ROOMS = ['mesh', 'traffic', 'security', 'gateway', 'control-plane'];

const HIDDEN = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];

const SOURCES = path.join(__dirname, '..', 'src');

/** A public member of the library, with what its doc comment says. */
export interface DocumentedMember {
  /** Class and name, such as "MeshService.calls". */
  readonly place: string;
  /** What the comment says before its first tag. */
  readonly text: string;
  readonly examples: readonly string[];
  /** Its errors: what stands behind each `@throws`. */
  readonly errors: readonly string[];
  /** Whether something below it throws when it is called. */
  readonly canThrow: boolean;
  /** Whether it only tells what is there already: text, a number, or plain data. */
  readonly onlyTells: boolean;
}

/** An interface that users may implement, with its methods and with what its own doc comment shows. */
export interface DocumentedInterface {
  readonly name: string;
  readonly methods: readonly string[];
  readonly examples: readonly string[];
}

/** The public methods, factories and constructors of the exported classes in the rooms of the intent, as their sources document them. */
export function documentedMethods(): DocumentedMember[] {
  return exportedDeclarations(ts.isClassDeclaration).flatMap((declaration) => declaration.members.filter(isPublic).flatMap((member) => (
    ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member) ? [documented(declaration, member)] : [])));
}

/** Public members of these classes, fields and getters too, and methods of interfaces without a doc comment. */
export function silentMembers(): string[] {
  return [
    ...exportedDeclarations(ts.isClassDeclaration).flatMap((one) => (
      one.members.filter(isPublic).filter(isSilent).map((member) => placeOf(one, member)))),
    ...exportedDeclarations(ts.isInterfaceDeclaration).flatMap((one) => (
      one.members.filter(isSilent).map(({ name }) => `${one.name.text}.${name?.getText()}`))),
  ];
}

function isSilent(member: ts.Node): boolean {
  return textOf(member) === '';
}

/** The exported interfaces that have methods. */
export function documentedInterfaces(): DocumentedInterface[] {
  return exportedDeclarations(ts.isInterfaceDeclaration)
    .map((one) => ({ name: one.name.text, methods: one.members.filter(ts.isMethodSignature).map(({ name }) => name.getText()), examples: tags(one, 'example') }))
    .filter(({ methods }) => methods.length > 0);
}

/** Names that the rooms export, also those of types. */
export function exportedNames(): string[] {
  return ROOMS.flatMap((room) => {
    const index = readFileSync(path.join(SOURCES, room, 'index.ts'), 'utf8');
    const whole = [...index.matchAll(/export \* from '\.\/(.+)'/g)].map(([, file]) => readFileSync(path.join(SOURCES, room, `${file}.ts`), 'utf8'));
    return [
      ...[...index.matchAll(/\w+(?=[,\s]*[,}])/g)].map(([name]) => name),
      ...whole.flatMap((text) => [...text.matchAll(/^export (?:abstract )?(?:class|interface|enum) (\w+)/gm)].map(([, name]) => name)),
    ];
  });
}

function exportedDeclarations<T extends ts.ClassDeclaration | ts.InterfaceDeclaration>(isOne: (node: ts.Statement) => node is T & ts.Statement): T[] {
  const exported = new Set(exportedNames());
  return ROOMS.flatMap((room) => {
    const folder = path.join(SOURCES, room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts')).sort();
    return files.flatMap((file) => sourceFile(path.join(folder, file)).statements.filter(isOne))
      .filter(({ name }) => name !== undefined && exported.has(name.text));
  });
}

function documented(declaration: ts.ClassDeclaration, member: ts.MethodDeclaration | ts.ConstructorDeclaration): DocumentedMember {
  const place = placeOf(declaration, member);
  return {
    place,
    text: textOf(member),
    examples: tags(member, 'example'),
    errors: tags(member, 'throws'),
    canThrow: canThrow(member),
    onlyTells: /^(string|boolean|number|any|any\[\]|string\[\]|ReleaseStep)$/.test(member.type?.getText() ?? ''),
  };
}

function placeOf(declaration: ts.ClassDeclaration, member: ts.ClassElement): string {
  return `${declaration.name?.text}.${ts.isConstructorDeclaration(member) ? 'constructor' : member.name?.getText()}`;
}

function isPublic(member: ts.ClassElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) ?? [] : [];
  return !modifiers.some(({ kind }) => HIDDEN.includes(kind)) && !member.name?.getText().startsWith('_');
}

function textOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n').trim();
}

function tags(node: ts.Node, name: string): string[] {
  return ts.getJSDocTags(node)
    .filter((tag) => tag.tagName.text === name)
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```(ts|typescript)?$/gm, '').trim());
}

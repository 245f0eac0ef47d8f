import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const files = new Map<string, ts.SourceFile>();

/** A source file, parsed once. */
export function sourceFile(file: string): ts.SourceFile {
  const known = files.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  files.set(file, known);
  return known;
}

/** What is only called when objects are written, or by validations. */
const LATER = /^(lazily|checks|readOnce|Lazy\.any|produce|validate|render)$/;

const decided = new Map<ts.Node, boolean>();

/**
 * Whether something throws when a function is called: it, or what it calls. Calls are followed as far as names tell: functions and classes of
 * the file and of its imports, and fields of a class whose type stands beside them.
 */
export function canThrow(called: ts.Node): boolean {
  const known = decided.get(called);
  if (known !== undefined) return known;
  decided.set(called, false);
  const found = throwsWithin(called);
  decided.set(called, found);
  return found;
}

function throwsWithin(node: ts.Node): boolean {
  return ts.isThrowStatement(node) || targetsOf(node).some(canThrow)
    || ts.forEachChild(node, (child) => (isLater(child) ? undefined : throwsWithin(child) || undefined)) === true;
}

function isLater(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isMethodDeclaration(node)) return false;
  const { parent } = node;
  if (ts.isCallExpression(parent)) return LATER.test(parent.expression.getText());
  return (ts.isPropertyAssignment(parent) && LATER.test(parent.name.getText())) || ts.isObjectLiteralExpression(parent);
}

/** The functions that a node calls. */
function targetsOf(node: ts.Node): ts.Node[] {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const made = declarationOf(node.expression);
    return made && ts.isClassDeclaration(made) ? made.members.filter(ts.isConstructorDeclaration) : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const { expression } = node;
  if (ts.isIdentifier(expression)) {
    const called = declarationOf(expression);
    return called && ts.isFunctionDeclaration(called) ? [called] : [];
  }
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const owner = classOf(expression.expression);
  return owner?.members.filter((member) => ts.isMethodDeclaration(member) && member.name.getText() === expression.name.text) ?? [];
}

/** The class that an expression has, or is: of `this`, of a name of a class, and of a field. */
function classOf(expression: ts.Expression): ts.ClassDeclaration | undefined {
  if (expression.kind === ts.SyntaxKind.ThisKeyword) return ts.findAncestor(expression, ts.isClassDeclaration);
  if (ts.isIdentifier(expression)) return asClass(declarationOf(expression));
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const owner = classOf(expression.expression);
  const field = [...owner?.members ?? [], ...owner?.members.find(ts.isConstructorDeclaration)?.parameters ?? []]
    .find(({ name }) => name?.getText() === expression.name.text);
  if (field === undefined || !(ts.isPropertyDeclaration(field) || ts.isParameter(field) || ts.isGetAccessorDeclaration(field))) return undefined;
  const { type } = field;
  if (type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return asClass(declarationOf(type.typeName));
  const made = ts.isGetAccessorDeclaration(field) ? undefined : field.initializer;
  return made && ts.isNewExpression(made) && ts.isIdentifier(made.expression) ? asClass(declarationOf(made.expression)) : undefined;
}

function asClass(node: ts.Node | undefined): ts.ClassDeclaration | undefined {
  return node && ts.isClassDeclaration(node) ? node : undefined;
}

/** What a name stands for: a function or class of its file, or of a file of ours that it is imported from. */
function declarationOf(name: ts.Identifier): ts.Node | undefined {
  const file = name.getSourceFile();
  return declared(file, name.text) ?? imported(file, name.text);
}

function declared({ statements }: ts.SourceFile, name: string): ts.Node | undefined {
  return statements.find((one) => (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name?.text === name);
}

function imported(file: ts.SourceFile, name: string): ts.Node | undefined {
  for (const one of file.statements) {
    const from = (ts.isImportDeclaration(one) || ts.isExportDeclaration(one)) && one.moduleSpecifier;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) continue;
    const names = ts.isImportDeclaration(one) ? one.importClause?.namedBindings : one.exportClause;
    if (names && 'elements' in names && !names.elements.some((element) => element.name.text === name)) continue;
    const source = resolved(path.join(path.dirname(file.fileName), from.text));
    if (source === undefined || source.endsWith('.generated.ts')) continue;
    const found = declared(sourceFile(source), name) ?? (names ? imported(sourceFile(source), name) : undefined);
    if (found) return found;
  }
  return undefined;
}

function resolved(place: string): string | undefined {
  return [`${place}.ts`, path.join(place, 'index.ts')].find(existsSync);
}

import { Imports } from './imports';
import { Types } from './types';
import { Kind } from '../notation';
import { comment, seeTags } from '../words';

/** The props and the class of a kind. */
export function kindText(kind: Kind, see: string | undefined, types: Types, imports: Imports): string[] {
  imports.fromPackage('cdk8s', 'ApiObject', 'ApiObjectMetadata', 'GroupVersionKind');
  imports.fromPackage('constructs', 'Construct');
  imports.fromFile('src/resources/manifest', 'manifestOf');
  return [props(kind, types, imports), kindClass(kind, see)];
}

function props({ kind, spec }: Kind, types: Types, imports: Imports): string {
  return [
    comment('', [`What a ${kind} is made from.`]),
    `export interface ${kind}Props {`,
    comment('  ', ['Name, namespace, labels and annotations of the object.'], ['@default - a name made from the path of the construct; namespace and labels of its chart']),
    '  readonly metadata?: ApiObjectMetadata;',
    '',
    comment('  ', [`What the ${kind} says.`]),
    `  readonly spec: ${types.type(spec, imports)};`,
    '}\n',
  ].join('\n');
}

function kindClass({ kind, doc, group, versions }: Kind, see: string | undefined): string {
  return [
    comment('', [doc ?? `The kind ${kind}.`, 'Every field is written as it is given. A JSON patch may change any, also those that have no type here.'], seeTags(see)),
    `export class ${kind} extends ApiObject {`,
    comment('  ', ['The API version and the kind that are written.']),
    '  public static readonly GVK: GroupVersionKind = {',
    `    apiVersion: '${group}/${versions[0].name}',`,
    `    kind: '${kind}',`,
    '  };',
    '',
    comment('  ', ['The object alone, without a chart: for a list, a test, or the object of another kind that holds it.'], ['@param props what it is made from']),
    `  public static manifest(props: ${kind}Props): any {`,
    `    return manifestOf(${kind}.GVK, props);`,
    '  }',
    '',
    comment('  ', [`Adds a ${kind} to a chart.`], ['@param scope the construct that it belongs to', '@param id its name within the scope', '@param props what it is made from']),
    `  public constructor(scope: Construct, id: string, props: ${kind}Props) {`,
    `    super(scope, id, { ...props, ...${kind}.GVK });`,
    '  }',
    '}\n',
  ].join('\n');
}

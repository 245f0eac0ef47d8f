import { Imports } from './imports';
import { Types } from './types';
import { Kind } from '../notation';
import { comment, seeTags } from '../words';

const SCOPE = ['@param scope the construct that it belongs to', '@param id its name within the scope'];

/** The props and the class of a kind. */
export function kindText(kind: Kind, see: string | undefined, types: Types, imports: Imports): string[] {
  imports.fromPackage('cdk8s', 'ApiObject', 'ApiObjectMetadata', 'GroupVersionKind');
  imports.fromPackage('constructs', 'Construct');
  imports.fromFile('src/resources/manifest', 'addManifest', 'copyOf', 'isOfKind', 'manifestOf');
  imports.fromFile('src/resources/object-reference', 'ObjectReference');
  imports.fromFile('src/resources/validation/at-synthesis', 'validated');
  if (kind.scope === 'Cluster') imports.fromFile('src/resources/manifest', 'ofCluster');
  return [propsText(kind, types, imports), classText(kind, see, types.schema.name)];
}

function propsText({ kind, spec }: Kind, types: Types, imports: Imports): string {
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

function classText({ kind, doc, group, scope, versions }: Kind, see: string | undefined, module: string): string {
  const namespaced = scope === 'Namespaced';
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
    comment('  ', [
      `Adds a ${kind} to a chart from plain data, such as a YAML document, and writes it as it is given.`,
      'A field that the kind does not have is an error, wherever it stands; all of them are named at once. So is a status, which Istio alone writes.',
    ], [...SCOPE, '@param manifest the object as plain data']),
    '  public static fromManifest(scope: Construct, id: string, manifest: any): ApiObject {',
    `    return addManifest(scope, id, ${kind}.GVK, manifest, '${module}');`,
    '  }',
    '',
    comment('  ', [`A ${kind} that is made elsewhere, to be named in other objects.`], [
      '@param name its name', ...(namespaced ? ['@param namespace its namespace; where it is not given, that of the object which names it'] : []),
    ]),
    `  public static fromName(name: string${namespaced ? ', namespace?: string' : ''}): ObjectReference {`,
    `    return ObjectReference.of(${kind}.GVK, name${namespaced ? ', namespace' : ''});`,
    '  }',
    '',
    comment('  ', [`Whether something is a ${kind}, of whichever version and class.`], ['@param construct anything']),
    `  public static is${kind}(construct: any): construct is ApiObject {`,
    `    return isOfKind(construct, ${kind}.GVK);`,
    '  }',
    '',
    comment('  ', [`Adds a ${kind} to a chart.`], [...SCOPE, '@param props what it is made from']),
    `  public constructor(scope: Construct, id: string, props: ${kind}Props) {`,
    `    super(scope, id, { ...copyOf(props), ...${kind}.GVK });`,
    ...(namespaced ? [] : ['    ofCluster(this);']),
    '    validated(this);',
    '  }',
    '}\n',
  ].join('\n');
}

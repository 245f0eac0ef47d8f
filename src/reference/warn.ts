import { IConstruct } from 'constructs';

/** Under which type the warnings about a construct lie in the metadata of its node. */
const WARNING = 'cdk8s-istio:warning';

/** Says on standard error what is likely a mistake and no error, under the construct's path. An app may be synthesized more than once; it is said once. */
export function warnOnce({ node }: IConstruct, text: string): void {
  if (node.metadata.some(({ type, data }) => type === WARNING && data === text)) return;
  node.addMetadata(WARNING, text);
  process.stderr.write(`[${node.path}] warning: ${text}\n`);
}

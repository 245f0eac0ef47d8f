import { IConstruct } from 'constructs';
import { isSuppressed } from './suppressions';

/** Under which type the warnings about a construct lie in the metadata of its node. */
const WARNING = 'cdk8s-istio:warning';

/**
 * Says on standard error what is likely a mistake and no error, under the construct's path. An app may be synthesized more than once; it
 * is said once.
 *
 * @param construct the construct that the warning is about
 * @param text the warning, as `finding()` words it
 * @param code the guard rail that it is; one with a code can be suppressed, if it is said while the app is synthesized
 */
export function warnOnce(construct: IConstruct, text: string, code?: string): void {
  if (isSuppressed(construct, code)) return;
  const { node } = construct;
  const said = code === undefined ? text : `${text} (${code})`;
  if (node.metadata.some(({ type, data }) => type === WARNING && data === said)) return;
  node.addMetadata(WARNING, said);
  process.stderr.write(`[${node.path}] warning: ${said}\n`);
}

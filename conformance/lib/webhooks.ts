import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { KubeObject } from './objects';

const WEBHOOK_KINDS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

/**
 * A YAML text with every webhook that names a Service turned to a port of this machine. The API server calls a Service's webhook at
 * its cluster address, which in a cluster that is none leads off this machine. All other documents stay as they are written.
 */
export function divertWebhooks(text: string, port: number): string {
  return text.split(/^---[ \t]*\n/m).map((document) => {
    if (!WEBHOOK_KINDS.some((kind) => document.includes(kind))) return document;
    const object = load(document, { schema: CORE_SCHEMA }) as KubeObject | undefined;
    if (!WEBHOOK_KINDS.includes(object?.kind ?? '') || !object!.webhooks.some((webhook: any) => webhook.clientConfig.service)) return document;
    const webhooks = object!.webhooks.map((webhook: any) => ({ ...webhook, clientConfig: divert(webhook.clientConfig, port) }));
    return dump({ ...object, webhooks }, { noRefs: true });
  }).join('---\n');
}

function divert(clientConfig: any, port: number): object {
  const { service, ...rest } = clientConfig;
  return service === undefined ? rest : { ...rest, url: `https://127.0.0.1:${port}${service.path ?? '/'}` };
}

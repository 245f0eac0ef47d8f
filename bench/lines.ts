import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Testing } from 'cdk8s';
import { bookinfo } from '../examples/bookinfo/bookinfo';
import { guestbook } from '../examples/guestbook/guestbook';
import { removeProxy } from '../src/injection/remove';
import { printDocuments } from '../src/yaml';

/** The examples whose lines are counted, each with what declares it. How else they could be, which the guestbook has in plans.ts, counts on neither side. */
const PROGRAMS: { readonly [example: string]: (app: App) => unknown } = { bookinfo, guestbook };

/** Lines that a user writes, and lines of YAML that stand for the same. */
export interface Lines {
  readonly example: string;
  readonly written: number;
  readonly yaml: number;
}

/**
 * Lines of each example without blank ones and comments: of its program, and of the YAML that somebody would write by hand in its place.
 * To that belong the application and what Istio is told of it; not the control plane and its gateways, which an installer brings, nor the
 * containers that are injected.
 */
export function countLines(): Lines[] {
  return Object.entries(PROGRAMS).map(([example, declare]) => {
    const app = new App();
    declare(app);
    const objects = app.charts.flatMap((chart) => Testing.synth(chart)).filter(isByHand).map(removeProxy);
    return { example, written: linesOfProgram(example), yaml: said(printDocuments(objects), /^\s*#/) };
  });
}

const GROUPS = /^(networking|security|telemetry|extensions)\.istio\.io\//;

/** Namespaces that a mesh makes for what is installed. */
const INSTALLED = ['istio-system', 'istio-ingress'];

/** What Istio is told, wherever it lies, and all that lies in namespaces of the application. */
function isByHand({ apiVersion, kind, metadata }: any): boolean {
  if (GROUPS.test(apiVersion)) return true;
  const namespace = kind === 'Namespace' ? metadata.name : metadata.namespace;
  return namespace !== undefined && !INSTALLED.includes(namespace);
}

function linesOfProgram(example: string): number {
  const folder = path.join(__dirname, '..', 'examples', example);
  return [`${example}.ts`, 'main.ts'].reduce((sum, file) => sum + said(readFileSync(path.join(folder, file), 'utf8'), /^\s*(\/\/|\/?\*)/), 0);
}

/** How many lines say something. */
function said(text: string, comment: RegExp): number {
  return text.split('\n').filter((line) => line.trim() !== '' && !comment.test(line)).length;
}

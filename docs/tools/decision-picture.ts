/*
 * Draws docs/enrollment.svg: the questions that decide whether a pod gets a proxy, in their order, each with the rule that
 * `cdk8s-istio inject --explain` names. With `--check` nothing is written, and a picture that is out of date is an error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

const FILE = path.join(__dirname, '..', 'enrollment.svg');

type Outcome = 'proxy' | 'none' | 'either';

interface Question {
  readonly asked: string;
  readonly detail: string;
  /** What ends the questions, and in what. */
  readonly answer: string;
  readonly outcome: Outcome;
}

const QUESTIONS: readonly Question[] = [
  { asked: 'Does a webhook of this control plane see the pod?', detail: 'istio.io/rev and istio-injection of the namespace, then istio.io/rev and sidecar.istio.io/inject of the pod', answer: 'no', outcome: 'none' },
  { asked: 'Is the pod on the network of its node?', detail: 'spec.hostNetwork', answer: 'yes', outcome: 'none' },
  { asked: 'Does the namespace belong to Kubernetes itself?', detail: 'kube-system, kube-public, kube-node-lease, local-path-storage', answer: 'yes', outcome: 'none' },
  { asked: 'Does the pod say so itself?', detail: 'sidecar.istio.io/inject: the label, or the annotation where there is no label', answer: '"true" or "false"', outcome: 'either' },
  { asked: 'Does a selector that never injects match?', detail: 'sidecarInjectorWebhook.neverInjectSelector', answer: 'yes', outcome: 'none' },
  { asked: 'Does a selector that always injects match?', detail: 'sidecarInjectorWebhook.alwaysInjectSelector', answer: 'yes', outcome: 'proxy' },
  { asked: 'What is the policy?', detail: 'global.proxy.autoInject', answer: 'disabled', outcome: 'none' },
];

const OUTCOMES: Readonly<Record<Outcome, { readonly title: string; readonly fill: string; readonly line: string }>> = {
  proxy: { title: 'a proxy', fill: '#e3f4e8', line: '#2b7a43' },
  none: { title: 'no proxy', fill: '#fbe9e7', line: '#a5372a' },
  either: { title: 'as it says', fill: '#eef1f6', line: '#4a5a78' },
};

const WIDTH = 900;
const BOX = { x: 20, width: 620, height: 58, step: 86 };
const END = { x: 770, width: 110, height: 34 };

/** The picture. */
export function decisionPicture(): string {
  const height = 20 + QUESTIONS.length * BOX.step + 60;
  const last = 20 + QUESTIONS.length * BOX.step;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="14" role="img">`,
    '<title>Whether a pod gets a proxy: the questions, in their order</title>',
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#4a5a78"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...QUESTIONS.map((question, place) => drawn(question, 20 + place * BOX.step, place + 1 === QUESTIONS.length)),
    box(OUTCOMES.proxy.title, BOX.x + BOX.width / 2 - END.width / 2, last, 'proxy'),
    '</svg>',
    '',
  ].join('\n');
}

function drawn({ asked, detail, answer, outcome }: Question, y: number, isLast: boolean): string {
  const middle = y + BOX.height / 2;
  const center = BOX.x + BOX.width / 2;
  const onward = isLast ? 'enabled' : answer === 'no' ? 'yes' : 'no';
  return [
    `<rect x="${BOX.x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="#f7f8fa" stroke="#4a5a78"/>`,
    `<text x="${BOX.x + 16}" y="${y + 24}" font-weight="bold" fill="#1d2536">${escaped(asked)}</text>`,
    `<text x="${BOX.x + 16}" y="${y + 44}" font-size="11.5" fill="#4a5a78">${escaped(detail)}</text>`,
    `<path d="M${BOX.x + BOX.width} ${middle}H${END.x}" stroke="#4a5a78" marker-end="url(#tip)"/>`,
    `<text x="${(BOX.x + BOX.width + END.x) / 2}" y="${middle - 6}" text-anchor="middle" font-size="12" fill="#1d2536">${escaped(answer)}</text>`,
    box(OUTCOMES[outcome].title, END.x, middle - END.height / 2, outcome),
    `<path d="M${center} ${y + BOX.height}V${y + BOX.step}" stroke="#4a5a78" marker-end="url(#tip)"/>`,
    `<text x="${center + 10}" y="${y + BOX.height + 18}" font-size="12" fill="#1d2536">${onward}</text>`,
  ].join('\n');
}

function box(title: string, x: number, y: number, outcome: Outcome): string {
  const { fill, line } = OUTCOMES[outcome];
  return [
    `<rect x="${x}" y="${y}" width="${END.width}" height="${END.height}" rx="17" fill="${fill}" stroke="${line}"/>`,
    `<text x="${x + END.width / 2}" y="${y + 22}" text-anchor="middle" fill="${line}">${title}</text>`,
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

if (process.argv.includes('--check')) {
  if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== decisionPicture()) throw new Error('Out of date: docs/enrollment.svg. Run: npx projen docs:enrollment');
} else {
  writeFileSync(FILE, decisionPicture());
}

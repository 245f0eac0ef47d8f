import { InjectionSettings } from './settings';
import { templatesOf } from './templates';

const USER = ['sidecar.istio.io/userVolume', 'sidecar.istio.io/userVolumeMount'];
const DATADOG = 'apm.datadoghq.com/env';

/** What is wrong with annotations that hold JSON which a template goes through: volumes, mounts, and variables for a tracer. */
export function refusedJson(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): string[] {
  const templates = templatesOf(annotations, settings);
  const names = [
    ...(templates.some((name) => name === 'sidecar' || name === 'grpc-agent') ? USER : []),
    ...(templates.includes('sidecar') && settings.values.global?.proxy?.tracer === 'datadog' ? [DATADOG] : []),
  ];
  return names.flatMap((name) => {
    const text = annotations[name];
    if (text === undefined || text === '' || fits(text, name === DATADOG)) return [];
    const form = name === DATADOG ? 'a JSON object of texts, such as {"DD_ENV":"prod"}' : 'a JSON object of named things, such as {"scratch":{"emptyDir":{}}}';
    return [`Annotation ${name} is ${JSON.stringify(text)}. It takes ${form}.`];
  });
}

function fits(text: string, ofTexts: boolean): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).every((item) => (ofTexts ? typeof item !== 'object' : typeof item === 'object' && item !== null && Object.keys(item).length > 0));
}

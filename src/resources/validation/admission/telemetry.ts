import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { celFlaw } from './common/cel';
import { chosen, entries, given, messages } from './common/read';
import { Report } from './common/report';
import { checkSelector } from './common/selectors';
import { checkTargets } from './common/target-refs';

/** What is measured, traced and logged, and where it goes. */
export const checkTelemetry: AdmissionCheck = (_object, spec, place, report) => {
  checkTargets(spec, place, report);
  checkSelector(spec, place, report);
  messages(spec.metrics).forEach((metrics, index) => checkMetrics(metrics, place.at('metrics').at(index), report));
  const tracing = messages(spec.tracing);
  if (tracing.length > 1) {
    report.warning(place.at('tracing'), spec.tracing, `Of ${tracing.length} entries for tracing, Istio reads one`, 'Keep one entry');
  }
  tracing.forEach((entry, index) => checkTracing(entry, place.at('tracing').at(index), report));
  messages(spec.accessLogging).forEach((logging, index) => checkLogging(logging, place.at('accessLogging').at(index), report));
};

function checkProviders(providers: readonly any[] | null | undefined, place: Place, report: Report): void {
  messages(providers).forEach(({ name }, index) => {
    if (!name) report.error(place.at(index).at('name'), name, 'The provider has no name', 'Name one of meshConfig.extensionProviders');
  });
}

function checkMetrics(metrics: JsonObject, place: Place, report: Report): void {
  checkProviders(metrics.providers, place.at('providers'), report);
  messages(metrics.overrides).forEach((override, index) => {
    const at = place.at('overrides').at(index);
    for (const [name, tag] of entries<JsonObject>(override.tagOverrides)) checkTagOverride(name, tag ?? {}, at.at('tagOverrides'), report);
    const match = override.match;
    if (chosen(match, ['metric', 'customMetric']) === 'customMetric' && match.customMetric === '') {
      report.error(at.at('match').at('customMetric'), '', 'The custom metric has no name', 'Name it, or choose one of Istio\'s with metric');
    }
  });
}

function checkTagOverride(name: string, { operation = 'UPSERT', value }: JsonObject, place: Place, report: Report): void {
  if (name === '') report.warning(place, name, 'A tag of the metric has no name', 'Name the tag');
  const at = place.at(name).at('value');
  if (operation === 'UPSERT' && !value) {
    report.error(at, value, `The tag ${shown(name)} has no value to be set to`, 'Give an expression as the value, or operation REMOVE');
  } else if (operation === 'REMOVE' && value) {
    report.error(at, value, `The tag ${shown(name)} is removed, and has the value ${shown(value)}`, 'Leave the value out, or use operation UPSERT');
  }
}

function checkTracing(tracing: JsonObject, place: Place, report: Report): void {
  const { providers, randomSamplingPercentage: percentage } = tracing;
  if (messages(providers).length > 1) {
    report.warning(place.at('providers'), providers, `Of ${providers.length} providers of traces, Istio uses one`, 'Keep one provider');
  }
  checkProviders(providers, place.at('providers'), report);
  if (percentage < 0 || percentage > 100) {
    report.error(place.at('randomSamplingPercentage'), percentage, `${percentage} % of requests cannot be traced`, 'Give a number from 0 to 100');
  }
  for (const [name, tag] of entries<JsonObject>(tracing.customTags)) checkCustomTag(name, tag ?? {}, place.at('customTags'), report);
}

/** The fields of a tag that exclude each other, in the order of their declaration, and what each must say. */
const TAG_SOURCES = { literal: 'value', environment: 'name', header: 'name', formatter: undefined } as const;

function checkCustomTag(name: string, tag: JsonObject, place: Place, report: Report): void {
  if (name === '') report.error(place, name, 'A tag of the spans has no name', 'Name the tag');
  const source = chosen(tag, Object.keys(TAG_SOURCES) as (keyof typeof TAG_SOURCES)[]);
  const field = source && TAG_SOURCES[source];
  if (source !== undefined && field !== undefined && !tag[source][field]) {
    report.error(place.at(name).at(source).at(field), tag[source][field], `The tag ${shown(name)} has a ${source} without a ${field}`, `Give the ${field}`);
  }
}

function checkLogging(logging: JsonObject, place: Place, report: Report): void {
  checkProviders(logging.providers, place.at('providers'), report);
  if (!given(logging.filter)) return;
  const expression = logging.filter.expression ?? '';
  const flaw = celFlaw(expression);
  if (flaw !== undefined) {
    report.error(place.at('filter').at('expression'), expression, `${shown(expression)} is not an expression of CEL: ${flaw}`,
      'Write a condition such as "response.code >= 400", or leave the filter out');
  }
}

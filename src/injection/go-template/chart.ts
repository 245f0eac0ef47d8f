import { executeTemplate } from './execute';
import { FunctionTable, GoFunctions, text } from './functions';
import { parseTemplate } from './parser';
import { NOT_HERE, SPRIG } from './sprig';
import { TemplateError } from './syntax';
import { fromJson, GoMap, GoValue, toJson, truth } from './value';
import { define, JsonObject } from '../../reference/json';
import { printYaml } from '../../yaml';

/** What Helm adds to the functions of Sprig, as far as a text needs it. */
const HELM: FunctionTable = {
  toYaml: (of) => printYaml(toJson(of) as JsonObject).trimEnd(),
  required: (message, of) => {
    if (!truth(of)) throw new Error(text(message));
    return of;
  },
};

/** A map as Helm has them: what is not there is null, which cannot be asked for more. */
class ChartMap extends GoMap {
  public get(key: string): GoValue {
    return super.get(key) ?? null;
  }
}

function chartData(value: GoValue): GoValue {
  if (Array.isArray(value)) return value.map(chartData);
  if (!(value instanceof GoMap)) return value;
  const entries: JsonObject = {};
  for (const key of value.keys) define(entries, key, chartData(value.get(key)));
  return new ChartMap(entries);
}

/**
 * A text in the values of a chart that is a template itself, as Helm's `tpl` renders it. What is not there is nothing.
 *
 * @param name of the value, for messages
 * @param data what the template may ask for: `Values`, `Release`, `Chart`
 * @throws with the value's name, the line and the action, if it cannot be read or run
 */
export function renderChartText(name: string, template: string, data: JsonObject): string {
  const functions = new GoFunctions([SPRIG, HELM], NOT_HERE);
  try {
    return executeTemplate(parseTemplate(name, template, (one) => functions.knows(one)), chartData(fromJson(data)), functions).replaceAll('<no value>', '');
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { place, message } = error;
    throw new Error(`The value "${name}" is a template that cannot be run${place ? ` (line ${place.line}, ${place.action})` : ''}: ${message}`);
  }
}

import { chartDefaults } from './defaults';
import { isGiven } from './read';
import { at, isMap, merge } from './tree';
import { JsonObject, JsonValue } from '../../reference/json';
import { nearest } from '../../reference/nearest';
import { ChartName, CHARTS } from '../charts';
import { profileBundle } from '../profile-bundle';

/**
 * The values that a chart is rendered with, as Helm and the chart itself put them together: its defaults, below the profile, below
 * the older release whose behaviour is wanted, below the platform, below what was given. Null, false and what is empty replace what
 * lies below them; maps are merged.
 *
 * @param chart the chart's own name
 * @param given values in the form of a Helm values file, with `profile`, `compatibilityVersion` and `platform` among them
 * @throws if one of these three is not known to charts, a value stands where only the chart itself writes, or the chart refuses it
 */
export function chartValues(chart: ChartName, given: JsonObject): JsonObject {
  refuseInternal(given);
  const { message, prefix, takesGlobals, check } = CHARTS[chart];
  check?.(given);
  const named = namedValues(given);
  let values = merge(chartDefaults(message), named);
  if (takesGlobals) values = merge(merge(values, mapAt(named, 'global')), mapAt(given, 'global'));
  values = merge(values, given);
  return prefix === undefined ? values : merge(values, mapAt(values, prefix));
}

/** What the values given by name stand for: the platform's win over those of the older release, and these over the profile's. */
function namedValues(given: JsonObject): JsonObject {
  const profile = firstGiven(given.profile, at(given, ['global', 'profile']));
  const platform = firstGiven(given.platform, at(given, ['global', 'platform']));
  const version = firstGiven(given.compatibilityVersion);
  return [
    ...(profile === undefined ? [] : [ofName('profile', profile, '')]),
    ...(version === undefined ? [] : [ofName('compatibilityVersion', version, 'compatibility-version-')]),
    ...(platform === undefined ? [] : [ofName('platform', platform, 'platform-')]),
  ].reduce(merge, {});
}

function firstGiven(...values: readonly (JsonValue | undefined)[]): JsonValue | undefined {
  return values.find(isGiven);
}

/** The values of one name. Charts find them by the name of a file, so that a profile may also be called `platform-gke`. */
function ofName(field: string, name: JsonValue, prefix: string): JsonObject {
  const { charts } = profileBundle();
  const file = `${prefix}${String(name)}`;
  if (typeof name === 'string' && Object.hasOwn(charts, file)) return charts[file];
  throw unknownName(field, name, file, prefix, Object.keys(charts));
}

/** Profiles of the installer that charts have no values for. */
const INSTALLER_ONLY: readonly unknown[] = ['default', 'minimal', 'empty', 'openshift', 'openshift-ambient'];

/** What is looked for by each value, in words. */
const WORDS: Readonly<Record<string, string>> = { profile: 'profile', platform: 'platform', compatibilityVersion: 'compatibility version' };

function unknownName(field: string, name: JsonValue, file: string, prefix: string, all: readonly string[]): Error {
  if (typeof name === 'number' && all.includes(file)) {
    return new Error(`The value "${field}" is text, and ${name} is a number. Put it in quotes: "${name}".`);
  }
  const names = all.filter((one) => one.startsWith(prefix) && (prefix !== '' || !/^(platform|compatibility-version)-/.test(one)))
    .map((one) => one.slice(prefix.length)).sort();
  if (field === 'profile' && INSTALLER_ONLY.includes(name)) {
    return new Error(`Charts have no profile ${JSON.stringify(name)} (the value "profile"): it says which components the installer installs. Leave it out of the values, or use one of: ${names.join(', ')}.`);
  }
  const like = nearest(String(name), names);
  const guess = like === undefined ? '' : ` Did you mean "${like}"?`;
  return new Error(`Charts have no ${WORDS[field]} ${JSON.stringify(name)} (the value "${field}").${guess} Use one of: ${names.join(', ')}.`);
}

function mapAt(values: JsonObject, key: string): JsonObject {
  const found = at(values, [key]);
  return isMap(found) ? found : {};
}

/** Names under which charts keep their own defaults; who sets them means the values themselves. */
function refuseInternal(given: JsonObject): void {
  for (const name of ['defaults', '_internal_defaults_do_not_set']) {
    if (Object.hasOwn(given, name) && (name !== 'defaults' || isGiven(given[name]))) {
      throw new Error(`Values below "${name}" are the chart's own. Set them without it: "hub", not "${name}.hub".`);
    }
  }
}

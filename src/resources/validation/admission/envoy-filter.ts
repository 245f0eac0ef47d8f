import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { byteLength } from './common/bytes';
import { chosen, entries, given, messages } from './common/read';
import { regexFlaw } from './common/regexes';
import { Report } from './common/report';
import { checkWorkloadSelector } from './common/workload-selector';
import { extensionsOf } from './envoy/extensions';
import { PatchReader } from './envoy/reader';
import { EnvoyTypes } from './envoy/types';

/** What can be patched: the message that a patch is part of, and what a match can look at. */
interface Target {
  readonly message: string;
  readonly match?: 'listener' | 'routeConfiguration' | 'cluster';
}

const TARGETS: Readonly<Record<string, Target>> = {
  LISTENER: { message: 'envoy.config.listener.v3.Listener', match: 'listener' },
  FILTER_CHAIN: { message: 'envoy.config.listener.v3.FilterChain', match: 'listener' },
  NETWORK_FILTER: { message: 'envoy.config.listener.v3.Filter', match: 'listener' },
  HTTP_FILTER: { message: 'envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter', match: 'listener' },
  LISTENER_FILTER: { message: 'envoy.config.listener.v3.ListenerFilter' },
  ROUTE_CONFIGURATION: { message: 'envoy.config.route.v3.RouteConfiguration', match: 'routeConfiguration' },
  VIRTUAL_HOST: { message: 'envoy.config.route.v3.VirtualHost', match: 'routeConfiguration' },
  HTTP_ROUTE: { message: 'envoy.config.route.v3.Route', match: 'routeConfiguration' },
  CLUSTER: { message: 'envoy.config.cluster.v3.Cluster', match: 'cluster' },
  EXTENSION_CONFIG: { message: 'envoy.config.core.v3.TypedExtensionConfig' },
  BOOTSTRAP: { message: 'envoy.config.bootstrap.v3.Bootstrap' },
};

/** What a match can look at, of which the last that is declared holds. */
const MATCHES = ['listener', 'routeConfiguration', 'cluster', 'waypoint'] as const;
const LONGEST_VERSION = 1024;
const CONNECTION_MANAGER = 'envoy.filters.network.http_connection_manager';
const OLD_CONNECTION_MANAGER = 'envoy.http_connection_manager';

/** Patches of the configuration that istiod makes for Envoy. */
export const checkEnvoyFilter: AdmissionCheck = (_object, spec, place, report) => {
  const selector = spec.workloadSelector;
  if (!checkWorkloadSelector(selector, place.at('workloadSelector'), report)) return;
  report.warning(place, undefined, 'An EnvoyFilter depends on how istiod configures Envoy, which may change with each release',
    'Use another kind where one can say it, and try each upgrade before it is made');
  if (given(selector) && entries(selector.labels).length === 0) {
    report.warning(place.at('workloadSelector'), selector, 'The workloadSelector has no labels, so that it picks every workload of the namespace',
      'Name labels, or leave the selector out');
  }
  messages(spec.configPatches).forEach((change, index) => checkChange(change, place.at('configPatches').at(index), report));
};

function checkChange(change: JsonObject, place: Place, report: Report): void {
  const { applyTo = 'INVALID', match, patch } = change;
  // Istio does not look at patches of waypoints yet.
  if (match?.context === 'WAYPOINT') return;
  if (applyTo === 'INVALID') {
    report.error(place.at('applyTo'), change.applyTo, 'It is not said what is patched', `Use one of ${Object.keys(TARGETS).join(', ')}`);
  } else if (!given(patch)) {
    report.error(place.at('patch'), patch, 'There is no patch', 'Give its operation and value');
  } else if ((patch.operation ?? 'INVALID') === 'INVALID') {
    report.error(place.at('patch').at('operation'), patch.operation, 'The patch has no operation', 'Use MERGE, ADD, REMOVE, INSERT_BEFORE, INSERT_AFTER, INSERT_FIRST or REPLACE');
  } else if (patch.operation !== 'REMOVE' && !given(patch.value)) {
    report.error(place.at('patch').at('value'), patch.value, `The patch has nothing to ${patch.operation}`, 'Give a value, or use operation REMOVE');
  } else if (checkProxyVersion(match?.proxy?.proxyVersion, place.at('match').at('proxy').at('proxyVersion'), report)
    && checkMatch(applyTo, match, place.at('match'), report)) {
    checkValue(applyTo, patch.value, place.at('patch').at('value'), report);
  }
}

/** The answer is false where Istio looks no further. */
function checkProxyVersion(version: string | undefined, place: Place, report: Report): boolean {
  if (!version) return true;
  const length = byteLength(version);
  if (length > LONGEST_VERSION) {
    report.warning(place, version, `The version ${shown(version)} has ${length} bytes, so that it is not looked at`, `Give an expression of at most ${LONGEST_VERSION}`);
    return true;
  }
  const flaw = regexFlaw(version);
  if (flaw !== undefined) report.error(place, version, `${shown(version)} is not a regular expression of RE2: ${flaw}`, 'Write one, such as ^1\\.31');
  return flaw === undefined;
}

/** What is matched must be of the kind that is patched. The answer is false where Istio looks no further. */
function checkMatch(applyTo: string, match: JsonObject | undefined, place: Place, report: Report): boolean {
  const wanted = TARGETS[applyTo]?.match;
  const found = chosen(match, MATCHES);
  if (wanted === undefined || found === undefined) return true;
  if (found !== wanted) {
    report.error(place.at(found), match![found], `A ${found} is matched, and a ${applyTo} is patched`, `Match a ${wanted}, or leave the match out`);
    return wanted !== 'listener';
  }
  const filter = wanted === 'listener' ? match!.listener.filterChain?.filter : undefined;
  return !given(filter) || checkFilterMatch(applyTo, filter, place.at('listener').at('filterChain').at('filter'), report);
}

function checkFilterMatch(applyTo: string, filter: JsonObject, place: Place, report: Report): boolean {
  const { name = '', subFilter } = filter;
  const refuse = (at: Place, value: unknown, problem: string, fix: string): boolean => {
    report.error(at, value, problem, fix);
    return false;
  };
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') {
    report.warning(place, filter, `A filter is matched, which has no effect where a ${applyTo} is patched`, 'Leave the filter out of the match, or patch a NETWORK_FILTER or HTTP_FILTER');
  }
  if (name === '') return refuse(place.at('name'), filter.name, 'The filter that is matched has no name', 'Name it');
  if (given(subFilter)) {
    const at = place.at('subFilter');
    if (applyTo !== 'HTTP_FILTER') {
      return refuse(at, subFilter, `A filter of HTTP is matched, and a ${applyTo} is patched`, 'Patch a HTTP_FILTER, or leave the subFilter out');
    }
    if (name !== CONNECTION_MANAGER && name !== OLD_CONNECTION_MANAGER) {
      return refuse(place.at('name'), name, `The filter ${shown(name)} has no filters in it`, `Match ${CONNECTION_MANAGER}, or leave the subFilter out`);
    }
    if (!subFilter.name) return refuse(at.at('name'), subFilter.name, 'The subFilter that is matched has no name', 'Name it');
  }
  checkFilterName(name, place.at('name'), report);
  checkFilterName(subFilter?.name ?? '', place.at('subFilter').at('name'), report);
  return true;
}

function checkFilterName(name: string, place: Place, report: Report): void {
  const now = name === '' ? undefined : EnvoyTypes.load().newFilterName(name);
  if (now !== undefined) report.warning(place, name, `${shown(name)} is an old name of a filter`, `Write ${shown(now)}`);
}

/** The value of a patch must be what Envoy has at that place, as far as Istio can tell. */
function checkValue(applyTo: string, value: JsonObject | undefined, place: Place, report: Report): void {
  if (!given(value)) return;
  const target = TARGETS[applyTo];
  if (target === undefined) {
    report.error(place, applyTo, `Nothing is known of ${shown(applyTo)}, to which the patch applies`, `Use one of ${Object.keys(TARGETS).join(', ')}`);
    return;
  }
  let sound = true;
  const types = EnvoyTypes.load();
  const reader = new PatchReader(types, {
    error: (...finding) => {
      sound = false;
      report.error(...finding);
    },
    warning: (...finding) => report.warning(...finding),
  });
  reader.read(value, target.message, place);
  if (!sound) return;
  if (reader.strangers.length > 0) warnOfStrangers(reader, report);
  else checkExtensions(value, target.message, types, place, report);
}

function warnOfStrangers({ strangers }: PatchReader, report: Report): void {
  const [{ place, value, message, like }, ...others] = strangers;
  const name = place.steps[place.steps.length - 1];
  const more = others.length === 0 ? '' : ` (there are more such fields: ${others.map((other) => other.place.toString()).join(', ')})`;
  report.warning(place, value, `${shown(name)} is not a field of ${message}${more}`, like === undefined ? 'Remove it, unless your Envoy is newer than this Istio' : `Write ${like}`);
}

function checkExtensions(value: JsonObject, message: string, types: EnvoyTypes, place: Place, report: Report): void {
  const extensions = extensionsOf(value, message, types);
  const frozen = extensions.flatMap(({ type }) => (type !== undefined && types.isFrozen(type.slice(type.lastIndexOf('/') + 1)) ? [type] : []));
  if (frozen.length > 0) {
    report.warning(place, value, `${frozen.join(' and ')} will be removed from Envoy`, 'Use the message that took its place');
  }
  const bare = extensions.filter(({ configured }) => !configured).map(({ name }) => shown(name));
  if (bare.length > 0) {
    report.warning(place, value, `The extension ${bare.join(' and ')} has no typed_config; Envoy will stop to find extensions by their names`,
      'Write its typed_config, with an "@type" where it has nothing else to say');
  }
}

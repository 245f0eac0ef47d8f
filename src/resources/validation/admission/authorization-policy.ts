import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkAttribute, checkAttributeValues } from './common/authorization-attributes';
import { given, messages, texts } from './common/read';
import { Report } from './common/report';
import {
  checkNotEmpty, checkPathTemplates, checkPortTexts, checkServiceAccounts, checkSubnets, checkTrustDomains,
} from './common/security-values';
import { checkSelector } from './common/selectors';
import { checkTargets } from './common/target-refs';

type ListCheck = (values: readonly string[], place: Place, report: Report) => void;

/** The lists of a message, each with what it holds. */
type Lists = ReadonlyMap<string, ListCheck>;

/** The lists of a source. */
const SOURCE: Lists = bothWaysOf({
  principals: checkNotEmpty,
  requestPrincipals: checkNotEmpty,
  namespaces: checkNotEmpty,
  serviceAccounts: checkServiceAccounts,
  trustDomains: checkTrustDomains,
  ipBlocks: checkSubnets,
  remoteIpBlocks: checkSubnets,
});

/** The lists of an operation. */
const OPERATION: Lists = bothWaysOf({
  ports: checkPortTexts,
  methods: checkNotEmpty,
  hosts: checkNotEmpty,
  paths: (values, place, report) => {
    checkNotEmpty(values, place, report);
    checkPathTemplates(values, place, report);
  },
});

/** The lists of a source that say something of plain TCP connections too. */
const TCP_SOURCE = bothWays(['principals', 'namespaces', 'serviceAccounts', 'ipBlocks', 'remoteIpBlocks']);
/** The lists of a source that another program, which is asked, has to look at by itself. */
const NOT_CUSTOM_SOURCE = bothWays(['namespaces', 'serviceAccounts', 'trustDomains', 'principals', 'requestPrincipals']);
/** The lists of a source that exclude service accounts. */
const CALLERS = bothWays(['principals', 'namespaces']);
const ACCOUNTS = bothWays(['serviceAccounts']);
const PORTS = bothWays(['ports']);
const NOT_CUSTOM_KEY = /^(?:source\.(?:namespace|serviceAccount|trustDomain|principal)$|request\.auth\.)/;

/** Who may send which requests to a workload. */
export const checkAuthorizationPolicy: AdmissionCheck = (_object, spec, place, report) => {
  const { action = 'ALLOW' } = spec;
  const rules = messages(spec.rules);
  checkTargets(spec, place, report);
  checkSelector(spec, place, report);
  if (rules.length === 0 && (action === 'CUSTOM' || action === 'DENY')) {
    report.error(place.at('rules'), spec.rules, `A policy with action ${action} and no rules never takes effect`, 'Add a rule; {} is one for all requests');
  }
  checkProvider(spec, action, rules.length > 0, place.at('provider'), report);
  rules.forEach((rule, index) => {
    const at = place.at('rules').at(index);
    if (action === 'CUSTOM') checkCustom(rule, at, report);
    checkRule(rule, action === 'DENY', at, report);
  });
};

/** The names of lists, and of those that say what must not be. */
function bothWays(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `not${name[0].toUpperCase()}${name.slice(1)}`]);
}

function bothWaysOf(lists: Readonly<Record<string, ListCheck>>): Lists {
  return new Map(Object.entries(lists).flatMap(([name, check]) => bothWays([name]).map((field) => [field, check] as const)));
}

function has(message: JsonObject, names: readonly string[]): boolean {
  return names.some((name) => texts(message[name]).length > 0);
}

function checkProvider({ provider }: JsonObject, action: string, hasRules: boolean, place: Place, report: Report): void {
  if (action === 'CUSTOM') {
    if (hasRules && !provider?.name) {
      report.error(place.at('name'), provider?.name, 'There is no provider to ask', 'Name one of meshConfig.extensionProviders');
    }
  } else if (given(provider)) {
    report.error(place, provider, `A policy with action ${action} asks no provider`, 'Remove it, or use action CUSTOM');
  }
}

/** What a provider is not asked about. */
function checkCustom(rule: JsonObject, place: Place, report: Report): void {
  const fix = 'Leave it to the provider, or use a policy with another action';
  messages(rule.from).forEach(({ source }, index) => NOT_CUSTOM_SOURCE.forEach((name) => {
    const values = texts(source?.[name]);
    if (values.length > 0) {
      report.error(place.at('from').at(index).at('source').at(name), values, `A policy with action CUSTOM cannot ask for ${name} (${shown(values)})`, fix);
    }
  }));
  messages(rule.when).forEach(({ key = '' }, index) => {
    if (NOT_CUSTOM_KEY.test(key)) {
      report.error(place.at('when').at(index).at('key'), key, `A policy with action CUSTOM cannot ask for ${key}`, fix);
    }
  });
}

function checkRule(rule: JsonObject, denies: boolean, place: Place, report: Report): void {
  const sources = messages(rule.from).map((from, index) => checkSource(from.source, place.at('from').at(index).at('source'), report));
  const operations = messages(rule.to).map((to, index) => checkOperation(to.operation, place.at('to').at(index).at('operation'), report));
  messages(rule.when).forEach((condition, index) => checkCondition(condition, place.at('when').at(index), report));
  if (!denies) return;
  const [from, to] = [sources.filter(given), operations.filter(given)];
  const blind = to.length > 0 ? !to.some((operation) => has(operation, PORTS)) : from.length > 0 && !from.some((source) => has(source, TCP_SOURCE));
  if (blind) {
    report.warning(place, rule, 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports',
      'Say in to.operation.ports which ports it is for');
  }
}

/** Checks the lists of a message, of which one at least is given. */
function checkLists(message: JsonObject, what: string, lists: Lists, place: Place, report: Report): void {
  let said = false;
  for (const [field, check] of lists) {
    const values = texts(message[field]);
    said ||= values.length > 0;
    if (values.length > 0) check(values, place.at(field), report);
  }
  if (!said) report.error(place, message, `The ${what} says nothing`, 'Name what is to match, or leave the item out');
}

function checkSource(source: JsonObject | undefined, place: Place, report: Report): JsonObject | undefined {
  if (!given(source)) {
    report.error(place, undefined, 'There is no source', 'Name what the caller must be, or leave the item out');
    return undefined;
  }
  if (has(source, ACCOUNTS) && has(source, CALLERS)) {
    report.error(place, source, 'Service accounts are asked for together with principals or namespaces', 'Keep one way to name the callers');
  }
  checkLists(source, 'source', SOURCE, place, report);
  return source;
}

function checkOperation(operation: JsonObject | undefined, place: Place, report: Report): JsonObject | undefined {
  if (!given(operation)) {
    report.error(place, undefined, 'There is no operation', 'Name what the request must be, or leave the item out');
    return undefined;
  }
  checkLists(operation, 'operation', OPERATION, place, report);
  return operation;
}

function checkCondition(condition: JsonObject, place: Place, report: Report): void {
  const { key = '' } = condition;
  const values = texts(condition.values);
  const notValues = texts(condition.notValues);
  if (!checkAttribute(key, place.at('key'), report)) return;
  if (values.length + notValues.length === 0) {
    report.error(place.at('values'), condition.values, `There is no value to compare ${key} with`, 'Give values or notValues');
  }
  checkAttributeValues(key, values, place.at('values'), report);
  checkAttributeValues(key, notValues, place.at('notValues'), report);
}

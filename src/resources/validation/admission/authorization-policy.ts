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

/** What the lists of a source hold. */
const SOURCE: Readonly<Record<string, ListCheck>> = {
  principals: checkNotEmpty,
  requestPrincipals: checkNotEmpty,
  namespaces: checkNotEmpty,
  serviceAccounts: checkServiceAccounts,
  trustDomains: checkTrustDomains,
  ipBlocks: checkSubnets,
  remoteIpBlocks: checkSubnets,
};

/** What the lists of an operation hold. */
const OPERATION: Readonly<Record<string, ListCheck>> = {
  ports: checkPortTexts,
  methods: checkNotEmpty,
  hosts: checkNotEmpty,
  paths: (values, place, report) => {
    checkNotEmpty(values, place, report);
    checkPathTemplates(values, place, report);
  },
};

/** The lists of a source that say something of plain TCP connections too. */
const TCP_SOURCE = bothWays(['principals', 'namespaces', 'serviceAccounts', 'ipBlocks', 'remoteIpBlocks']);
/** The lists of a source that another program, which is asked, has to look at by itself. */
const NOT_CUSTOM_SOURCE = bothWays(['namespaces', 'serviceAccounts', 'trustDomains', 'principals', 'requestPrincipals']);
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
  return names.flatMap((name) => [name, negated(name)]);
}

function negated(name: string): string {
  return `not${name[0].toUpperCase()}${name.slice(1)}`;
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
  const ports = bothWays(['ports']);
  const blind = to.length > 0 ? !to.some((operation) => has(operation, ports)) : from.length > 0 && !from.some((source) => has(source, TCP_SOURCE));
  if (blind) {
    report.warning(place, rule, 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports',
      'Say in to.operation.ports which ports it is for');
  }
}

/** Checks the lists of a message, of which one at least is given. */
function checkLists(message: JsonObject, what: string, lists: Readonly<Record<string, ListCheck>>, place: Place, report: Report): void {
  if (!has(message, bothWays(Object.keys(lists)))) {
    report.error(place, message, `The ${what} says nothing`, 'Name what is to match, or leave the item out');
  }
  for (const [name, check] of Object.entries(lists)) {
    for (const field of [name, negated(name)]) check(texts(message[field]), place.at(field), report);
  }
}

function checkSource(source: JsonObject | undefined, place: Place, report: Report): JsonObject | undefined {
  if (!given(source)) {
    report.error(place, undefined, 'There is no source', 'Name what the caller must be, or leave the item out');
    return undefined;
  }
  const accounts = bothWays(['serviceAccounts']);
  const others = bothWays(['principals', 'namespaces']);
  if (has(source, accounts) && has(source, others)) {
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

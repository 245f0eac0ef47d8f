import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { parseUrl, portOf } from '../go-url';
import { checkDuration } from './common/durations';
import { integer } from './common/integer';
import { readKeySet } from './common/jwks';
import { messages, texts } from './common/read';
import { Report } from './common/report';
import { checkSelector } from './common/selectors';
import { checkTargets } from './common/target-refs';

/** Which JSON Web Tokens a workload knows. */
export const checkRequestAuthentication: AdmissionCheck = (_object, spec, place, report) => {
  checkTargets(spec, place, report);
  checkSelector(spec, place, report);
  messages(spec.jwtRules).forEach((rule, index) => checkRule(rule, place.at('jwtRules').at(index), report));
};

function checkRule(rule: JsonObject, place: Place, report: Report): void {
  const notEmpty = (field: string, what: string): void => texts(rule[field]).forEach((text, index) => {
    if (text === '') report.error(place.at(field).at(index), text, `The ${what} is empty`, `Name the ${what}, or leave the item out`);
  });
  notEmpty('audiences', 'audience');
  if (!rule.issuer && !rule.jwksUri) {
    report.error(place.at('issuer'), rule.issuer, 'There is neither an issuer nor a jwksUri', 'Name the issuer as its tokens do');
  }
  if (rule.jwksUri) checkJwksUri(rule.jwksUri, place.at('jwksUri'), report);
  if (rule.jwks) checkJwks(rule.jwks, place.at('jwks'), report);
  messages(rule.fromHeaders).forEach(({ name }, index) => {
    if (!name) report.error(place.at('fromHeaders').at(index).at('name'), name, 'The header has no name', 'Name the header that holds the token');
  });
  notEmpty('fromParams', 'parameter');
  notEmpty('fromCookies', 'cookie');
  messages(rule.outputClaimToHeaders).forEach((copy, index) => checkCopy(copy, place.at('outputClaimToHeaders').at(index), report));
  checkDuration(rule.timeout, place.at('timeout'), report);
}

function checkJwksUri(uri: string, place: Place, report: Report): void {
  const url = parseUrl(uri);
  if (url === undefined || (portOf(url) !== '' && integer(portOf(url)) === undefined)) {
    report.error(place, uri, `${shown(uri)} is not a URL`, 'Give the URL of the keys, such as "https://example.com/.well-known/jwks.json"');
  } else if (url.scheme !== 'http' && url.scheme !== 'https') {
    report.error(place, uri, `${shown(uri)} has the scheme ${shown(url.scheme)}, by which no keys are fetched`, 'Use https or http');
  }
}

function checkJwks(jwks: string, place: Place, report: Report): void {
  const { flaw, keys } = readKeySet(jwks);
  if (flaw !== undefined) {
    report.error(place, jwks, `The keys cannot be read: ${flaw}`, 'Give a set of JSON Web Keys (RFC 7517) as text, or its URL in jwksUri');
  }
  keys.forEach(({ secret }, index) => {
    if (secret) {
      report.warning(place, jwks, `Key ${index} is a secret one, with which tokens are signed`, 'Give the public key: it is all that is needed to verify tokens');
    }
  });
}

function checkCopy({ header = '', claim = '' }: JsonObject, place: Place, report: Report): void {
  if (header === '') report.error(place.at('header'), header, 'There is no header to copy the claim to', 'Name the header');
  if (claim === '') report.error(place.at('claim'), claim, 'There is no claim to copy', 'Name the claim');
  if (header !== '' && claim !== '' && !/^[-_A-Za-z0-9]+$/.test(header)) {
    report.error(place.at('header'), header, `${shown(header)} is not the name of a header`, 'Use letters, digits, "-" and "_"');
  }
}

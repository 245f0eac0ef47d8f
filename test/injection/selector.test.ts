import { askSelector } from '../../src/injection/selector';
import { JsonObject } from '../../src/reference/json';

describe('a label selector', () => {
  const labels = { app: 'web', tier: '' };
  const expression = (key: string, operator: string, values?: string[]): JsonObject => (
    { matchExpressions: [{ key, operator, ...(values && { values }) }] });

  test.each<[string, JsonObject, string]>([
    ['takes labels with their values', { matchLabels: { app: 'web' } }, 'matches'],
    ['takes an empty value for a value', { matchLabels: { tier: '' } }, 'matches'],
    ['asks for all of its conditions', { matchLabels: { app: 'web' }, ...expression('tier', 'DoesNotExist') }, 'matches not'],
    ['In', expression('app', 'In', ['db', 'web']), 'matches'],
    ['NotIn holds where the label is missing', expression('none', 'NotIn', ['x']), 'matches'],
    ['NotIn', expression('app', 'NotIn', ['web']), 'matches not'],
    ['Exists', expression('tier', 'Exists'), 'matches'],
    ['DoesNotExist', expression('none', 'DoesNotExist'), 'matches'],
    ['does not take what every object has for a label', expression('constructor', 'Exists'), 'matches not'],
    ['without a condition is empty', {}, 'empty'],
    ['In without a value is invalid', expression('app', 'In', []), 'invalid'],
    ['Exists with a value is invalid', expression('app', 'Exists', ['x']), 'invalid'],
    ['with another operator is invalid', expression('app', 'Equals', ['web']), 'invalid'],
    ['with a name that no label has is invalid', { matchLabels: { 'a/b/c': 'x' } }, 'invalid'],
    ['with a value that no label has is invalid', { matchLabels: { app: '-' } }, 'invalid'],
  ])('%s', (_, selector, expected) => {
    expect(askSelector(selector, labels)).toBe(expected);
  });
});

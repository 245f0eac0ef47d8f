import { said } from '../said';

const KIB = 1024;

function answer(body: object): object {
  return { hosts: ['web'], http: [{ directResponse: { status: 200, body } }] };
}

test('a body of 100 KiB is taken', () => {
  expect(said('VirtualService', answer({ string: 'a'.repeat(100 * KIB) }))).toEqual([]);
});

test('more is a warning', () => {
  expect(said('VirtualService', answer({ string: 'a'.repeat(100 * KIB + 1) }))).toEqual([
    ['warning', 'spec.http[0].directResponse.body', 'The answer has a body of 101 KiB, which is part of the configuration of every proxy',
      'Give at most 100 KiB, or let a service answer'],
  ]);
});

test('a body is measured in bytes, and those of base64 as what they stand for', () => {
  expect(said('VirtualService', answer({ string: 'é'.repeat(60 * KIB) }))[0][2]).toBe('The answer has a body of 120 KiB, which is part of the configuration of every proxy');
  expect(said('VirtualService', answer({ bytes: Buffer.alloc(100 * KIB).toString('base64') }))).toEqual([]);
});

test('more than 1 MiB is refused', () => {
  expect(said('VirtualService', answer({ bytes: Buffer.alloc(KIB * KIB + 1).toString('base64') }))).toEqual([
    ['error', 'spec.http[0].directResponse.body', 'The answer has a body of 1025 KiB, which is part of the configuration of every proxy',
      'Give at most 1 MiB, or let a service answer'],
  ]);
});

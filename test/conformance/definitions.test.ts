import { withoutDescriptions } from '../../conformance/lib/definitions';

test('Descriptions are taken away wherever they stand', () => {
  expect(withoutDescriptions({ description: 'a', items: [{ description: 'b', type: 'string' }] })).toEqual({ items: [{ type: 'string' }] });
});

test('A field that is named description stays, and loses its own', () => {
  expect(withoutDescriptions({ properties: { description: { type: 'string', description: 'a' } } })).toEqual({ properties: { description: { type: 'string' } } });
});

import { ownTopics, topicsOfIstio } from '../../conformance/lib/warning-topics';

test('Warnings of the same topic meet, in whatever order they come', () => {
  expect(topicsOfIstio(['workload selector specified without labels', 'duplicated egress host: */*'])).toEqual(['an egress host twice', 'an empty selector']);
  expect(ownTopics(['"*/*" names hosts that another entry names', 'The selector has no labels, so that it picks every workload']))
    .toEqual(['an egress host twice', 'an empty selector']);
});

test('A warning without a topic stands for itself', () => {
  expect(topicsOfIstio(['something new'])).toEqual(['something new']);
});

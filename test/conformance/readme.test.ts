import { kubectlLines } from '../../conformance/lib/readme';

test('the kubectl commands of shell blocks are taken as they stand, without comments and prompts', () => {
  const markdown = [
    'Text with `kubectl get pods` inside.',
    '```sh',
    '# kubectl is needed',
    'npm run demo',
    'kubectl apply --server-side -f dist/a.yaml   # first',
    '$ kubectl wait --for=condition=Established \\',
    '    crd --all',
    '```',
    '```yaml',
    'kubectl: no',
    '```',
  ].join('\n');
  expect(kubectlLines(markdown).map((line) => line.replace(/ +/g, ' '))).toEqual([
    'kubectl apply --server-side -f dist/a.yaml',
    'kubectl wait --for=condition=Established crd --all',
  ]);
});

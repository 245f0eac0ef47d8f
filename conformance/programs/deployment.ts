import { ApiObject, Chart } from 'cdk8s';

/** A Deployment with one container, which listens on one port. */
export function deployment(chart: Chart, name: string, port: number): ApiObject {
  return new ApiObject(chart, `${name}-deployment`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name, image: `registry.example.com/${name}:1.0.0`, ports: [{ containerPort: port }] }] },
      },
    },
  });
}

import { ApiObject, App, Chart } from 'cdk8s';
import { isProxyConfig } from '../../injection';
import { Manifest } from '../../reference/json';

/**
 * The ProxyConfigs of an app, whoever made them. They are looked up once for the objects of a chart, as they are written one after the
 * other: an object that comes again, or one of another chart, may come after further ProxyConfigs were declared.
 */
export class DeclaredProxyConfigs {
  private chart: Chart | undefined;
  private asked = new WeakSet<ApiObject>();
  private found: readonly Manifest[] = [];

  /** Those that are there when an object is written. */
  public whenWriting(object: ApiObject): readonly Manifest[] {
    if (object.chart !== this.chart || this.asked.has(object)) {
      this.chart = object.chart;
      this.asked = new WeakSet();
      this.found = proxyConfigsOf(App.of(object));
    }
    this.asked.add(object);
    return this.found;
  }
}

function proxyConfigsOf(app: App): Manifest[] {
  return app.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one) && isProxyConfig(one)).map((one) => {
    const manifest = one.toJson() as Manifest;
    return { ...manifest, metadata: { ...manifest.metadata, namespace: manifest.metadata.namespace ?? 'default' } };
  });
}

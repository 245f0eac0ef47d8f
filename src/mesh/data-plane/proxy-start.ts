import { ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { PROXY_CONFIG } from './proxy-option-kinds';
import { failure } from '../../reference/fail';
import { Labels } from '../../reference/labels';
import { checkOptions } from '../../reference/option-kinds';
import { ProxyConfig, ProxyImage } from '../../resources';

/** How proxies start, in the words of a ProxyConfig. */
export interface ProxyConfigOptions {
  /**
   * Worker threads of the proxy (`concurrency`); 0 takes one for each core of the machine.
   *
   * @default - as many as the CPU limit of the proxy has cores
   */
  readonly concurrency?: number;
  /**
   * Environment variables of the proxy (`environmentVariables`).
   *
   * @default - none besides those of the mesh
   */
  readonly environmentVariables?: { readonly [name: string]: string };
  /**
   * Which image the proxy is made from (`image`).
   *
   * @default - the image of the mesh
   */
  readonly image?: ProxyImage;
}

/** Writes how proxies start. Of several for a pod, that of its workload wins over that of its namespace, and that one over the mesh's. */
export function addProxyConfig(scope: Construct, metadata: ApiObjectMetadata, options: ProxyConfigOptions, labels?: () => Labels): void {
  checkOptions(scope, 'addProxyConfig()', options, PROXY_CONFIG);
  if (scope.node.tryFindChild('proxy-config')) {
    throw failure(scope, 'It has said already how its proxies start', 'Call addProxyConfig() once, with everything');
  }
  const { concurrency, environmentVariables, image } = options;
  if (concurrency === undefined && environmentVariables === undefined && image === undefined) {
    throw failure(scope, 'addProxyConfig() says nothing', 'Give concurrency, environmentVariables or image');
  }
  new ProxyConfig(scope, 'proxy-config', {
    metadata,
    spec: {
      ...(labels && { selector: Lazy.any({ produce: () => ({ matchLabels: { ...labels() } }) }) }),
      ...(concurrency !== undefined && { concurrency }),
      ...(environmentVariables && { environmentVariables: { ...environmentVariables } }),
      ...(image && { image: { ...image } }),
    },
  });
}

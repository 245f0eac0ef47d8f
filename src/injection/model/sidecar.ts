import { intercepts, nativeSidecar } from './facts';
import { initContainer } from './init-container';
import { metadata } from './metadata';
import { proxyContainer } from './proxy-container';
import { pullSecrets } from './pull-secrets';
import { volumes } from './volumes';
import { not, or } from '../expression';
import { node, Node, when } from '../node';

/** What a pod gets when it becomes part of the mesh: laid over the pod's template, list items by their names. */
export const sidecar: Node = node({
  metadata,
  spec: {
    initContainers: when(or(intercepts, nativeSidecar), [when(intercepts, initContainer), when(nativeSidecar, proxyContainer)]),
    containers: when(not(nativeSidecar), [proxyContainer]),
    volumes,
    imagePullSecrets: pullSecrets,
  },
});

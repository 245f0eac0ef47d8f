import { value } from '../expression';
import { each, Node, when } from '../node';

const names = value('global.imagePullSecrets');

/** Secrets with which the images of the mesh are pulled. */
export const pullSecrets: Node = when(names, [each(names, (_index, name) => ({ name }))]);

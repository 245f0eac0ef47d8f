/*
 * Labels of what is rendered. Left out are those by which Helm or istioctl finds again what it has installed (who manages it,
 * which chart and component it came from): wearing their marks would make them believe that the object is theirs.
 */

import { INSTALLER_RELEASE } from './release';

/** The marks of everything that belongs to Istio, by the name of the release that it came with. */
export function partOfIstio(release: string = INSTALLER_RELEASE): Record<string, string> {
  return { 'app.kubernetes.io/instance': release, 'app.kubernetes.io/part-of': 'istio' };
}

/** The revision that an object belongs to; a control plane without a name is the default one. */
export function revisionLabel(revision: string): Record<string, string> {
  return { 'istio.io/rev': revision === '' ? 'default' : revision };
}

/** Labels of an object: its own, the name of its application, and the common marks. */
export function labelsOf(name: string, own: Readonly<Record<string, string>> = {}, release: string = INSTALLER_RELEASE): Record<string, string> {
  return { release, ...podLabelsOf(name, own, release) };
}

/** Labels of the pods of an object. */
export function podLabelsOf(name: string, own: Readonly<Record<string, string>>, release: string = INSTALLER_RELEASE): Record<string, string> {
  return { ...own, 'app.kubernetes.io/name': name, ...partOfIstio(release) };
}

import { error, Installed, InvariantFinding, partsOf, revisionOf, warning } from './part';
import { isGiven, orElse } from '../values/read';
import { at } from '../values/tree';

/*
 * What ambient mode needs: a ztunnel a node, a CNI plugin that leads the pods' traffic into it, and an istiod that knows both.
 */

/** Ambient mode is the work of three components. */
export function ambientIsWhole(installed: Installed): InvariantFinding[] {
  const istiods = partsOf(installed, 'istiod').filter(({ values }) => String(at(values, ['env', 'PILOT_ENABLE_AMBIENT'])) === 'true');
  const plugins = partsOf(installed, 'cni');
  const ambient = plugins.filter(({ values }) => at(values, ['ambient', 'enabled']) === true);
  const ztunnels = partsOf(installed, 'ztunnel');
  return [
    ...istiods.flatMap(({ title }) => [
      ...(ambient.length === 0 ? [error(`${title} is set up for ambient mode, and no CNI plugin leads pods into it. Install it with cni.ambient.enabled, or with the profile "ambient".`)] : []),
      ...(ztunnels.length === 0 ? [error(`${title} is set up for ambient mode, and there is no ztunnel. Install it.`)] : []),
    ]),
    ...(istiods.length > 0 || partsOf(installed, 'istiod').length === 0 ? [] : ztunnels.map(({ title }) =>
      error(`${title} gets its configuration from no istiod: none is set up for ambient mode. Install one with the profile "ambient".`))),
  ];
}

/** istiod answers a ztunnel only under the account, and in the namespace, that it trusts. */
export function ztunnelIsTrusted(installed: Installed): InvariantFinding[] {
  return partsOf(installed, 'ztunnel').flatMap((ztunnel) => partsOf(installed, 'istiod').flatMap((istiod) => {
    const account = String(orElse(ztunnel.values.resourceName as string | undefined, 'ztunnel'));
    const trusted = String(orElse(istiod.values.trustedZtunnelName as string | undefined, 'ztunnel'));
    const namespace = String(orElse(istiod.values.trustedZtunnelNamespace as string | undefined, istiod.release.namespace));
    return [
      ...(account === trusted ? [] : [error(
        `${ztunnel.title} runs as ${JSON.stringify(account)} (resourceName), and ${istiod.title} trusts ${JSON.stringify(trusted)}. Set its pilot.trustedZtunnelName to ${JSON.stringify(account)}.`,
      )]),
      ...(ztunnel.release.namespace === namespace ? [] : [error(
        `${ztunnel.title} is in the namespace ${JSON.stringify(ztunnel.release.namespace)}, and ${istiod.title} trusts one in ${JSON.stringify(namespace)}. Set its pilot.trustedZtunnelNamespace to ${JSON.stringify(ztunnel.release.namespace)}.`,
      )]),
    ];
  }));
}

/** A ztunnel asks the Service of one istiod, which must be there; a tag has no certificate for its own. */
export function ztunnelHasAnIstiod(installed: Installed): InvariantFinding[] {
  const revisions = partsOf(installed, 'istiod').map(revisionOf);
  return partsOf(installed, 'ztunnel')
    .filter((part) => revisions.length > 0 && !isGiven(part.values.xdsAddress) && !revisions.includes(revisionOf(part)))
    .map((part) => error(`${part.title} asks the istiod of the revision ${JSON.stringify(revisionOf(part))} for its configuration, and there is none. Give it a revision that is here: ${revisions.join(', ')}.`));
}

/** Pods that started before the plugin was ready are put right in one of three ways. */
export function oneWayOfRepair(installed: Installed): InvariantFinding[] {
  return partsOf(installed, 'cni').flatMap(({ title, values }) => {
    const repair = values.repair ?? {};
    const ways = ['labelPods', 'deletePods', 'repairPods'].filter((way) => repair[way] === true);
    if (repair.enabled !== true || ways.length === 1) return [];
    const said = ways.length === 0 ? 'none is on' : `${ways.map((way) => `cni.repair.${way}`).join(' and ')} are on`;
    return [error(`${title} has to choose what becomes of pods that started too early, and ${said}. Turn on one of labelPods, deletePods and repairPods.`)];
  });
}

/** The node's taint is taken away by istiod when the plugin's pod runs, which it looks for in one namespace. */
export function taintIsTakenAway(installed: Installed): InvariantFinding[] {
  const plugins = partsOf(installed, 'cni');
  return partsOf(installed, 'istiod').filter(({ values }) => at(values, ['taint', 'enabled']) === true).flatMap((istiod) => {
    if (plugins.length === 0) return [warning(`${istiod.title} takes a taint from nodes on which the CNI plugin runs (pilot.taint.enabled), and no plugin is installed. Install it here, or see that it is.`)];
    const namespace = at(istiod.values, ['taint', 'namespace']);
    const looked = isGiven(namespace) ? String(namespace) : istiod.release.namespace;
    return plugins.filter(({ release }) => release.namespace !== looked).map(({ title, release }) => error(
      `${istiod.title} looks for the CNI plugin in the namespace ${JSON.stringify(looked)}, and ${title} is in ${JSON.stringify(release.namespace)}: nodes would keep their taint. Set pilot.taint.namespace to ${JSON.stringify(release.namespace)}.`,
    ));
  });
}

import { Report } from './report';
import { Place, shown } from '../../findings';

const CONFIG_MAP = 'configmap://';

/** A credential that is a ConfigMap: its namespace is written, and is the object's own. */
export function checkConfigMapCredential(name: string, namespace: string, place: Place, report: Report): void {
  if (!name.startsWith(CONFIG_MAP)) return;
  const [where = '', what = ''] = name.slice(CONFIG_MAP.length).split('/');
  if (where === '' || what === '') {
    report.error(place, name, `${shown(name)} does not name a ConfigMap`, `Write it as "${CONFIG_MAP}${namespace}/NAME"`);
  } else if (where !== namespace) {
    report.error(place, name, `The ConfigMap of ${shown(name)} is in another namespace than the object, which is in ${shown(namespace)}`,
      `Use a ConfigMap of the object's own namespace: "${CONFIG_MAP}${namespace}/${what}"`);
  }
}

import { CHARTS } from './charts';
import { ComponentName } from './component-name';
import { InstalledChart } from './components';
import { Installation } from './installation';
import { inOrder } from './order';
import { applyK8s } from './overlays';
import { Warn } from './overlays/warn';
import { withPlace } from './value-place';
import { chartValues } from './values/chart';
import { copy } from './values/tree';
import { Manifest } from '../reference/json';

/** A part of the installation. */
export interface Component {
  /** The name that the installer gives it. */
  readonly name: ComponentName;
  /** Its objects, in an order in which they can be applied. */
  readonly objects: Manifest[];
}

/**
 * All objects of the control plane, by component, in the order to apply.
 *
 * @param warn takes what of the request has no effect
 */
export function renderControlPlane({ charts, said }: Installation, warn?: Warn): Component[] {
  const names = [...new Set(charts.map(({ component }) => component))];
  return names.map((name) => ({
    name,
    objects: copy(inOrder(charts.filter(({ component }) => component === name)
      .flatMap((chart) => withPlace(said, chart.prefixes, () => renderChart(chart, warn))))),
  }));
}

function renderChart({ component, chart, release, gateway, values, k8s }: InstalledChart, warn?: Warn): Manifest[] {
  const objects = CHARTS[chart].render(chartValues(chart, values), release, values);
  return k8s === undefined ? objects : applyK8s({ component, gateway, revision: values.revision }, k8s, objects, warn);
}

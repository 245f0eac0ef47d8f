import { CHARTS } from './charts';
import { ComponentName, InstalledChart } from './components';
import { Installation } from './installation';
import { inOrder } from './order';
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

/** All objects of the control plane, by component, in the order to apply. */
export function renderControlPlane({ charts }: Installation): Component[] {
  const names = [...new Set(charts.map(({ component }) => component))];
  return names.map((name) => ({
    name,
    objects: copy(inOrder(charts.filter(({ component }) => component === name).flatMap(renderChart))),
  }));
}

function renderChart({ chart, release, values }: InstalledChart): Manifest[] {
  return CHARTS[chart].render(chartValues(chart, values), release, values);
}

import { fields, map, Shape } from './shape';

/** Requests and limits of a container. */
export const RESOURCES: Shape = fields({ limits: map('scalar'), requests: map('scalar') });

/** How busy a component may be before there is another one of it. */
export const UTILIZATION: Shape = fields({ targetAverageUtilization: 'integer' });

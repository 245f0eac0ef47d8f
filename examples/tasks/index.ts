import { ingressControl } from './ingress/ingress-control';
import { ingressSniPassthrough } from './ingress/ingress-sni-passthrough';
import { secureIngress } from './ingress/secure-ingress';
import { authzHttp } from './security/authz-http';
import { authzTcp } from './security/authz-tcp';
import { Task } from './task';
import { faultInjection } from './traffic/fault-injection';
import { requestRouting } from './traffic/request-routing';
import { requestTimeouts } from './traffic/request-timeouts';
import { trafficShifting } from './traffic/traffic-shifting';

/** The tasks, in the order of the documentation. */
export const TASKS: readonly Task[] = [
  requestRouting, faultInjection, trafficShifting, requestTimeouts,
  ingressControl, secureIngress, ingressSniPassthrough,
  authzHttp, authzTcp,
];

/** The last word of a task's page, by which it is known. */
export function nameOf({ page }: Task): string {
  return page.slice(page.lastIndexOf('/') + 1);
}

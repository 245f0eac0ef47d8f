import { ApiObject } from 'cdk8s';
import { EnrolledWorkload, Enrollment } from './enrollment';
import { ProxyOptions } from './proxy-options';
import { writtenQuickly } from '../../reference/written-form';

/** What was said of workloads, whoever wrote their objects: it is laid over their pods when these are written. */
export class DeclaredWorkloads {
  private readonly accounts = new WeakMap<ApiObject, string>();
  private readonly enrolled = new WeakMap<ApiObject, EnrolledWorkload>();
  private readonly proxies = new WeakMap<ApiObject, ProxyOptions>();

  /** Lets the pods run as a service account, unless they name one themselves. */
  public runAs(workload: ApiObject, serviceAccount: string): void {
    this.accounts.set(workload, serviceAccount);
  }

  /** The service account that they shall run as. */
  public accountOf(workload: ApiObject): string | undefined {
    return this.accounts.get(workload);
  }

  /** Enrolls the pods by themselves, in whatever way their namespace is. */
  public enroll(workload: ApiObject, enrolled: EnrolledWorkload): void {
    this.enrolled.set(workload, enrolled);
    writtenQuickly(workload);
  }

  /** How they are enrolled by themselves; undefined where their namespace alone says it. */
  public enrollmentOf(workload: ApiObject): Enrollment | undefined {
    return this.enrolled.get(workload)?.enrollment;
  }

  /** Labels by which their enrollment differs from that of their namespace. */
  public podLabelsOf(workload: ApiObject): Readonly<Record<string, string>> {
    return this.enrolled.get(workload)?.podLabels ?? {};
  }

  /** Says how their proxies run. */
  public runProxies(workload: ApiObject, options: ProxyOptions): void {
    this.proxies.set(workload, options);
  }

  /** How their proxies run, where it was said. */
  public proxyOf(workload: ApiObject): ProxyOptions | undefined {
    return this.proxies.get(workload);
  }
}

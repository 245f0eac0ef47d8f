import { ApiObject } from 'cdk8s';
import type { MeshService } from './service';
import { failure, listed } from '../../reference/fail';
import { Identity } from '../../reference/identity';
import { writtenQuickly } from '../../reference/written-form';

/** Who a service's workloads are: the service account that they run as. */
export class ServiceIdentity {
  private account?: string;

  constructor(private readonly service: MeshService) {}

  /** Name of the account that was chosen for the workloads; they may name one themselves where none was. */
  public get chosen(): string | undefined {
    return this.account;
  }

  /** Who they are when they call others. */
  public get identity(): Identity {
    const { namespaceName, mesh, _workloads: [first] } = this.service;
    return Identity.of(namespaceName, this.account ?? first?.serviceAccountName ?? 'default', { trustDomain: mesh.trustDomain });
  }

  /** Lets all workloads run as an account. */
  public runAs(account: string): void {
    this.account = account;
    this.apply();
  }

  /** Lets workloads that were added since run as the account that was chosen. */
  public apply(): void {
    if (this.account === undefined) return;
    for (const workload of this.service._workloads) this.service.mesh._workloads.runAs(workload.object, this.account);
  }

  /** Chooses an account where none was: the one that the workloads name, or one of the service's own name, which is made then. */
  public ensure(): void {
    if (this.account !== undefined) return;
    const own = [...new Set(this.service._workloads.map((workload) => workload.serviceAccountName))];
    if (own.length > 1) {
      throw failure(this.service, `Its workloads run as different service accounts (${listed(own.map((name) => name ?? 'default'))})`,
        'Let all versions of a service run as one, so that it has one identity');
    }
    this.runAs(own[0] ?? this.service.serviceName);
    if (own[0] !== undefined) return;
    writtenQuickly(new ApiObject(this.service, 'identity', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: this.service.serviceName } }));
  }
}

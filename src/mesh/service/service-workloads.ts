import { IConstruct } from 'constructs';
import type { MeshService } from './service';
import { VERSION } from './service-option-kinds';
import { ServiceVersion, ServiceVersionOptions, VERSION_LABELS } from './service-version';
import { Workload } from './workload';
import { failure, listed } from '../../reference/fail';
import { checkName } from '../../reference/label-name';
import { common, Labels, without } from '../../reference/labels';
import { checkArgument, checkOptions, construct } from '../../reference/option-kinds';
import { checkTrafficPolicy } from '../../traffic/policy-checks';
import { ProxyOptions } from '../data-plane/proxy-options';

/** The label that cdk8s-plus gives to the pods of each workload; it changes when a construct is renamed. */
const ADDRESS_LABEL = 'cdk8s.io/metadata.addr';

/** How the workloads of a service are found and run. */
export interface WorkloadSettings {
  /** Labels by which the service finds its pods, where they were given. */
  readonly selector?: Labels;
  readonly proxy?: ProxyOptions;
}

/** The workloads behind a service: one of its own, or one for each version. */
export class ServiceWorkloads {
  private readonly versionList: ServiceVersion[] = [];
  private readonly given?: Labels;
  private readonly proxy: ProxyOptions;
  private ownWorkload?: Workload;

  constructor(private readonly service: MeshService, { selector, proxy }: WorkloadSettings) {
    this.given = selector && { ...selector };
    this.proxy = { ...proxy };
  }

  /** The workload of a service without versions. */
  public get own(): Workload | undefined {
    return this.ownWorkload;
  }

  /** Versions, in the order in which they were added. */
  public get versions(): readonly ServiceVersion[] {
    return this.versionList;
  }

  /** Each workload once. */
  public get all(): Workload[] {
    return [...new Set([...(this.ownWorkload ? [this.ownWorkload] : []), ...this.versionList.map((version) => version._workload)])];
  }

  /** Labels by which the service finds its pods: those given, or those that all workloads share. */
  public get selector(): Record<string, string> {
    if (this.given) return { ...this.given };
    const shared = common(this.all.map((workload) => workload.labels));
    const named = without(shared, [...VERSION_LABELS, ADDRESS_LABEL]);
    return Object.keys(named).length > 0 ? named : without(shared, VERSION_LABELS);
  }

  /** Takes the workload of a service without versions. */
  public addOwn(workload: IConstruct): void {
    this.ownWorkload = Workload.of(this.service, workload);
    this.join(this.ownWorkload);
  }

  /** Takes the workload of a version. */
  public addVersion(name: string, workload: IConstruct, options: ServiceVersionOptions): ServiceVersion {
    const { service } = this;
    checkName(service, name, 'a version', '"v2"');
    checkArgument(service, `addVersion("${name}")`, 'workload', workload, construct);
    checkOptions(service, `addVersion("${name}")`, options, VERSION);
    if (this.versionList.some((version) => version.name === name)) {
      throw failure(service, `Version "${name}" is there already`, 'Give the second one another name');
    }
    if (this.ownWorkload) {
      throw failure(service, `The service has a workload of its own (${this.ownWorkload.title}) besides version "${name}"`,
        'Leave "workload" out of addService() and add that workload as a version too');
    }
    if (options.trafficPolicy) checkTrafficPolicy(service, options.trafficPolicy, service.ports);
    const version = ServiceVersion._of(service._place, name, Workload.of(service, workload), options);
    this.versionList.push(version);
    this.join(version._workload);
    return version;
  }

  /** Tells versions of the service's own workload apart, as a controller does. */
  public addManaged(names: readonly string[]): ServiceVersion[] {
    const { service, ownWorkload } = this;
    if (ownWorkload === undefined || this.versionList.length > 0) {
      throw failure(service, `The service has the versions ${listed(this.versionList.map(({ name }) => name))}`, 'Leave addVersion() out, and give addService() a workload');
    }
    const versions = names.map((name) => ServiceVersion._managed(service._place, name, ownWorkload, this.selector));
    this.versionList.push(...versions);
    return versions;
  }

  private join({ object }: Workload): void {
    const { mesh, _dataPlane: dataPlane } = this.service;
    mesh._workloads.enroll(object, dataPlane);
    mesh._workloads.runProxies(object, this.proxy);
  }
}

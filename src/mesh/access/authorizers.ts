import { IConstruct } from 'constructs';
import { failure } from '../../reference/fail';
import { sortedBy } from '../../reference/sorted-children';
import { ExternalAuthorizer } from '../../security/external-authorizer';
import type { DeclaredMeshConfig } from '../declared-mesh-config';

/** The external authorizers of a mesh that are asked by somebody: `extensionProviders` of its mesh configuration. */
export class Authorizers {
  private readonly known = new Map<string, ExternalAuthorizer>();

  constructor(private readonly config: DeclaredMeshConfig) {}

  /** Writes an authorizer down, for somebody who has it asked. */
  public use(scope: IConstruct, authorizer: ExternalAuthorizer): void {
    const { name } = authorizer;
    const given: { name?: string }[] = this.config.all.extensionProviders ?? [];
    const before = this.known.get(name);
    if (before === authorizer) return;
    const taken = given.some((provider) => provider.name === name);
    if (authorizer._provider === undefined) {
      if (!taken) throw failure(scope, `The mesh has no authorizer "${name}"`, 'Name one of meshConfig.extensionProviders, or make it with ExternalAuthorizer.grpc() or http()');
      return;
    }
    if (taken) throw failure(scope, `There are two extension providers "${name}"`, 'Use one ExternalAuthorizer, or give the second one another name');
    if (this.known.size === 0) this.config.provide('extensionProviders', (own) => [...(own ?? []), ...this.providers]);
    this.known.set(name, authorizer);
  }

  private get providers(): object[] {
    return sortedBy([...this.known.values()], ({ name }) => name).flatMap(({ _provider }) => _provider ?? []);
  }
}

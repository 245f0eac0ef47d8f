import { admissionCheck } from '../../../../src/resources/validation/admission';
import { Findings, Place } from '../../../../src/resources/validation/findings';

/** A finding: severity, path, problem, fix. */
export type Said = [severity: string, path: string, problem: string, fix: string];

/** What Istio's checks say of an object in namespace "shop", whose spec is in canonical form. */
export function said(kind: string, spec: object, metadata: object = {}): Said[] {
  const findings = new Findings('admission');
  const object = { apiVersion: 'networking.istio.io/v1', kind, metadata: { name: 'web', namespace: 'shop', ...metadata }, spec };
  admissionCheck(kind)!(object, spec, Place.ROOT.at('spec'), findings);
  return findings.all.map(({ severity, path, problem, fix }) => [severity, path, problem, fix]);
}

/** A row of a table: a sentence, a spec, and all that is said of it. */
export type Case = readonly [title: string, spec: any, findings: readonly Said[]];

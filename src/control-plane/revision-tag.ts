import { Construct } from 'constructs';
import { IRevisioned, Revision } from './revision';
import { renderTag } from '../install';
import { checkName } from '../reference/label-name';

/** Which revision a tag leads to. */
export interface RevisionTagProps {
  /** The revision. Another one here moves all who name the tag, once their pods start anew. */
  readonly revision: Revision;
  /**
   * Name of the tag. `default` is the one of whoever names no revision: with it come the namespaces that say `istio-injection: enabled`,
   * and the check of configuration that names no revision.
   *
   * @default the id of the construct
   */
  readonly tag?: string;
}

/** A name that stands for a revision, so that namespaces need not change when their control plane does. */
export class RevisionTag extends Construct implements IRevisioned {
  /** Name of the tag: a value of the label `istio.io/rev`. */
  public readonly revisionLabel: string;
  /** Name of the revision that it leads to. */
  public readonly revision: string;

  /**
   * Gives a revision a tag. Writes a `MutatingWebhookConfiguration` for the pods that choose the tag (`metadata.labels["istio.io/tag"]`).
   *
   * @param scope the control plane of the revision, or anything within it
   * @param id name of the tag, unless one is given
   * @param props where it leads
   * @throws if the name of the tag is not a DNS label
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east' });
   * new RevisionTag(istio, 'prod', { revision: new Revision(istio, 'canary') });
   */
  constructor(scope: Construct, id: string, props: RevisionTagProps) {
    super(scope, id);
    const tag = props.tag ?? id;
    this.revisionLabel = tag;
    this.revision = props.revision.revisionLabel;
    checkName(this, tag, 'a tag', '"prod"');
    const { _controlPlane: controlPlane, _part: part } = props.revision;
    const title = `the tag "${tag}"`;
    const chart = controlPlane._chart(`4-tag-${tag}`);
    if (tag === 'default') {
      controlPlane._install(this, chart, { chart: 'istio-default', values: { revision: this.revision === 'default' ? '' : this.revision }, title });
    } else {
      controlPlane._write(chart, renderTag(part, tag));
    }
    controlPlane._addTag({ tag, revision: this.revision, title });
  }
}

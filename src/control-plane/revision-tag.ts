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
   * Gives a revision a tag.
   *
   * @param scope the control plane of the revision, or anything within it
   * @param id name of the tag, unless one is given
   * @param props where it leads
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

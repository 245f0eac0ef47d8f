import { Construct } from 'constructs';
import { Revision } from './revision';
import { renderTag } from '../install';
import { failure } from '../reference/fail';
import { isDnsLabel } from '../reference/host';

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
export class RevisionTag extends Construct {
  /** Name of the tag: a value of the label `istio.io/rev`. */
  public readonly tag: string;
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
    this.tag = props.tag ?? id;
    this.revision = props.revision.revision;
    if (!isDnsLabel(this.tag)) {
      throw failure(this, `"${this.tag}" is not a name for a tag`, 'Use at most 63 lower-case letters, digits and dashes, such as "prod"');
    }
    const { _controlPlane: controlPlane, _part: part } = props.revision;
    const title = `the tag "${this.tag}"`;
    const chart = controlPlane._chart(`4-tag-${this.tag}`);
    if (this.tag === 'default') {
      controlPlane._install(this, chart, { chart: 'istio-default', values: { revision: this.revision === 'default' ? '' : this.revision }, title });
    } else {
      controlPlane._write(chart, renderTag(part, this.tag));
    }
    controlPlane._addTag({ tag: this.tag, revision: this.revision, title });
  }
}

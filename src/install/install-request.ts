import { OperatorFile } from './operator-file';
import { JsonObject } from '../reference/json';
import type { MeshConfig } from '../resources';
import type { InstallValues, IstioOperatorSpec } from '../resources/install-values';

/**
 * What an installation is asked for. Later members of this list win over earlier ones: the profile, files, spec, values, meshConfig,
 * set, revision.
 */
export interface InstallRequest {
  /**
   * Name of the profile: a named starting point. One in a file or in a setting "profile=…" wins over it.
   *
   * @default "default"
   */
  readonly profile?: string;
  /** Files of the installer; of two that say something else, the later holds. */
  readonly files?: readonly OperatorFile[];
  /** What stands below `spec` of the installer's file. */
  readonly spec?: IstioOperatorSpec | JsonObject;
  /** Settings in the form of the installer, "path=value"; of two with the same path, the later holds. */
  readonly set?: readonly string[];
  /** Values, as below `values` of the installer's file. */
  readonly values?: InstallValues | JsonObject;
  /** Fields of the mesh configuration, laid over those that follow from the values. */
  readonly meshConfig?: MeshConfig | JsonObject;
  /**
   * Name of the revision. "default" is the control plane without a name.
   *
   * @default the one of `set`, `spec` or `files`, or else the control plane without a name
   */
  readonly revision?: string;
}

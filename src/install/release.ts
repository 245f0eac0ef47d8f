/** What an installation of a chart is called, as Helm has it: its name is on the labels of all objects. */
export interface Release {
  readonly name: string;
  /** The namespace in which it is installed. */
  readonly namespace: string;
}

/** Name of the release of everything that the installer itself installs. */
export const INSTALLER_RELEASE = 'istio';

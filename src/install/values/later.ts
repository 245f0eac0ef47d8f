/**
 * What Istio knows and this library does not render, by the message of schema/ and the names of its fields. It is refused as
 * unfinished, and not as a mistake.
 */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  // Charts of one's own are none of ours.
  IstioOperatorSpec: ['installPackagePath'],
};

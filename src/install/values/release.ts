import { installSchema } from './schema';

/*
 * Images of the Istio release that this library follows. The facts were read from a snapshot of the 1.31 branch, whose own
 * default is a moving test build ("latest"); a mesh needs images that stay what they are, so schema/ names the release's.
 */

/** Where the images of the release are, and their tag. */
export function releaseImages(): { readonly hub: string; readonly tag: string } {
  const { hub, tag } = installSchema().messages.GlobalValues.fields;
  return { hub: hub.default, tag: tag.default };
}

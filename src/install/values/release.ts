/*
 * Images of the Istio release that this library follows. The facts were read from a snapshot of the 1.31 branch, whose own
 * default is a moving test build ("latest"); a mesh needs images that stay what they are, so the release's are named here.
 */

/** Where the images of the release are. */
export const RELEASE_HUB = 'registry.istio.io/release';

/** Tag of the release's images. */
export const RELEASE_TAG = '1.31.4';

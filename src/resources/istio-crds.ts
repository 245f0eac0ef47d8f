import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ofCluster } from './manifest';

/**
 * Which CustomResourceDefinitions are written.
 *
 * A kind is named as it is written in an object (`VirtualService`), or by its definition (`virtualservices.networking.istio.io`). A kind that
 * there is not is an error.
 */
export interface IstioCrdsProps {
  /**
   * The kinds whose definitions are written.
   *
   * @default - all kinds
   */
  readonly kinds?: string[];

  /**
   * Kinds whose definitions are left out, as Istio's base chart does it with `base.excludedCRDs`.
   *
   * @default - no kind is left out
   */
  readonly exclude?: string[];

  /**
   * For a kind, the versions in which it is served: `{ Telemetry: ['v1'] }`. The version in which a cluster keeps its objects stays in the
   * definition all the same, and is not served where it is not named.
   *
   * @default - all versions of the release
   */
  readonly versions?: { readonly [kind: string]: string[] };

  /**
   * Whether the definitions of the Gateway API stand beside those of Istio: the kinds that Istio reads, from the standard channel of
   * its release 1.6.
   *
   * @default false
   */
  readonly gatewayApi?: boolean;
}

/**
 * The CustomResourceDefinitions of Istio's kinds, and of the kinds of the Gateway API that Istio reads.
 *
 * A `Mesh` installs those of Istio with its control plane; this is for clusters where they are installed apart. They come before all
 * objects of their kinds: give them a chart of their own.
 *
 * @see https://istio.io/latest/docs/setup/install/helm/
 * @see https://gateway-api.sigs.k8s.io/guides/getting-started/introduction/
 */
export class IstioCrds extends Construct {
  /**
   * The definitions as plain data, in the order of their names. Nothing else refers to what is returned.
   *
   * @param props which of them
   */
  public static manifests(props: IstioCrdsProps = {}): any[] {
    return structuredClone(selected(props));
  }

  /**
   * Adds the definitions to a chart, each under its name.
   *
   * @param scope the construct that they belong to
   * @param id the name of the construct within the scope
   * @param props which of them
   */
  public constructor(scope: Construct, id: string, props: IstioCrdsProps = {}) {
    super(scope, id);
    for (const manifest of inScope(this, props)) {
      ofCluster(new ApiObject(this, manifest.metadata.name, manifest));
    }
  }
}

function inScope(scope: Construct, props: IstioCrdsProps): any[] {
  try {
    return selected(props);
  } catch (error) {
    throw new Error(`[${scope.node.path}] ${(error as Error).message}`);
  }
}

/** What makes definitions is loaded when they are first asked for. */
function selected(props: IstioCrdsProps): any[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./crd-selection') as typeof import('./crd-selection')).selectedCrds(props);
}

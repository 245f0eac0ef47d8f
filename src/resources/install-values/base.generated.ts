// Generated from schema/ by `npx projen schema`. Do not edit.

/**
 * What all revisions share: the CRDs, and the check of configuration without a revision.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface BaseValues {
  /**
   * Whether the CRDs are installed.
   *
   * Written as `enableCRDTemplates`: true or false.
   *
   * @default - true
   */
  readonly enableCRDTemplates?: boolean;

  /**
   * Whether CRDs of Istio's configuration are installed, for the installer.
   *
   * Written as `enableIstioConfigCRDs`: true or false.
   *
   * @default - true
   */
  readonly enableIstioConfigCRDs?: boolean;

  /**
   * CRDs that are not installed, such as `envoyfilters.networking.istio.io`.
   *
   * Written as `excludedCRDs`: a list, each item a string.
   *
   * @default - none
   */
  readonly excludedCRDs?: string[];

  /**
   * Whether Gateways were checked.
   *
   * Written as `validateGateway`: true or false.
   *
   * @default - true
   * @deprecated it has no effect any more
   */
  readonly validateGateway?: boolean;

  /**
   * The certificate by which the API server knows who checks, in base64.
   *
   * Written as `validationCABundle`: a string.
   *
   * @default - istiod writes it
   */
  readonly validationCABundle?: string;

  /**
   * What becomes of configuration that cannot be checked: `Fail` or `Ignore`.
   *
   * Written as `validationFailurePolicy`: a string.
   *
   * @default - Ignore, until istiod is ready
   */
  readonly validationFailurePolicy?: string;

  /**
   * Where configuration is checked.
   *
   * Written as `validationURL`: a string.
   *
   * @default - the Service of istiod
   */
  readonly validationURL?: string;
}

/**
 * What may change or go.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/customize-installation-helm/
 */
export interface ExperimentalValues {
  /**
   * Whether fields and kinds that are not stable are refused.
   *
   * Written as `stableValidationPolicy`: true or false.
   *
   * @default - false
   */
  readonly stableValidationPolicy?: boolean;
}

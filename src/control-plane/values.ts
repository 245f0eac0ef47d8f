/** Older releases whose behaviour can be had. */
export enum CompatibilityVersion {
  /** Istio 1.25. */
  V1_25 = '1.25',
  /** Istio 1.26. */
  V1_26 = '1.26',
  /** Istio 1.27. */
  V1_27 = '1.27',
  /** Istio 1.28. */
  V1_28 = '1.28',
  /** Istio 1.29. */
  V1_29 = '1.29',
  /** Istio 1.30. */
  V1_30 = '1.30',
}

/** Kinds of clusters in which some things lie elsewhere. */
export enum Platform {
  /** Google Kubernetes Engine. */
  GKE = 'gke',
  /** k3d: k3s in containers. */
  K3D = 'k3d',
  /** k3s. */
  K3S = 'k3s',
  /** MicroK8s. */
  MICROK8S = 'microk8s',
  /** minikube. */
  MINIKUBE = 'minikube',
  /** OpenShift. */
  OPENSHIFT = 'openshift',
}

/** Starting points of a control plane's values. Which components there are is said by the constructs themselves. */
export enum ControlPlaneProfile {
  /** Ambient mode: HBONE, and istiod set up for ztunnel and waypoints. */
  AMBIENT = 'ambient',
  /** To try things: small requests, access logs, every request traced. */
  DEMO = 'demo',
  /** What is still experimental. */
  PREVIEW = 'preview',
  /** A cluster whose istiod is in another one. */
  REMOTE = 'remote',
  /** Only fields that are stable may be written. */
  STABLE = 'stable',
}

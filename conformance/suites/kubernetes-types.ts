import { writtenBy } from '../lib/written';

/** Compares the types of Kubernetes that schema/ holds with those that are linked into Istio's installer. */
export const kubernetesTypes = writtenBy('kubernetes-types', 'schema/kubernetes.generated.json', 'the types that the installer lays patches over');

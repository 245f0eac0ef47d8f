import { writtenBy } from '../lib/written';

/** Compares the messages of Envoy that schema/ holds with those that are linked into Istio's checks. */
export const envoyTypes = writtenBy('envoy-types', 'schema/envoy.generated.json', 'the messages that Istio reads patches of Envoy as');

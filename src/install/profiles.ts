import { profileBundle } from './profile-bundle';
import { releaseImages } from './values/release';
import { merge } from './values/tree';
import { JsonObject, memberOf } from '../reference/json';
import { nearest } from '../reference/nearest';

/** Names of the profiles that can be installed. */
export function profileNames(): string[] {
  return Object.keys(profileBundle().installer);
}

/**
 * What a profile asks for, in the form of a request, with the images of the release. Every profile lies over the default one.
 *
 * @throws if there is none of this name, with the names that there are
 */
export function profileRequest(name: string): JsonObject {
  const { installer } = profileBundle();
  const profile = memberOf(installer, name) as JsonObject | undefined;
  if (profile === undefined) throw unknownProfile(name);
  const byDefault = merge(releaseImages(), installer.default);
  return name === 'default' ? byDefault : merge(byDefault, profile);
}

function unknownProfile(name: string): Error {
  const names = profileNames();
  const like = nearest(name, names);
  const file = /[/.]/.test(name) ? ' A profile is not a file; give a file of settings by itself, with -f.' : '';
  const guess = like === undefined ? '' : ` Did you mean "${like}"?`;
  return new Error(`There is no profile "${name}".${guess}${file} Use one of: ${names.join(', ')}.`);
}

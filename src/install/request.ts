import { givenBy, givenExactly } from './given-by';
import { InstallRequest } from './install-request';
import { checkMesh } from './mesh-config/check';
import { OperatorFile, OperatorMetadata } from './operator-file';
import { profileRequest } from './profiles';
import { checkNames, Said } from './request-names';
import { check } from './values/check';
import { LATER } from './values/later';
import { PathError, withValue } from './values/path';
import { plainValues } from './values/plain';
import { installSchema } from './values/schema';
import { parseSetting, unreadable } from './values/set';
import { Shapes } from './values/shape';
import { Shape } from './values/shape-types';
import { merge } from './values/tree';
import { JsonObject } from '../reference/json';

/** A request after its profile was laid below it. */
export interface ProfiledRequest {
  /** Name of the profile. */
  readonly profile: string;
  /** What was asked for, without the profile. */
  readonly own: JsonObject;
  /** What was asked for, over the profile. */
  readonly whole: JsonObject;
  /** Where something was given, if in a file or a setting. */
  readonly said: Said;
  /** What files say of themselves. */
  readonly metadata: OperatorMetadata;
}

/**
 * Reads and checks a request, and lays its profile below it.
 *
 * @throws at the first thing that does not exist, cannot be rendered yet, or has a value of the wrong kind
 */
export function profiled(request: InstallRequest): ProfiledRequest {
  const own = ownRequest(request);
  const said: Said = (path) => givenExactly(request, path);
  checkNames(own, said);
  const profile = own.profile || 'default';
  const metadata = Object.assign({}, ...(request.files ?? []).map((file) => file.metadata)) as OperatorMetadata;
  const whole = merge(profileRequest(profile), own);
  checkMesh(whole, (path) => givenBy(request, path));
  return { profile, own, whole, metadata, said };
}

const shapes = new Map<boolean, Shape>();

/** Everything that an installation may be asked for; in files and settings, as the installer checks it. */
function requestShape(asInstaller: boolean): Shape {
  const known = shapes.get(asInstaller);
  if (known !== undefined) return known;
  const made = new Shapes(installSchema(), LATER, asInstaller).type('IstioOperatorSpec');
  shapes.set(asInstaller, made);
  return made;
}

function ownRequest({ profile, files = [], spec, values, meshConfig, set, revision }: InstallRequest): JsonObject {
  let own: JsonObject = profile === undefined ? {} : { profile };
  for (const file of files) {
    refuseNull(file);
    check(requestShape(true), [], file.spec, file.placeOf);
    own = merge(own, file.spec);
  }
  for (const given of [spec, { values, meshConfig }]) {
    const plain: JsonObject = plainValues(given ?? {}, 'IstioOperatorSpec', installSchema());
    check(requestShape(false), [], plain, 'in the request');
    own = merge(own, plain);
  }
  for (const text of set ?? []) {
    const setting = parseSetting(text);
    check(requestShape(true), setting.steps, setting.value, setting.given);
    try {
      own = withValue(own, setting.steps, setting.value);
    } catch (error) {
      throw error instanceof PathError ? unreadable(setting.given, setting.path, error) : error;
    }
  }
  return revision === undefined || revision === 'default' ? own : { ...own, revision };
}

/** Null takes away a value of a chart; of what says which installation is meant, there is nothing to take away. */
function refuseNull({ spec, placeOf }: OperatorFile): void {
  const empty = Object.keys(spec).find((name) => spec[name] === null);
  if (empty !== undefined) throw new Error(`The setting "${empty}" has no value (${placeOf([empty])}). Give it one, or leave it out.`);
}

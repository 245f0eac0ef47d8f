import { Complaint, PlainObject } from './plain-object';
import { meet, pairs, PlainWorld, titleOf } from './world';
import { isWildcard } from '../../reference/host';
import { JsonObject } from '../../reference/json';

/** Hosts that several ServiceEntries have: of what they say, one counts (A21). */
export function doubleEntries(world: PlainWorld): Complaint[] {
  const entries = world.of('ServiceEntry');
  const hostsOf = ({ spec }: PlainObject): string[] => spec.hosts ?? [];
  const fix = 'Write one ServiceEntry for the host, or show them to different namespaces (exportTo)';
  const among = pairs(entries).filter(([one, other]) => meet(one, other)).flatMap(([one, other]) => (
    hostsOf(one).filter((host) => hostsOf(other).includes(host)).map((host): Complaint => ({
      object: other, code: 'A21', what: `${titleOf(one)} has host "${host}", too, and a proxy takes ports and addresses from one of them`, fix,
    }))
  ));
  // Those that have a host of an external service are found there.
  const besideServices = entries.flatMap((object) => hostsOf(object).flatMap((host): Complaint[] => {
    const service = world.serviceAt(host);
    return service === undefined ? [] : [{ object, code: 'A21', what: `Service "${service.node.path}" has host "${host}", too, and a proxy takes ports and addresses from one of them`, fix }];
  }));
  return [...among, ...besideServices];
}

/** TCP ports without an address, which take all connections to the port, whatever host is meant (A22). */
export function addresslessEntries(world: PlainWorld): Complaint[] {
  return world.of('ServiceEntry').flatMap((object) => {
    const { addresses = [], ports = [], resolution = 'NONE', hosts = [] } = object.spec;
    if (addresses.length > 0) return [];
    // istiod gives an address by itself where a name can be resolved, which helps where proxies answer DNS.
    const allocated = resolution !== 'NONE' && !hosts.some(isWildcard);
    return ports.filter(({ protocol = 'TCP' }: JsonObject) => String(protocol).toUpperCase() === 'TCP').map(({ number }: JsonObject): Complaint => ({
      object,
      code: 'A22',
      likely: allocated,
      what: `TCP port ${number} has no address, so that proxies take every connection to port ${number} for it, whatever its host${allocated ? ', unless they answer DNS' : ''}`,
      fix: 'Give addresses, or speak TLS with a server name; or declare it with addExternalService()',
    }));
  });
}

import { Said, said } from './said';

describe('address', () => {
  test.each<[string, object, Said[]]>([
    ['is an IPv4 address', { address: '10.0.0.1' }, []],
    ['is an IPv6 address', { address: '2001:db8::1' }, []],
    ['is a DNS name', { address: 'db.example.com' }, []],
    ['is a socket', { address: 'unix:///run/app.sock' }, []],
    ['is an abstract socket', { address: 'unix://@app' }, []],
    ['is not a name with an underscore', { address: 'db_1.example.com' }, [
      ['error', 'spec.address', '"db_1.example.com" is neither an IP address nor a DNS name',
        'Give an address such as "10.0.0.1", or a name such as "db.example.com"'],
    ]],
    ['is not an address with a leading zero', { address: '10.0.0.01' }, [
      ['error', 'spec.address', '"10.0.0.01" is neither an IP address nor a DNS name',
        'Give an address such as "10.0.0.1", or a name such as "db.example.com"'],
    ]],
    ['is not a range', { address: '10.0.0.0/8' }, [
      ['error', 'spec.address', '"10.0.0.0/8" is neither an IP address nor a DNS name',
        'Give an address such as "10.0.0.1", or a name such as "db.example.com"'],
    ]],
    ['is not a folder', { address: 'unix:///run/' }, [
      ['error', 'spec.address', '"unix:///run/" names no socket',
        'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"'],
    ]],
    ['is not a relative path', { address: 'unix://run/app.sock' }, [
      ['error', 'spec.address', '"unix://run/app.sock" names no socket',
        'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"'],
    ]],
    ['is missing', {}, [
      ['error', 'spec.address', 'The workload has no address', 'Give an IP address or a DNS name, or the network that it is in'],
    ]],
    ['is empty', { address: '' }, [
      ['error', 'spec.address', 'The workload has no address', 'Give an IP address or a DNS name, or the network that it is in'],
    ]],
    ['is missing in a network, which is a warning', { network: 'on-premises' }, [
      ['warning', 'spec.address', 'The workload of the network "on-premises" has no address, so it is reached through the network\'s gateway alone',
        'Give an address, if it is to be reached from its own network'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('WorkloadEntry', spec)).toEqual(expected);
  });
});

describe('ports', () => {
  test.each<[string, object, Said[]]>([
    ['have names and numbers', { address: '10.0.0.1', ports: { http: 8080 } }, []],
    ['have no names with a dot', { address: '10.0.0.1', ports: { 'http.a': 8080 } }, [
      ['error', 'spec.ports["http.a"]', '"http.a" is not the name of a port',
        'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most'],
    ]],
    ['have numbers up to 65535', { address: '10.0.0.1', ports: { http: 65536 } }, [
      ['error', 'spec.ports.http', '65536 is not a port', 'Give a number from 1 to 65535'],
    ]],
    ['have numbers from 1', { address: '10.0.0.1', ports: { http: 0 } }, [
      ['error', 'spec.ports.http', 'There is no port number', 'Give a number from 1 to 65535'],
    ]],
    ['are none beside a socket', { address: 'unix:///run/app.sock', ports: { http: 8080 } }, [
      ['error', 'spec.ports', 'The socket "unix:///run/app.sock" has ports ({"http":8080})', 'Remove "ports"'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('WorkloadEntry', spec)).toEqual(expected);
  });
});

describe('labels', () => {
  test.each<[string, object, Said[]]>([
    ['are labels of Kubernetes', { address: '10.0.0.1', labels: { 'app.kubernetes.io/name': 'web', 'version': '' } }, []],
    ['have a prefix that is a DNS name', { address: '10.0.0.1', labels: { 'a./name': 'web' } }, [
      ['error', 'spec.labels["a./name"]', '"a./name" is not the key of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before'],
    ]],
    ['have keys that begin with a letter or digit', { address: '10.0.0.1', labels: { _name: 'web' } }, [
      ['error', 'spec.labels._name', '"_name" is not the key of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before'],
    ]],
    ['have one slash at most', { address: '10.0.0.1', labels: { 'a/b/c': 'web' } }, [
      ['error', 'spec.labels["a/b/c"]', '"a/b/c" is not the key of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before'],
    ]],
    ['have values that end in a letter or digit', { address: '10.0.0.1', labels: { app: 'web-' } }, [
      ['error', 'spec.labels.app', '"web-" is not the value of a label',
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
    ]],
  ])('%s', (_sentence, spec, expected) => {
    expect(said('WorkloadEntry', spec)).toEqual(expected);
  });
});

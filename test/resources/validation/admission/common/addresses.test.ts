import { isIpAddress, isIpPrefix } from '../../../../../src/resources/validation/admission/common/addresses';

test.each([
  '0.0.0.0', '255.255.255.255', '::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', 'FE80::a', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4', 'fe80::1%eth0', 'fe80::1%a%b',
])('%s is an address', (text) => {
  expect(isIpAddress(text)).toBe(true);
});

test.each([
  '', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.256', '1.2.3.', '1.2.3.4%eth0', ':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::', '12345::', 'g::', '::1.2.3', '::01.2.3.4', '1.2.3.4::', '1:2:3:4:5:6:7:1.2.3.4', 'fe80::1%', '%eth0',
  ' ::1', 'a.b',
])('%j is not an address', (text) => {
  expect(isIpAddress(text)).toBe(false);
});

test.each(['10.0.0.0/8', '10.1.2.3/32', '0.0.0.0/0', '::/0', '2001:db8::/128', '::ffff:1.2.3.4/96'])('%s is a range', (text) => {
  expect(isIpPrefix(text)).toBe(true);
});

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/+8', '10.0.0.0/', '/8', '::/129', 'fe80::%eth0/64', '10.0.0.0/8/9'])('%j is not a range', (text) => {
  expect(isIpPrefix(text)).toBe(false);
});

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const LONGEST = 2n ** 63n;

/** Nanoseconds of a duration as Go writes it, such as `1h30m` or `-1.5s`; nothing where Go would refuse it. */
export function goDuration(text: string): bigint | undefined {
  const [, sign, rest] = /^([-+]?)([^]*)$/.exec(text)!;
  if (rest === '0') return 0n;
  if (!/^(\d+(\.\d*)?[^.\d]+|\.\d+[^.\d]+)+$/.test(rest)) return undefined;
  let sum = 0n;
  for (const [, whole, fraction = '', unit] of rest.matchAll(/(\d*)(?:\.(\d*))?([^.\d]+)/g)) {
    const nanoseconds = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (nanoseconds === undefined) return undefined;
    sum += BigInt(whole || '0') * nanoseconds + BigInt(fraction || '0') * nanoseconds / 10n ** BigInt(fraction.length);
    if (sum > LONGEST) return undefined;
  }
  if (sign === '-') return -sum;
  return sum === LONGEST ? undefined : sum;
}

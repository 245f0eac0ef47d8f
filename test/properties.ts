import * as fc from 'fast-check';

/*
 * Property tests draw the same values each time, so that a run says something about the change and nothing about its luck. Another
 * number in PROPERTY_SEED draws others: what fails then is a fault that nobody has met yet, and becomes a named test.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? '1') });

export { fc };

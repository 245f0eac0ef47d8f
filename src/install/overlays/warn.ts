/** Takes a sentence about something that was given and has not the effect that one would think. */
export type Warn = (sentence: string) => void;

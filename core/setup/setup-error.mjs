/** Thrown when Neuroid cannot work; the message says in one sentence what is missing and how to get it. */
export class SetupError extends Error {}

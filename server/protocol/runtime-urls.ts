/** The name under which our own code of the sandbox process stands in stack frames. */
export const RUNTIME_URL = 'patternbox-runtime:///guest.js';

/** The same for the hardened language (SES). */
export const SES_URL = 'patternbox-ses:///ses.js';

/** The script that starts a turn; what lies below it on a stack is the host's and is not reported. */
export const TURN_URL = 'patternbox-runtime:///turn.js';

/**
 * The global of the start realm that tells a debugger what a cell holds; only in a process that was
 * started to be debugged, and in no compartment.
 */
export const PEEK_KEY = 'patternboxPeek';

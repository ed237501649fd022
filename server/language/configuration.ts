/** The configuration before the client has sent one: the defaults, and nothing runs. */
import { defaultLimits, limits, noPermissions, switches } from '../protocol/index.ts';
import type { Configuration } from '../protocol/client.ts';

export const defaultConfiguration: Configuration = {
  settings: {
    runOn: 'demand',
    limits: defaultLimits,
    permissions: noPermissions,
    concurrency: limits['run.concurrency'].default,
    cancelOnEdit: switches['run.cancelOnEdit'],
    debug: switches['debug.enabled'],
    requireAllLayers: switches['debug.requireAllLayers'],
    codeLens: switches['codeLens.enabled'],
  },
  trusted: false,
};

/** The configuration before the client has sent one, and the part of it that a file is held to. */
import { isInside } from '../engine/index.ts';
import { defaultLimits, limits, noPermissions, switches } from '../protocol/index.ts';
import type { ClientSettings, Configuration } from '../protocol/client.ts';
import { pathOf } from './locations.ts';

/** The defaults, and nothing runs. */
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
  folders: [],
  trusted: false,
};

/** The settings that hold for a file: those of the innermost folder around it. */
export function settingsFor({ settings, folders }: Configuration, file: string): ClientSettings {
  const around = folders.flatMap((folder) => {
    const path = pathOf(folder.uri);
    return path !== undefined && isInside(path, file) ? [{ path, settings: folder.settings }] : [];
  });
  around.sort((one, other) => other.path.length - one.path.length);
  return around[0]?.settings ?? settings;
}

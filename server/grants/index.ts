/**
 * What the host does for a pattern where a rule of the user allows it: the only code of the server
 * that reads a data file or opens a connection, and it checks the rule first.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { parseReadRule } from '../protocol/index.ts';
import type { Permissions } from '../protocol/index.ts';
import type { Granted, HostReply, HostRequest } from '../protocol/wire.ts';
import { refused } from './failures.ts';
import { canonical, openFiles } from './files.ts';
import { makeNetRules } from './net-rules.ts';
import { request } from './network.ts';
import type { Resolve } from './network.ts';
import { reasonWords } from '../protocol/messages/reason-words.ts';

export interface Grants {
  readonly granted: Granted;
  /** Checks the request against the rules, then does it. Never rejects. */
  readonly perform: (request: HostRequest, signal: AbortSignal) => Promise<HostReply>;
}

/** Where the pattern is. */
export interface Home {
  /** The folder of its file. */
  readonly folder: string;
  /** Relative paths of rules count from here. */
  readonly root: string;
}

/** The grants of one run; null when there is no rule. */
export function openGrants(
  permissions: Permissions,
  { folder, root }: Home,
  resolve?: Resolve,
): Grants | null {
  const { read, net, env } = permissions;
  if (read.length + net.length + env.length === 0) return null;
  const rules = makeNetRules(net);
  const paths = read.map((text) => resolveReadRule(text, root));
  const files = openFiles(
    // A rule for what is not there allows nothing.
    paths.flatMap((rule) => ('path' in rule ? [rule.path] : [])),
    folder,
  );
  const set = env.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.freeze<Grants>({
    granted: {
      net: net.length > 0,
      read: read.length > 0,
      env: env.length > 0,
      environment: Object.fromEntries(set),
    },
    perform: async (asked, signal) => {
      if (asked.kind === 'read') {
        return read.length > 0 ? files.read(asked.path) : refused('read', asked.path, 'rule');
      }
      return request(asked, rules, signal, resolve);
    },
  });
}

/** A path that a user allows, made absolute; or why it cannot be allowed. */
export function resolveReadRule(
  text: string,
  base: string,
): { readonly path: string } | { readonly reason: string } {
  const rule = parseReadRule(text);
  if ('reason' in rule) return rule;
  const absolute = path.resolve(base, rule.path);
  if (canonical(absolute) === undefined) return { reason: reasonWords.noFileOrFolder };
  const real = realpathSync.native(absolute);
  if (real === path.parse(real).root) return { reason: reasonWords.wholeFileSystem };
  return { path: absolute };
}

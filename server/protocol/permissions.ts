/**
 * What a user allows a pattern: rules by scope, each checked here before anything is looked up. A
 * rule comes from a setting or from the command line, never from a pattern.
 */
import { reasonWords } from './messages/reason-words.ts';

/** The scopes that have rules. Host services other than these are answered by fixtures. */
export const permissionScopes = ['read', 'net', 'env'] as const;
export type PermissionScope = (typeof permissionScopes)[number];

/** The rules of each scope, as they were written. */
export type Permissions = Readonly<Record<PermissionScope, readonly string[]>>;

/** Nothing is allowed. */
export const noPermissions: Permissions = Object.freeze({ read: [], net: [], env: [] });

/** Bounds of what rules allow; they cannot be changed. */
export const grantBounds = {
  /** Rules of one scope. */
  rules: 64,
  /** Characters of one rule, and of a name that a pattern asks for. */
  ruleLength: 4096,
  /** Requests of one run. */
  requests: 256,
  /** Requests at the same time; more wait. */
  concurrentRequests: 8,
  /** Redirects that one request follows. */
  redirects: 5,
  /** Milliseconds from request to the last byte of the answer. */
  requestMs: 10_000,
  /** Bytes of the body that a pattern sends. */
  requestBytes: 1024 * 1024,
  /** Bytes of an answer's body, after decompression. */
  responseBytes: 5 * 1024 * 1024,
  /** Bytes of a data file. */
  fileBytes: 5 * 1024 * 1024,
} as const;

/** A place on the network: one host, and one port or all of them. */
export interface NetRule {
  /** As a URL spells it: in lower case, an IPv6 address in brackets. */
  readonly host: string;
  readonly port: number | null;
}

/** What is wrong with a rule, in a few words. */
export interface BadRule {
  readonly reason: string;
}

const NET_RULE = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]\\%]+)(?::(\d{1,5}))?$/i;

/** `HOST` or `HOST:PORT`, an IPv6 address in brackets. */
export function parseNetRule(text: string): NetRule | BadRule {
  const [, host, port] = NET_RULE.exec(text.slice(0, 256)) ?? [];
  if (host === undefined || text.length > 255) {
    return { reason: reasonWords.hostRule };
  }
  if (host.includes('*')) return { reason: reasonWords.hostInFull };
  const number = port === undefined ? null : Number(port);
  if (number !== null && (number < 1 || number > 65_535)) {
    return { reason: reasonWords.portRule };
  }
  try {
    // The same spelling that an address has when it is asked for.
    const { hostname } = new URL(`http://${host}/`);
    return { host: hostname, port: number };
  } catch {
    return { reason: reasonWords.namesNoHost };
  }
}

const ENV_RULE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/** The name of one environment variable. */
export function parseEnvRule(text: string): { readonly name: string } | BadRule {
  return ENV_RULE.test(text) ? { name: text } : { reason: reasonWords.environmentRule };
}

/** A path of this machine; whether there is such a file is for the host to say. */
export function parseReadRule(text: string): { readonly path: string } | BadRule {
  if (text === '' || text.length > grantBounds.ruleLength) {
    return { reason: reasonWords.ruleLength(grantBounds.ruleLength) };
  }
  if (text.includes('\0')) return { reason: reasonWords.nullCharacter };
  if (/^[\\/]{2}/.test(text)) return { reason: reasonWords.networkPath };
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) return { reason: reasonWords.pathNotAddress };
  return { path: text };
}

const parsers = { read: parseReadRule, net: parseNetRule, env: parseEnvRule } as const;

/** What is wrong with a rule of a scope; null if nothing is. */
export function problemOfRule(scope: PermissionScope, text: string): string | null {
  const parsed: object = parsers[scope](text);
  return 'reason' in parsed ? String(parsed.reason) : null;
}

/** Why a request was refused, by structure. */
export const refusalReasons = [
  /** No rule covers it. */
  'rule',
  /** It leads to this machine or its network, which a rule must name with its port. */
  'local',
  /** A redirect leads to it. */
  'redirect',
  /** Only http and https addresses without a user name can be granted. */
  'address',
  /** The name leads out of what is granted. */
  'outside',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

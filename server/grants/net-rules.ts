/** Decides whether rules cover a destination; looks nothing up. */
import { isIP } from 'node:net';
import { parseNetRule } from '../protocol/index.ts';
import type { NetRule, RefusalReason } from '../protocol/index.ts';
import { isLocal, isLoopback } from './addresses.ts';

export interface Destination {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
  /** `host:port`, for people. */
  readonly target: string;
}

export interface NetRules {
  /** Why the destination may not even be looked up; null if it may. */
  readonly refuse: (destination: Destination) => RefusalReason | null;
  /** Why the address that was found for it may not be connected to; null if it may. */
  readonly refuseAddress: (destination: Destination, address: string) => RefusalReason | null;
}

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Where a text leads, as the parsed URL says; null if it is no URL. */
export function destinationOf(text: string, base?: URL): Destination | null {
  if (!URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  const port = Number(url.port) || (usualPorts[url.protocol] ?? 0);
  return { url, host: url.hostname, port, target: `${url.hostname}:${port}` };
}

/** The address in a host such as `[::1]`; null if it is a name. */
export function literalOf(host: string): string | null {
  const plain = host.replace(/^\[|\]$/g, '');
  return isIP(plain) === 0 ? null : plain;
}

const isLocalhost = (host: string): boolean => /(?:^|\.)localhost$/.test(host);
const spelled = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address);

/** Makes the decisions for rules whose form was checked. */
export function makeNetRules(texts: readonly string[]): NetRules {
  const rules = texts.map(parseNetRule).filter((rule): rule is NetRule => 'host' in rule);
  const covers = (host: string, port: number): boolean =>
    rules.some((rule) => rule.host === host && (rule.port === null || rule.port === port));
  const names = (host: string, port: number): boolean =>
    rules.some((rule) => rule.host === host && rule.port === port);

  const refuseAddress: NetRules['refuseAddress'] = ({ host, port }, address) => {
    if (!isLocal(address) || names(spelled(address), port)) return null;
    // The one name that is an address by definition.
    return isLocalhost(host) && isLoopback(address) && names(host, port) ? null : 'local';
  };

  return Object.freeze<NetRules>({
    refuse: (destination) => {
      const { url, host, port } = destination;
      if (!(url.protocol in usualPorts) || url.username !== '' || url.password !== '') {
        return 'address';
      }
      if (!covers(host, port)) return 'rule';
      const literal = literalOf(host);
      return literal === null ? null : refuseAddress(destination, literal);
    },
    refuseAddress,
  });
}

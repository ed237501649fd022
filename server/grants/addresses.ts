/** Which addresses lead to this machine, to its own network or to nobody in particular. */
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Special-purpose ranges of the IANA registries, and what cloud providers answer with secrets. */
const IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
];
/** The last ones carry an IPv4 address inside. */
const IPV6 = [
  ...['::/128', '::1/128', '100::/64', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
];

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const special = new BlockList();
for (const [ranges, family] of [
  [IPV4, 'ipv4'],
  [IPV6, 'ipv6'],
] as const) {
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    special.addSubnet(network, Number(prefix), family);
  }
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The address without its zone, such as `%eth0`. */
const bare = (address: string): string => address.replace(/%.*$/, '');

/** Whether the address is this machine's own loopback. */
export function isLoopback(address: string): boolean {
  return loopback.check(bare(address), familyOf(bare(address)));
}

/** Whether a rule has to name the address itself before it may be reached. */
export function isLocal(address: string): boolean {
  const plain = bare(address);
  if (isIP(plain) === 0 || special.check(plain, familyOf(plain))) return true;
  // A service of this machine that listens on its public address is local all the same.
  return Object.values(networkInterfaces()).some((all) =>
    all?.some((own) => bare(own.address) === plain),
  );
}

// Which addresses are the machine's own network: loopback, private, link-local, shared, multicast and reserved ones, in IPv4, in
// IPv6, and in IPv4 as IPv6 carries it. A webhook must not be a way to ask the machine's neighbours something.
// Source: the IANA registries of special-purpose addresses (RFC 6890).

import { BlockList, isIPv4, isIPv6 } from 'node:net';

const OWN = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) OWN.addSubnet(net, prefix, 'ipv4');

/** Of IPv6 only what is given out to the world (2000::/3) is elsewhere; of that, not what carries other addresses or is for examples. */
const WORLD = new BlockList();
WORLD.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) OWN.addSubnet(net, prefix, 'ipv6');

/** Also true for what is no address at all. */
export function isOwnNetwork(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIPv4(bare)) return OWN.check(bare, 'ipv4');
  return !isIPv6(bare) || !WORLD.check(bare, 'ipv6') || OWN.check(bare, 'ipv6');
}

import { expect, test } from 'vitest';
import { isOwnNetwork } from './own-network.ts';
import { readAddress } from './outside.ts';
import { signedHeaders } from './signature.ts';
import { checkWebhook } from './webhook.ts';

test.each(['127.0.0.1', '127.8.9.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '[::1]', 'no address'])(
  '%s is one’s own',
  (address) => expect(isOwnNetwork(address)).toBe(true),
);
test.each(['8.8.8.8', '93.184.215.14', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])('%s is elsewhere', (address) => expect(isOwnNetwork(address)).toBe(false));

const problem = (address: string, allowed: readonly string[] = []): string | null => {
  const read = readAddress(address, new Set(allowed), { example: 'https://hooks.example.org/', setting: 'ALLOWED', instead: 'leave them out', receiver: 'a receiver' });
  return read.ok ? null : read.error.message;
};
test.each([
  ['not an address', 'is no web address'],
  ['ftp://example.org/', 'is no web address'],
  ['file:///etc/passwd', 'is no web address'],
  ['https://user:secret@example.org/', 'holds a user name'],
  ['http://example.org/', 'plain http'],
  ['https://127.0.0.1/', 'own network'],
  ['https://2130706433/', 'own network'],
  ['https://0x7f.1/', 'own network'],
  ['https://[::ffff:10.0.0.1]/', 'own network'],
])('%s is refused: %s', (address, why) => expect(problem(address)).toContain(why));
test('a host that is named in the settings may be within, and plain', () => expect([problem('http://127.0.0.1:8080/x', ['127.0.0.1']), problem('http://hooks.lan/', ['hooks.lan']), problem('http://other.lan/', ['hooks.lan'])]).toEqual([null, null, expect.stringContaining('plain http')]));

test('a name is refused where any of its addresses lies within', async () => {
  const find = (...addresses: string[]) => () => Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
  const options = { allowed: new Set<string>(), version: '9.9.9' };
  expect(await checkWebhook('https://hooks.example.org/', options, find('93.184.215.14'))).toEqual({ ok: true, value: 'https://hooks.example.org/' });
  expect(await checkWebhook('https://hooks.example.org/', options, find('93.184.215.14', '10.0.0.1'))).toMatchObject({ ok: false, error: { message: expect.stringContaining('own network') } });
  expect(await checkWebhook('https://hooks.example.org/', options, find())).toMatchObject({ ok: false, error: { message: expect.stringContaining('not known') } });
});

test('a message is signed as the Standard Webhooks specification shows', () => {
  // The example that its libraries are tested with.
  const signed = signedHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', body: '{"test": 2432232314}', seconds: 1_614_265_330 });
  expect(signed).toEqual({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' });
});

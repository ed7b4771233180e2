import { describe, expect, test } from 'vitest';
import { addressOf } from './address.ts';

const urlOf = (env: Readonly<Record<string, string>>): string | null | undefined => {
  const address = addressOf(env);
  return address.ok ? (address.value.url?.href ?? null) : undefined;
};

describe('accounts are', () => {
  test.each([
    ['off on this machine alone', {}, null],
    ['on where asked for, under the address where the server listens', { AIRBRIDGE_ACCOUNTS: 'on', PORT: '5000' }, 'http://127.0.0.1:5000/'],
    ['on where others can come, under the address that people type', { HOST: '0.0.0.0', AIRBRIDGE_URL: 'https://bridge.example' }, 'https://bridge.example/'],
    ['off where others can come and somebody insists, for the server to refuse', { HOST: '0.0.0.0', AIRBRIDGE_ACCOUNTS: 'off' }, null],
    ['on behind a proxy on the same machine', { AIRBRIDGE_ACCOUNTS: 'on', AIRBRIDGE_URL: 'https://bridge.example' }, 'https://bridge.example/'],
    ['on over IPv6', { AIRBRIDGE_ACCOUNTS: 'on', HOST: '::1' }, 'http://[::1]:4020/'],
  ])('%s', (_, env, url) => expect(urlOf(env)).toBe(url));
});

describe('an address is refused', () => {
  test.each([
    ['that others can reach and nobody can name', { HOST: '0.0.0.0' }, 'bad-url'],
    ['that is none', { AIRBRIDGE_ACCOUNTS: 'on', AIRBRIDGE_URL: 'bridge.example' }, 'bad-url'],
    ['with a path', { AIRBRIDGE_ACCOUNTS: 'on', AIRBRIDGE_URL: 'https://bridge.example/air' }, 'bad-url'],
    ['of another kind of server', { AIRBRIDGE_ACCOUNTS: 'on', AIRBRIDGE_URL: 'ftp://bridge.example' }, 'bad-url'],
    ['with accounts half on', { AIRBRIDGE_ACCOUNTS: 'yes' }, 'bad-accounts'],
    ['with a port that is none', { PORT: '70000' }, 'bad-port'],
  ])('%s', (_, env, code) => expect(addressOf(env)).toMatchObject({ ok: false, error: { code } }));
});

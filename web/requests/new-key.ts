// The key under which something is sent. A page that is served to a phone over plain HTTP has no randomUUID.

export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

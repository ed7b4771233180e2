// The signature of a webhook, as the Standard Webhooks specification (1.0) has it: HMAC-SHA256 over id, timestamp and body, so that a
// receiver can tell that the message is ours, whole, and not an old one sent again.

import { createHmac } from 'node:crypto';

const MARK = 'whsec_';

/** `seconds`: of this try, since 1970. `secret`: `whsec_` and base64. */
export function signedHeaders({ id, secret, body, seconds }: { readonly id: string; readonly secret: string; readonly body: string; readonly seconds: number }): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.startsWith(MARK) ? secret.slice(MARK.length) : secret, 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

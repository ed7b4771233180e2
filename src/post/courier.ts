// The Courier of this process: webhooks always, e-mail where a mail server is set.

import { randomBytes, randomUUID } from 'node:crypto';
import type { Channel } from '../app/alerts/book.ts';
import type { AddressProblem, Chance, Courier } from '../app/alerts/courier.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { mailBy, readMailSettings } from './mail.ts';
import { hostsIn } from './outside.ts';
import { carryWebhook, checkWebhook, type WebhookOptions } from './webhook.ts';

const MAIL_IS_OFF: AddressProblem = { message: 'this server sends no e-mail', remedy: 'whoever runs it can set AIRBRIDGE_SMTP_URL and AIRBRIDGE_SMTP_FROM; or use a webhook' };

export interface CourierOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** For one try. */
  readonly timeoutMs?: number;
}

/** AIRBRIDGE_SMTP_URL, AIRBRIDGE_SMTP_FROM, AIRBRIDGE_WEBHOOK_HOSTS (with commas between). */
export function courierBy({ env, version, timeoutMs }: CourierOptions): Result<Courier, AddressProblem> {
  const settings = readMailSettings(env);
  if (!settings.ok) return settings;
  const within = timeoutMs === undefined ? {} : { timeoutMs };
  const mail = settings.value === null ? null : mailBy({ ...settings.value, ...within });
  const allowed = hostsIn(env['AIRBRIDGE_WEBHOOK_HOSTS']);
  const webhooks: WebhookOptions = { allowed, version, ...within };
  return ok({
    channels: new Set<Channel>(mail === null ? ['webhook'] : ['webhook', 'e-mail']),
    check: async (channel, address) => (channel === 'webhook' ? checkWebhook(address, webhooks) : mail === null ? err(MAIL_IS_OFF) : mail.check(address)),
    carry: async (letter, signal) => (letter.channel === 'webhook' ? carryWebhook(letter, webhooks, signal) : mail === null ? { outcome: 'failed', why: MAIL_IS_OFF.message } : mail.carry(letter)),
  });
}

const SECRET_BYTES = 32;

export const chance: Chance = { secret: () => randomBytes(SECRET_BYTES).toString('base64'), id: () => randomUUID(), share: () => Math.random() };

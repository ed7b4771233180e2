// An e-mail by the SMTP server that AIRBRIDGE_SMTP_URL names; off where it names none. Plain text, one receiver. Nothing of what
// others wrote can become a header or a second receiver.

import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import type { AddressProblem, Carried, Letter } from '../app/alerts/courier.ts';
import { isLoopback } from '../app/loopback.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { epochMs } from '../domain/time.ts';

const LONGEST_ADDRESS = 254;
/** One address of the common form: no name, no list, no quoted part, no comment. */
const Address = z.email().max(LONGEST_ADDRESS);

export interface MailOptions {
  readonly url: URL;
  readonly from: string;
  /** To reach the server, to be greeted, and for each answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

export interface Mail {
  check(address: string): Result<string, AddressProblem>;
  carry(letter: Letter): Promise<Carried>;
}

/** The two settings, read; null: e-mail is off. */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>): Result<MailOptions | null, AddressProblem> {
  const [written, from] = [env['AIRBRIDGE_SMTP_URL'] ?? '', env['AIRBRIDGE_SMTP_FROM'] ?? ''];
  if (written === '') return ok(null);
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return err({ message: 'AIRBRIDGE_SMTP_URL is no address of a mail server', remedy: 'write it as smtp://user:password@host:587, or smtps:// for a connection that is encrypted from its beginning; or leave it out' });
  if (!Address.safeParse(from).success) return err({ message: `AIRBRIDGE_SMTP_FROM is ${JSON.stringify(from)}, which is no e-mail address`, remedy: 'set it to the address that messages come from, such as airbridge@example.org' });
  return ok({ url, from });
}

export function mailBy({ url, from, timeoutMs = TIMEOUT_MS }: MailOptions): Mail {
  // Words for each header of ours; whatever breaks a line becomes a space.
  const headerText = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const transport: Transporter = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port !== '' && { port: Number(url.port) }),
    secure: url.protocol === 'smtps:',
    ...(url.username !== '' && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    // A password does not travel in the clear.
    requireTLS: url.username !== '' && !isLoopback(url.hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    check: (address) => {
      const read = Address.safeParse(address.trim());
      return read.success ? ok(read.data) : err({ message: `${JSON.stringify(address.slice(0, 200))} is no e-mail address`, remedy: 'write one address, such as duty@example.org' });
    },
    carry: async ({ id, address, subject, body, language, at }) => {
      if (!Address.safeParse(address).success) return { outcome: 'refused', why: 'the address is no e-mail address' };
      try {
        await transport.sendMail({
          from: { name: 'Airbridge', address: from },
          to: { name: '', address },
          envelope: { from, to: [address] },
          subject: headerText(subject),
          text: body,
          date: new Date(epochMs(at)),
          // The same over all tries: a mailbox that has it already can tell.
          messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
        return { outcome: 'taken' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** Refused for good is only what the server says of this very address; a wrong password may be set right meanwhile. */
function outcomeOf(error: unknown): Carried {
  const { code = '', responseCode = 0, response = '', message = String(error) } = error as { readonly code?: string; readonly responseCode?: number; readonly response?: string; readonly message?: string };
  const why = `the mail server ${response === '' ? `could not be reached (${code === '' ? message : code})` : `answered: ${response.slice(0, 300)}`}`;
  return { outcome: code === 'EENVELOPE' && responseCode >= 550 && responseCode < 560 ? 'refused' : 'failed', why };
}

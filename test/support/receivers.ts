// Receivers of alerts for tests, on loopback: a web server that answers as it is told to, and a mail server that keeps what comes.

import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: { readonly type: string; readonly data: { readonly raised?: readonly { readonly alert: string; readonly subject: string; readonly worse: boolean; readonly title: string }[]; readonly cleared?: readonly { readonly subject: string }[]; readonly more?: number } };
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** A status; `hang`: never answers; `drip`: answers 200 and never ends. */
  answer: number | 'hang' | 'drip';
  close(): Promise<void>;
}

export async function webReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const receiver = { url: '', received, answer: 200 as Receiver['answer'], close: () => Promise.resolve() };
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body, json: JSON.parse(body) as Received['json'] });
      if (receiver.answer === 'hang') return;
      if (receiver.answer === 'drip') return void reply.writeHead(200).write('still here');
      reply.writeHead(receiver.answer, { location: `${receiver.url}elsewhere` }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return receiver;
}

/** As a receiver checks it, in words of its own. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update([headers['webhook-id'], headers['webhook-timestamp'], body].join('.')).digest('base64');
  return headers['webhook-signature'] === `v1,${wanted}`;
}

export interface Mailbox {
  readonly url: string;
  readonly mails: readonly { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  /** What it says to a receiver; null: welcome. */
  refuses: { readonly code: number; readonly text: string } | null;
  close(): Promise<void>;
}

export async function mailReceiver(): Promise<Mailbox> {
  const mails: { from: string; to: string[]; text: string }[] = [];
  const box = { url: '', mails, refuses: null as Mailbox['refuses'], close: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(box.refuses === null ? null : Object.assign(new Error(box.refuses.text), { responseCode: box.refuses.code })),
    onData: (stream, session, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
      stream.on('end', () => {
        mails.push({ from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  box.close = () => new Promise((resolve) => server.close(() => resolve()));
  return box;
}

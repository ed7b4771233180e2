// Every refusal over HTTP is a problem document (RFC 9457). The one table from a failure's code to its status and title;
// the compiler sees to it that no code is missing. Failures themselves know nothing of HTTP.

import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AlertFailure } from '../app/alerts/refusal.ts';
import type { DeskFailure } from '../app/desk.ts';
import type { DecisionsRefused as Refused, Rejection } from '../app/failure.ts';
import type { PeopleFailure } from '../app/people/refusal.ts';
import { storeFailure } from '../app/store-failure.ts';
import { DecisionsRefused } from './contract/plan.ts';
import { RejectedRow } from './contract/rejected.ts';

const PROBLEMS: Readonly<Record<DeskFailure['code'] | PeopleFailure['code'] | AlertFailure['code'] | HttpCode, readonly [status: number, title: string]>> = {
  'unknown-operation': [404, 'There is no such operation'],
  'bad-instant': [400, 'An instant cannot be read'],
  'pack-refused': [422, 'The pack has errors; nothing was written'],
  'facts-refused': [422, 'The facts contradict the journal; nothing was written'],
  'sheet-refused': [422, 'The sheet cannot be read; nothing was written'],
  'intake-open': [422, 'Something is open or wrong in the sheet; nothing was written'],
  'key-reused': [409, 'The idempotency key stands with another body'],
  'planning-failed': [422, 'No plan can be made'],
  'unknown-consignment': [404, 'There is no such consignment'],
  'decisions-refused': [422, 'The decisions cannot stand, or not together'],
  'plan-changed': [409, 'The plan is another by now'],
  'unknown-plan': [404, 'There is no such plan'],
  'unknown-line': [404, 'There is no such line or need in the plan'],
  forbidden: [403, 'This is not yours to do'],
  'sign-in-needed': [401, 'Somebody must be signed in'],
  'sign-in-failed': [401, 'The user name or the password is wrong'],
  'foreign-origin': [403, 'The request comes from elsewhere'],
  'link-unknown': [404, 'There is no such link'],
  'link-ended': [410, 'The link has come to its end'],
  'name-taken': [409, 'The name is taken'],
  'unknown-member': [404, 'There is no such member'],
  'unknown-organisation': [404, 'There is no such organisation'],
  'unknown-token': [404, 'There is no such token'],
  'unknown-link': [404, 'There is no such link'],
  'unknown-delivery': [404, 'There is no such delivery'],
  'unknown-recipient': [404, 'There is no such recipient'],
  'last-administrator': [409, 'Somebody must remain administrator'],
  'answered-otherwise': [409, 'This was answered before, otherwise'],
  'bad-people': [422, 'This cannot be taken as it is'],
  'unknown-subscription': [404, 'There is no such subscription'],
  'unknown-message': [404, 'There is no such message'],
  'bad-address': [422, 'Nothing can be sent to this address'],
  'channel-off': [422, 'This server does not send this way'],
  'past-operation': [422, 'The operation stands in the past'],
  'too-many-subscriptions': [409, 'There are too many subscriptions'],
  'unknown-lot': [404, 'There is no such lot'],
  'unknown-paper': [404, 'There is no such paper'],
  unprintable: [422, 'The paper cannot be printed'],
  'not-approved': [409, 'The plan has not been approved'],
  'unknown-unit': [404, 'There is no such handling unit'],
  'unknown-contradiction': [404, 'There is no such contradiction'],
  'unreadable-code': [422, 'The code cannot be read'],
  'too-many-units': [409, 'More units would be packed than there are'],
  'wrong-order': [409, 'These goods do not belong to that order'],
  'unknown-communique': [404, 'There is no such communiqué'],
  'unknown-request': [404, 'There is no such request'],
  'nothing-to-say': [422, 'There is nothing to announce yet'],
  'bad-hub': [422, 'The choice of a hub cannot be worked out'],
  'bad-change': [422, 'The change cannot be tried'],
  'not-fetched': [422, 'The counts cannot be fetched'],
  'unknown-series': [404, 'There is no such series'],
  'evidence-refused': [422, 'The file cannot be kept as evidence'],
  'no-publisher': [422, 'The operation does not say who publishes'],
  'announcement-refused': [422, 'The text cannot be read as it is'],
  'unknown-evidence': [404, 'There is no such file'],
  'log-not-public': [404, 'There is no such log'],
  'log-refused': [409, 'The log does not go on'],
  'log-key-changed': [409, 'Another key signs by now'],
  'no-such-tile': [404, 'The tree has no such tile'],
  'unknown-leaf': [404, 'There is no such leaf'],
  'unknown-route': [404, 'There is nothing at this address'],
  'bad-request': [400, 'The request cannot be read'],
  'foreign-host': [403, 'This server does not answer to that name'],
  'too-large': [413, 'The request is too large'],
  'too-many-streams': [503, 'Too many readers are connected'],
  'too-many-jobs': [503, 'Too many plans are being made'],
  'unknown-job': [404, 'There is no such job'],
  cancelled: [409, 'It was cancelled'],
  'solver-lost': [503, 'The solver ended before it had an answer'],
  'too-many': [429, 'Too many requests'],
  busy: [503, 'Too many different pages are being made'],
  'pages-not-built': [503, 'The pages have not been built'],
  starting: [503, 'The server is starting'],
  'server-failed': [502, 'The server behind this one failed'],
  'disk-full': [507, 'The disk is full; nothing was written'],
  'database-unreachable': [503, 'The database server does not answer'],
  unstorable: [422, 'This cannot be stored'],
  'store-failed': [503, 'The data folder cannot be used; nothing was written'],
  broken: [500, 'Airbridge is broken here'],
};
/** What the server itself refuses, what jobs end with, and what a store or a solver throws. */
type HttpCode = 'busy' | 'pages-not-built' | 'sign-in-needed' | 'sign-in-failed' | 'foreign-origin' | 'unknown-route' | 'bad-request' | 'foreign-host' | 'too-large' | 'too-many' | 'starting' | 'broken' | StreamCode | JobCode | StoreCode;
type StreamCode = 'too-many-streams';
type JobCode = 'too-many-jobs' | 'unknown-job' | 'cancelled' | 'solver-lost';
/** What else a store may throw is store-failed. */
type StoreCode = 'disk-full' | 'database-unreachable' | 'unstorable' | 'store-failed';

const FieldProblem = z.object({ field: z.string(), problem: z.string() });

export const Problem = z
  .object({
    type: z.string().describe('Names the kind of problem; `urn:airbridge:problem:` and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong this time.'),
    remedy: z.string().describe('What to do about it.'),
    code: z.string(),
    fields: z.array(FieldProblem).optional().describe('Each field of the request that cannot be read.'),
    ...DecisionsRefused.shape,
    rejected: z.array(RejectedRow).optional().describe('Each row of a pack that has an error.'),
  })
  .meta({ id: 'Problem', description: 'A problem document as RFC 9457 describes it.' });
export type Problem = z.infer<typeof Problem>;

export interface Refusal {
  readonly code: keyof typeof PROBLEMS;
  readonly message: string;
  readonly remedy: string;
  readonly fields?: Problem['fields'];
  readonly release?: Refused['release'];
  readonly most?: Refused['most'];
  readonly rejected?: readonly Rejection[];
}

/** A failure of any code: one that the table does not know comes from the store. */
export function refusalOf(failure: Omit<Refusal, 'code'> & { readonly code: string }): Refusal {
  const { code } = failure;
  return { ...failure, code: isKnown(code) ? code : 'store-failed' };
}
const isKnown = (code: string): code is Refusal['code'] => Object.hasOwn(PROBLEMS, code);

export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const [status, title] = PROBLEMS[refusal.code];
  const problem: Problem = {
    type: `urn:airbridge:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    remedy: refusal.remedy,
    code: refusal.code,
    ...(refusal.fields && { fields: refusal.fields }),
    ...(refusal.release && { release: refusal.release.map((line) => ({ ...line, route: [...line.route] })) }),
    ...(refusal.most !== undefined && { most: refusal.most }),
    ...(refusal.rejected && { rejected: [...refusal.rejected] }),
  };
  return reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** Whatever was thrown: by the reading of the request, by a plug-in, or by our own mistake. */
export function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({ field: [error.validationContext, ...issue.instancePath.split('/').slice(1)].join('.'), problem: issue.message ?? 'cannot be read' }));
    return refuse(reply, { code: 'bad-request', message: fields.map(({ field, problem }) => `${field}: ${problem}`).join('; '), remedy: 'See /api/docs for what this address takes.', fields });
  }
  const { statusCode: status = 500, message = '' } = error instanceof Error ? (error as Error & { readonly statusCode?: number }) : {};
  if (status === 413) return refuse(reply, { code: 'too-large', message, remedy: 'Split the pack, or import it with the command airbridge import on the machine itself.' });
  if (status === 429) return refuse(reply, { code: 'too-many', message, remedy: 'Wait a minute, then ask again.' });
  if (status >= 400 && status < 500) return refuse(reply, { code: 'bad-request', message: message || (STATUS_CODES[status] ?? ''), remedy: 'See /api/docs for what this address takes.' });
  // Whoever asked has gone; there is nobody to answer and nothing to mend.
  if (error instanceof Error && error.name === 'AbortError' && request.raw.destroyed) return reply;
  request.log.error(error);
  const failed = storeFailure(error);
  if (failed !== null) return refuse(reply, refusalOf(failed));
  return refuse(reply, { code: 'broken', message: 'The server made a mistake; its log says which.', remedy: 'Try again; if it stays, report it with the log.' });
}

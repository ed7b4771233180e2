// A pasted announcement, read into proposed claims. Nothing is written: whoever confirms records the drafts as facts.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { AnnouncementBody, AnnouncementReading } from '../contract/announcement.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

export const announcementRoutes =
  ({ announcements }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.post('/operations/:op/announcements/reading', { config: { permission: 'fact.announcement' }, schema: { tags: ['Promises'], summary: 'Read a communiqué, a post or an article into proposed claims; nothing is written', params: OperationParams, body: AnnouncementBody, response: responses('Proposals with their words, and the claims that they would make.', AnnouncementReading, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await announcements.read(request.params.op, request.body)),
    );
  };

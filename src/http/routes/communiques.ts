// Communiqués and posts: a draft out of the ledger's figures, and the texts that there are. They are approved and published as facts.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { CommuniqueDraft, CommuniqueList, DraftQuery } from '../contract/communique.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Announcements'];

export const communiqueRoutes =
  ({ communiques }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/communiques', { config: { permission: 'communique.read' }, schema: { tags, summary: 'Texts that were approved or published, and whether they still say what the record holds', params: OperationParams, response: responses('Newest first.', CommuniqueList, 404) } }, async (request, reply) =>
      answer(reply, await communiques.list(request.params.op), (all) => ({ communiques: all })),
    );

    app.get('/operations/:op/communiques/draft', { config: { permission: 'communique.read' }, schema: { tags, summary: 'A draft of a communiqué, a post or a correction, each number with the facts behind it', params: OperationParams, querystring: DraftQuery, response: responses('Sentences to choose among.', CommuniqueDraft, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await communiques.draft(request.params.op, request.query)),
    );
  };

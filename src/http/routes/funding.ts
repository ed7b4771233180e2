// What the gifts are worth, for those who track aid: the IATI activity and the flat rows.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { FUNDING_FILES, FUNDING_TYPES } from '../../app/announce/funding-desk.ts';
import type { Desk } from '../../app/desk.ts';
import { answer, hand } from '../answer.ts';
import { FundingReport } from '../contract/funding.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { fileResponses, responses } from '../contract/responses.ts';

const tags = ['Funding'];
const SUMMARIES = { 'iati.xml': 'The operation as an IATI activity, version 2.03', 'funding.csv': 'Its gifts as flat rows for a financial tracking service, with HXL tags' } as const;

export const fundingRoutes =
  ({ funding }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/funding', { config: { permission: 'pack.export' }, schema: { tags, summary: 'What there is to publish about the gifts, and what to know of it', params: OperationParams, querystring: WhenQuery, response: responses('The identifier and the counts.', FundingReport, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await funding.report(request.params.op, request.query)),
    );

    for (const file of FUNDING_FILES)
      app.get(`/operations/:op/${file}`, { config: { permission: 'pack.export' }, schema: { tags, summary: SUMMARIES[file], params: OperationParams, querystring: WhenQuery, response: fileResponses('The file.', FUNDING_TYPES[file], 400, 404, 422) } }, async (request, reply) =>
        hand(reply, await funding.file(request.params.op, { ...request.query, file })),
      );
  };

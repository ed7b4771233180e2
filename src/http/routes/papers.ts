// Papers of the way as PDF, and reports as workbooks and PDF.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { PDF, XLSX } from '../../app/papers/papers-desk.ts';
import { answer, hand } from '../answer.ts';
import { OperationParams, WhenQuery } from '../contract/operation.ts';
import { LabelsQuery, PaperList, PaperParams, PaperQuery, ReportParams, ReportQuery } from '../contract/papers.ts';
import { fileResponses, responses } from '../contract/responses.ts';

const tags = ['Papers'];

export const paperRoutes =
  ({ papers }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/papers', { config: { permission: 'paper.print' }, schema: { tags, summary: 'What can be printed now, for which subjects', params: OperationParams, querystring: WhenQuery, response: responses('Each paper with its number.', PaperList, 400, 404) } }, async (request, reply) =>
      answer(reply, await papers.list(request.params.op, request.query)),
    );

    app.get('/operations/:op/papers/:kind/:subject.pdf', { config: { permission: 'paper.print' }, schema: { tags, summary: 'A paper as PDF: the same facts, the same bytes', params: PaperParams, querystring: PaperQuery, response: fileResponses('The paper.', PDF, 400, 404, 422) } }, async (request, reply) => {
      const { op, kind, subject } = request.params;
      return hand(reply, await papers.paper(op, { kind, subject, ...request.query }));
    });

    app.get('/operations/:op/labels.pdf', { config: { permission: 'paper.print' }, schema: { tags, summary: 'Labels of handling units: bars, DataMatrix, QR code, and words to be read from two metres', params: OperationParams, querystring: LabelsQuery, response: fileResponses('The labels.', PDF, 400, 404, 409, 422) } }, async (request, reply) =>
      hand(reply, await papers.labels(request.params.op, request.query)),
    );

    for (const [format, type] of [['xlsx', XLSX], ['pdf', PDF]] as const)
      app.get(`/operations/:op/reports/:kind.${format}`, { config: { permission: 'paper.print' }, schema: { tags, summary: `A report as ${format === 'xlsx' ? 'a workbook with real numbers' : 'PDF'}`, params: ReportParams, querystring: ReportQuery, response: fileResponses('The report.', type, 400, 404, 422) } }, async (request, reply) => {
        const { op, kind } = request.params;
        return hand(reply, await papers.report(op, { kind, format, ...request.query }));
      });
  };

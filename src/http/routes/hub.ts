// The hub: its board, stock cards, and who holds units of a lot.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { BuildReport, BuildRequest, HoldersQuery, HoldersReport, HubBoard, ScanReport, ScanRequest, StockCard, StockCardParams, StockCardQuery, UnitsQuery, UnitsReport } from '../contract/hub.ts';
import { FactHeaders, OperationParams, WhenQuery } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Hub'];

export const hubRoutes =
  ({ hub }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/operations/:op/hub', { config: { permission: 'hub.read' }, schema: { tags, summary: 'Arrivals, stock by lot, open discrepancies, handling ahead, recalls', params: OperationParams, querystring: WhenQuery, response: responses('The board.', HubBoard, 400, 404) } }, async (request, reply) =>
      answer(reply, await hub.board(request.params.op, request.query)),
    );

    app.get('/operations/:op/hub/lots/:lot', { config: { permission: 'hub.read' }, schema: { tags, summary: 'The stock card of a lot', params: StockCardParams, querystring: StockCardQuery, response: responses('Every movement with what was left after it.', StockCard, 400, 404) } }, async (request, reply) =>
      answer(reply, await hub.stockCard(request.params.op, { lot: request.params.lot, ...request.query })),
    );

    app.get('/operations/:op/hub/holders', { config: { permission: 'hub.read' }, schema: { tags, summary: 'Who holds units of these lots: what a recall would ask', params: OperationParams, querystring: HoldersQuery, response: responses('By holder, down to handling units.', HoldersReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await hub.holders(request.params.op, request.query)),
    );

    app.get('/operations/:op/hub/units', { config: { permission: 'hub.read' }, schema: { tags, summary: 'Handling units as they stand, or those in one of them', params: OperationParams, querystring: UnitsQuery, response: responses('Each with what is in it.', UnitsReport, 400, 404) } }, async (request, reply) =>
      answer(reply, await hub.units(request.params.op, request.query)),
    );

    app.post('/operations/:op/hub/units', { config: { permission: 'hub.work' }, schema: { tags, summary: 'Pack loose units of a lot into labelled cartons, on pallets', params: OperationParams, headers: FactHeaders, body: BuildRequest, response: responses('Their numbers.', BuildReport, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await hub.build(request.params.op, request.body, request.headers['idempotency-key'])),
    );

    app.post('/operations/:op/hub/scans', { config: { permission: 'hub.work' }, schema: { tags, summary: 'A scan: find, receive, put down, load or deliver a handling unit', params: OperationParams, headers: FactHeaders, body: ScanRequest, response: responses('The unit as it stands now.', ScanReport, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await hub.scan(request.params.op, request.body, request.headers['idempotency-key'])),
    );
  };

// A shipper's own sheet: looked at, then accepted.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { IntakeAsk } from '../../app/airlift/intake-shape.ts';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { goneWith, sheetLimit } from '../sheet-request.ts';
import { IntakeAccepted, IntakeBody, IntakePreview, ServiceRequestFile } from '../contract/intake.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const ConsignmentParams = OperationParams.extend({ consignment: z.string().min(1).max(64).describe('The id of a consignment, such as F1.') });
const tags = ['Airlift'];

const askOf = ({ file, ...rest }: z.infer<typeof IntakeBody>): IntakeAsk => ({ file: { name: file.name, content: new Uint8Array(Buffer.from(file.content, 'base64')) }, ...rest });

export const intakeRoutes =
  ({ airlift }: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.post('/operations/:op/intake/preview', { bodyLimit: sheetLimit, config: { permission: 'intake.work' }, schema: { tags, summary: "Read a shipper's sheet; nothing is written", params: OperationParams, body: IntakeBody, response: responses('What it says, what is open and what is wrong.', IntakePreview, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await airlift.previewIntake(request.params.op, askOf(request.body), goneWith(reply))),
    );

    app.get('/operations/:op/consignments/:consignment/service-request', { config: { permission: 'intake.work' }, schema: { tags, summary: 'A consignment as a service request form of the Logistics Cluster', params: ConsignmentParams, response: responses('The form, a workbook.', ServiceRequestFile, 404) } }, async (request, reply) =>
      answer(reply, await airlift.serviceRequest(request.params.op, request.params.consignment), ({ name, content }) => ({ file: { name, content: Buffer.from(content).toString('base64') } })),
    );

    app.post('/operations/:op/intake', { bodyLimit: sheetLimit, config: { permission: 'intake.work' }, schema: { tags, summary: "Accept a shipper's sheet: its consignment and lots, all or nothing, once", params: OperationParams, body: IntakeBody, response: responses('What was written.', IntakeAccepted, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await airlift.acceptIntake(request.params.op, askOf(request.body))),
    );
  };

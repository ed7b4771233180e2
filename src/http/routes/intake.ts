// A shipper's own sheet: looked at, then accepted.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { IntakeAsk } from '../../app/airlift/intake-shape.ts';
import type { Desk } from '../../app/desk.ts';
import { answer } from '../answer.ts';
import { IntakeAccepted, IntakeBody, IntakePreview } from '../contract/intake.ts';
import { OperationParams } from '../contract/operation.ts';
import { responses } from '../contract/responses.ts';

const tags = ['Airlift'];
/** 50 MB of a sheet are 67 MB in base64; the answers come on top. */
const bodyLimit = 72 * 1024 * 1024;

const askOf = ({ file, ...rest }: z.infer<typeof IntakeBody>): IntakeAsk => ({ file: { name: file.name, content: new Uint8Array(Buffer.from(file.content, 'base64')) }, ...rest });

export const intakeRoutes =
  (desk: Desk): FastifyPluginAsyncZod =>
  async (app) => {
    app.post('/operations/:op/intake/preview', { bodyLimit, schema: { tags, summary: "Read a shipper's sheet; nothing is written", params: OperationParams, body: IntakeBody, response: responses('What it says, what is open and what is wrong.', IntakePreview, 400, 404, 422) } }, async (request, reply) =>
      answer(reply, await desk.previewIntake(request.params.op, askOf(request.body))),
    );

    app.post('/operations/:op/intake', { bodyLimit, schema: { tags, summary: "Accept a shipper's sheet: its consignment and lots, all or nothing, once", params: OperationParams, body: IntakeBody, response: responses('What was written.', IntakeAccepted, 400, 404, 409, 422) } }, async (request, reply) =>
      answer(reply, await desk.acceptIntake(request.params.op, askOf(request.body))),
    );
  };

// What people ask about requests for need: which there are, to file them one by one or as a sheet, and to take a step.

import { ok, type Result } from '../../../domain/result.ts';
import type { Asked, DeskFailure } from '../../desk.ts';
import type { Look, WithFacts } from '../../look.ts';
import type { Clock, SheetReader } from '../../ports.ts';
import { requestsReport } from './report.ts';
import { examineRequests, type RequestSheetAsk, type RequestSheetFiled, type RequestSheetPreview } from './request-sheets.ts';
import type { FiledRequest, RequestAsk, RequestsReport, Signed, StepAsk } from './shape.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface RequestsDesk {
  report(operation: string, when: Asked): Answer<RequestsReport>;
  /** Once under its key. */
  file(operation: string, ask: RequestAsk, key: string): Answer<FiledRequest>;
  /** Once under its key. */
  step(operation: string, request: string, ask: StepAsk, signed: Signed, key: string): Answer<FiledRequest>;
  /** A sheet of requests, read and held against the operation; nothing is written. */
  previewSheet(operation: string, ask: RequestSheetAsk, signal?: AbortSignal): Answer<RequestSheetPreview>;
  /** Its requests join the journal, once for each file; refused while anything is open or wrong. */
  fileSheet(operation: string, ask: RequestSheetAsk): Answer<RequestSheetFiled>;
}

/** What needs the facts alone, wherever they lie. */
export const requestsDesk = (withFacts: WithFacts, look: Look, clock: Clock, reader: SheetReader): Pick<RequestsDesk, 'report' | 'previewSheet'> => ({
  report: (operation, when) => look(operation, when, (now, journal) => ok(requestsReport(now, journal))),
  previewSheet: (operation, ask, signal) =>
    withFacts(operation, async (facts) => {
      const examined = await examineRequests(facts, ask, clock, reader, signal);
      return examined.ok ? ok(examined.value.preview) : examined;
    }),
});

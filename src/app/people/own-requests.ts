// Requests cut down to a viewer's own: those of their recipients, without what others ask for beside them.

import type { RequestInList, RequestsReport } from '../need/requests/shape.ts';
import type { Own } from './own.ts';

export const ownRequest = ({ recipients }: Own, request: RequestInList): RequestInList => ({
  ...request,
  lines: request.lines.map((line) => ({ ...line, overlaps: line.overlaps.filter(({ recipient }) => recipients.has(recipient)), proposal: { within: [], replaces: line.proposal.replaces } })),
});

export const ownRequests = (own: Own, report: RequestsReport): RequestsReport => ({
  ...report,
  requests: report.requests.filter(({ recipient }) => own.recipients.has(recipient)).map((request) => ownRequest(own, request)),
  recipients: report.recipients.filter(({ recipient }) => own.recipients.has(recipient)),
});

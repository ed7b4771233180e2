// The desk as one viewer sees it: operations that are not theirs do not exist, answers hold what is theirs, writes outside are
// refused, and every fact bears who recorded it. What is asked and cut stands here; what is written, in member-writes.ts.

import { err, ok } from '../../domain/result.ts';
import type { AuditReport } from '../custody/audit.ts';
import type { Asked, Desk, JournalEvent } from '../desk.ts';
import { unknownEvidence } from '../onward/proof.ts';
import { type Answer, Gate } from './gate.ts';
import { type Behalf, memberWrites } from './member-writes.ts';
import { ownAudit, ownDispatches, ownFacts, ownPicture, ownPlan, ownStatus } from './own-answers.ts';
import { ownNeed } from './own-need.ts';
import { ownHistory, ownPromises } from './own-promises.ts';
import { ownRequests } from './own-requests.ts';
import type { Permission } from './permissions.ts';
import { scopeOf, seesOperation, type Viewer } from './viewer.ts';

export function memberDesk(desk: Desk, behalf: Behalf): Desk {
  const { viewer } = behalf;
  const at = new Gate(desk, viewer);
  const writing = memberWrites(desk, behalf, at);
  return {
    ...writing,
    operationIds: () => at.visibleIds(),
    operations: async () => {
      const all = await desk.operations();
      return all.ok ? ok(all.value.filter(({ operation }) => seesOperation(viewer, operation))) : all;
    },
    exportPack: (operation, form) => at.whole(operation, 'pack.export', () => desk.exportPack(operation, form)),
    facts: (operation, after, limit) => at.cut(operation, 'journal.read', () => desk.facts(operation, after, limit), (own, page, byId) => ({ ...page, facts: ownFacts(own, page.facts, byId) })),
    follow: (operation, after, signal) => followed(at, desk, viewer, operation, after, signal),
    status: (operation, when) => at.cut(operation, 'status.read', () => desk.status(operation, when), ownStatus),
    audit: (operation, when) => (operation === null ? auditVisible(at, desk, when) : at.cut(operation, 'audit.run', () => desk.audit(operation, when), ownAudit)),
    picture: (operation, when) => at.cut(operation, 'picture.read', () => desk.picture(operation, when), ownPicture),
    standingPlan: (operation, ask, watch) => at.cut(operation, 'plan.read', () => desk.standingPlan(operation, ask, watch), ownPlan),
    explain: (operation, ask, watch) => at.whole(operation, 'plan.explain', () => desk.explain(operation, ask, watch)),
    frontier: (operation, when, watch) => at.whole(operation, 'plan.compare', () => desk.frontier(operation, when, watch)),
    choice: {
      hub: (operation, ask, watch) => at.whole(operation, 'plan.compare', () => desk.choice.hub(operation, ask, watch)),
      whatIf: (operation, ask, watch) => at.whole(operation, 'plan.compare', () => desk.choice.whatIf(operation, ask, watch)),
      whatIfs: (operation, ask, watch) => at.whole(operation, 'plan.compare', () => desk.choice.whatIfs(operation, ask, watch)),
      kept: (operation) => at.whole(operation, 'plan.compare', () => desk.choice.kept(operation)),
    },
    hedge: (operation, ask, watch) => at.whole(operation, 'plan.compare', () => desk.hedge(operation, ask, watch)),
    plans: (operation) => at.cut(operation, 'plan.read', () => desk.plans(operation), (_, plans) => plans),
    recordedPlan: (operation, plan) => at.cut(operation, 'plan.read', () => desk.recordedPlan(operation, plan), (own, found) => (found === null ? null : ownPlan(own, found))),
    hub: {
      ...writing.hub,
      board: (operation, when) => at.whole(operation, 'hub.read', () => desk.hub.board(operation, when)),
      units: (operation, ask) => at.whole(operation, 'hub.read', () => desk.hub.units(operation, ask)),
      stockCard: (operation, ask) => at.whole(operation, 'hub.read', () => desk.hub.stockCard(operation, ask)),
      holders: (operation, ask) => at.whole(operation, 'hub.read', () => desk.hub.holders(operation, ask)),
    },
    promises: {
      ...writing.promises,
      report: (operation, when) => at.cut(operation, 'status.read', () => desk.promises.report(operation, when), ownPromises),
      history: (operation, ask) => at.cut(operation, 'status.read', () => desk.promises.history(operation, ask), ownHistory),
    },
    need: {
      report: (operation, ask) => at.cut(operation, 'need.read', () => desk.need.report(operation, ask), ownNeed),
      parameters: (operation, when) => at.cut(operation, 'need.read', () => desk.need.parameters(operation, when), (_, report) => report),
      method: (operation, when) => at.cut(operation, 'need.read', () => desk.need.method(operation, when), (_, report) => report),
    },
    papers: {
      list: (operation, when) => at.whole(operation, 'paper.print', () => desk.papers.list(operation, when)),
      paper: (operation, ask) => at.whole(operation, 'paper.print', () => desk.papers.paper(operation, ask)),
      report: (operation, ask) => at.whole(operation, 'paper.print', () => desk.papers.report(operation, ask)),
      labels: (operation, ask) => at.whole(operation, 'paper.print', () => desk.papers.labels(operation, ask)),
    },
    funding: {
      report: (operation, when) => at.whole(operation, 'pack.export', () => desk.funding.report(operation, when)),
      file: (operation, ask) => at.whole(operation, 'pack.export', () => desk.funding.file(operation, ask)),
    },
    communiques: {
      draft: (operation, ask) => at.whole(operation, 'communique.read', () => desk.communiques.draft(operation, ask)),
      list: (operation) => at.whole(operation, 'communique.read', () => desk.communiques.list(operation)),
    },
    airlift: {
      ...writing.airlift,
      previewIntake: (operation, ask, signal) => at.whole(operation, 'intake.work', () => desk.airlift.previewIntake(operation, ask, signal)),
      serviceRequest: (operation, consignment) => at.whole(operation, 'intake.work', () => desk.airlift.serviceRequest(operation, consignment)),
    },
    requests: {
      ...writing.requests,
      report: (operation, when) => at.cut(operation, 'request.read', () => desk.requests.report(operation, when), ownRequests),
    },
    counts: {
      ...writing.counts,
      preview: (operation, ask, signal) => at.whole(operation, 'fact.count', () => desk.counts.preview(operation, ask, signal)),
      report: (operation, ask) => at.whole(operation, 'count.read', () => desk.counts.report(operation, ask)),
      feeds: (operation) => at.whole(operation, 'count.follow', () => desk.counts.feeds(operation)),
    },
    announcements: { read: (operation, ask) => at.whole(operation, 'fact.announcement', () => desk.announcements.read(operation, ask)) },
    onward: {
      ...writing.onward,
      board: (operation, when) => at.cut(operation, 'onward.read', () => desk.onward.board(operation, when), ownDispatches),
      evidence: async (operation, sha256) => {
        const found = await at.cut(operation, 'journal.read', () => desk.onward.evidence(operation, sha256), (own, file, byId) => ({ ...file, namedBy: ownFacts(own, file.namedBy, byId) }));
        return found.ok && found.value.namedBy.length === 0 ? err(unknownEvidence(sha256)) : found;
      },
    },
  };
}

/** Which dispatches of an operation a permission of the viewer reaches. */
export async function dispatchesFor(desk: Desk, viewer: Viewer, operation: string, permission: Permission): Answer<(dispatch: string) => boolean> {
  const gate = new Gate(desk, viewer);
  if (scopeOf(viewer, permission) !== 'own') return gate.whole(operation, permission, async () => ok(() => true));
  const own = await gate.own(operation);
  return own.ok ? ok((dispatch) => own.value.own.dispatches.has(dispatch)) : own;
}

/** All operations that the viewer sees, as one report. */
async function auditVisible(at: Gate, desk: Desk, when: Asked): Answer<AuditReport> {
  const ids = await at.visibleIds();
  if (!ids.ok) return ids;
  const reports: AuditReport[] = [];
  for (const id of ids.value) {
    const report = await at.cut(id, 'audit.run', () => desk.audit(id, when), ownAudit);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok({ ok: reports.every((it) => it.ok), facts: reports.reduce((sum, { facts }) => sum + facts, 0), rows: reports.flatMap(({ rows }) => rows), problems: reports.flatMap(({ problems }) => problems) });
}

/** The journal live; where only their own is theirs, each page without the facts of others. */
async function followed(at: Gate, desk: Desk, viewer: Viewer, operation: string, after: number | null, signal: AbortSignal): ReturnType<Desk['follow']> {
  const whole = scopeOf(viewer, 'journal.read') === 'all';
  const allowed = await at.cut(operation, 'journal.read', async () => ok(null), () => null);
  if (!allowed.ok) return allowed;
  const events = await desk.follow(operation, after, signal);
  return whole || !events.ok ? events : ok(ownEvents(at, desk, operation, events.value));
}

async function* ownEvents(at: Gate, desk: Desk, operation: string, pages: AsyncIterable<readonly JournalEvent[]>): AsyncGenerator<readonly JournalEvent[]> {
  for await (const page of pages) {
    const numbers = page.flatMap(({ event, seq }) => (event === 'fact' ? [seq] : []));
    const first = Math.min(...numbers);
    const own = numbers.length === 0 ? null : await at.cut(operation, 'journal.read', () => desk.facts(operation, first - 1, Math.max(...numbers) - first + 1), (mine, facts, byId) => ({ ...facts, facts: ownFacts(mine, facts.facts, byId) }));
    // They may no longer see the operation: the stream ends.
    if (own?.ok === false) return;
    const seen = new Set(own?.value.facts.map(({ seq }) => seq));
    yield page.filter(({ event, seq }) => event !== 'fact' || seen.has(seq));
  }
}

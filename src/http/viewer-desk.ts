// The desk that the routes hold in a server with accounts: each question goes to the desk of whoever asks it. So a route needs
// not know that there are accounts, and a new one cannot forget it.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Desk } from '../app/desk.ts';
import { memberDesk } from '../app/people/member-desk.ts';
import { actorOf, adopt } from '../app/people/members.ts';
import type { PeopleTools } from '../app/people/tools.ts';
import type { Viewer } from '../app/people/viewer.ts';
import { invariant } from '../domain/result.ts';

/** Whose request this is, wherever its work goes on. */
export class Asking {
  readonly #storage = new AsyncLocalStorage<Viewer>();

  run(viewer: Viewer, work: () => void): void {
    this.#storage.run(viewer, work);
  }

  get viewer(): Viewer {
    const viewer = this.#storage.getStore();
    invariant(viewer !== undefined, 'only a route with a permission asks the desk');
    return viewer;
  }
}

export function viewerDesk(desk: Desk, tools: PeopleTools, asking: Asking): Desk {
  const desks = new WeakMap<Viewer, Desk>();
  const ofViewer = (): Desk => {
    const { viewer } = asking;
    const known = desks.get(viewer);
    if (known !== undefined) return known;
    const made = memberDesk(desk, {
      viewer,
      actor: (operation) => actorOf(tools, viewer, operation),
      adopt: async (operation) => {
        if (viewer.member !== null) await adopt(tools, viewer.member, operation);
      },
    });
    desks.set(viewer, made);
    return made;
  };
  return {
    operationIds: () => ofViewer().operationIds(),
    operations: () => ofViewer().operations(),
    importPack: (files) => ofViewer().importPack(files),
    exportPack: (operation, form) => ofViewer().exportPack(operation, form),
    facts: (operation, after, limit) => ofViewer().facts(operation, after, limit),
    follow: (operation, after, signal) => ofViewer().follow(operation, after, signal),
    record: (operation, draft, key) => ofViewer().record(operation, draft, key),
    recordAll: (operation, drafts, key) => ofViewer().recordAll(operation, drafts, key),
    status: (operation, when) => ofViewer().status(operation, when),
    audit: (operation, when) => ofViewer().audit(operation, when),
    plan: (operation, ask, watch) => ofViewer().plan(operation, ask, watch),
    approve: (operation, ask, key) => ofViewer().approve(operation, ask, key),
    picture: (operation, when) => ofViewer().picture(operation, when),
    standingPlan: (operation, ask, watch) => ofViewer().standingPlan(operation, ask, watch),
    explain: (operation, ask, watch) => ofViewer().explain(operation, ask, watch),
    frontier: (operation, when, watch) => ofViewer().frontier(operation, when, watch),
    choice: {
      hub: (operation, ask, watch) => ofViewer().choice.hub(operation, ask, watch),
      whatIf: (operation, ask, watch) => ofViewer().choice.whatIf(operation, ask, watch),
      whatIfs: (operation, ask, watch) => ofViewer().choice.whatIfs(operation, ask, watch),
      kept: (operation) => ofViewer().choice.kept(operation),
    },
    hedge: (operation, ask, watch) => ofViewer().hedge(operation, ask, watch),
    plans: (operation) => ofViewer().plans(operation),
    recordedPlan: (operation, plan) => ofViewer().recordedPlan(operation, plan),
    hub: {
      board: (operation, when) => ofViewer().hub.board(operation, when),
      stockCard: (operation, ask) => ofViewer().hub.stockCard(operation, ask),
      holders: (operation, ask) => ofViewer().hub.holders(operation, ask),
      units: (operation, ask) => ofViewer().hub.units(operation, ask),
      build: (operation, ask, key) => ofViewer().hub.build(operation, ask, key),
      scan: (operation, ask, key) => ofViewer().hub.scan(operation, ask, key),
    },
    promises: {
      report: (operation, when) => ofViewer().promises.report(operation, when),
      history: (operation, ask) => ofViewer().promises.history(operation, ask),
      takePosition: (operation, ask, key) => ofViewer().promises.takePosition(operation, ask, key),
      keepSnapshot: (operation, content) => ofViewer().promises.keepSnapshot(operation, content),
    },
    need: {
      report: (operation, ask) => ofViewer().need.report(operation, ask),
      parameters: (operation, when) => ofViewer().need.parameters(operation, when),
      method: (operation, when) => ofViewer().need.method(operation, when),
    },
    papers: {
      list: (operation, when) => ofViewer().papers.list(operation, when),
      paper: (operation, ask) => ofViewer().papers.paper(operation, ask),
      report: (operation, ask) => ofViewer().papers.report(operation, ask),
      labels: (operation, ask) => ofViewer().papers.labels(operation, ask),
    },
    funding: {
      report: (operation, when) => ofViewer().funding.report(operation, when),
      file: (operation, ask) => ofViewer().funding.file(operation, ask),
    },
    announcements: { read: (operation, ask) => ofViewer().announcements.read(operation, ask) },
    airlift: {
      previewIntake: (operation, ask, signal) => ofViewer().airlift.previewIntake(operation, ask, signal),
      acceptIntake: (operation, ask) => ofViewer().airlift.acceptIntake(operation, ask),
      serviceRequest: (operation, consignment) => ofViewer().airlift.serviceRequest(operation, consignment),
    },
    requests: {
      report: (operation, when) => ofViewer().requests.report(operation, when),
      file: (operation, ask, key) => ofViewer().requests.file(operation, ask, key),
      previewSheet: (operation, ask, signal) => ofViewer().requests.previewSheet(operation, ask, signal),
      fileSheet: (operation, ask) => ofViewer().requests.fileSheet(operation, ask),
      step: (operation, request, ask, signed, key) => ofViewer().requests.step(operation, request, ask, signed, key),
    },
    communiques: {
      draft: (operation, ask) => ofViewer().communiques.draft(operation, ask),
      list: (operation) => ofViewer().communiques.list(operation),
    },
    counts: {
      preview: (operation, ask, signal) => ofViewer().counts.preview(operation, ask, signal),
      import: (operation, ask) => ofViewer().counts.import(operation, ask),
      report: (operation, ask) => ofViewer().counts.report(operation, ask),
      feeds: (operation) => ofViewer().counts.feeds(operation),
      setFeed: (operation, wish) => ofViewer().counts.setFeed(operation, wish),
      askFeed: (operation, series, signal) => ofViewer().counts.askFeed(operation, series, signal),
    },
    onward: {
      board: (operation, when) => ofViewer().onward.board(operation, when),
      release: (operation, ask) => ofViewer().onward.release(operation, ask),
      keepEvidence: (operation, content) => ofViewer().onward.keepEvidence(operation, content),
      evidence: (operation, sha256) => ofViewer().onward.evidence(operation, sha256),
      keepSignatory: (operation, person) => ofViewer().onward.keepSignatory(operation, person),
    },
  };
}

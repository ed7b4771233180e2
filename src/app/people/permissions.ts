// The permission matrix: which role may do what, and of what. Plain data, to be read by people; docs/concepts/people.md prints
// it. How "own" is drawn is in own.ts, who asks is in viewer.ts, which address needs which permission stands with the route.

import type { FactKind } from '../../domain/facts.ts';

export const ROLES = ['donor', 'carrier', 'hub-operator', 'planner', 'consignee', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** `all`: of every operation that is theirs. `own`: only what is theirs within it. `none`: refused. */
export type Scope = 'all' | 'own' | 'none';

/** The key of the machine itself: whoever can read the data folder. It makes links and tokens, and sees nothing else. */
export type Holder = Role | 'terminal';
export const HOLDERS: readonly Holder[] = [...ROLES, 'terminal'];

interface Row {
  readonly what: string;
  readonly scopes: Readonly<Record<Holder, Scope>>;
}

const LETTERS: Readonly<Record<string, Scope>> = { A: 'all', o: 'own', '-': 'none' };

/** `cells` in the order of HOLDERS: A all, o own, - none. */
function row(what: string, cells: string): Row {
  const letters = cells.split(' ');
  return { what, scopes: Object.fromEntries(HOLDERS.map((holder, at) => [holder, LETTERS[letters[at] ?? ''] ?? 'none'])) as Row['scopes'] };
}

export const MATRIX = {
  //                                                                        donor carrier hub planner consignee auditor administrator terminal
  'operations.read': row('See which operations there are', 'A A A A A A A -'),
  'status.read': row('See whether a promise is kept', 'o - A A - A A -'),
  'picture.read': row('See the control tower', 'o o A A o A A -'),
  'journal.read': row('Read the journal, fact by fact', 'o o A A o A A -'),
  'plan.read': row('Read plans', 'o o A A o A A -'),
  'need.read': row('See who is short of what, and what that rests on', 'o o A A o A A -'),
  'plan.explain': row('Ask why a line of a plan is as it is', '- - A A - A A -'),
  'plan.compare': row('See plans between equity, hours and cost', '- - - A - A A -'),
  'plan.make': row('Make a plan and enter it in the journal', '- - - A - - - -'),
  'plan.approve': row('Approve a plan with its decisions', '- - - A - - - -'),
  'plan.release': row('Make release orders out of an approved plan', '- - A A - - - -'),
  'hub.read': row('See the hub: arrivals, stock, questions, who holds what', '- - A A - A A -'),
  'hub.work': row('Pack labelled cartons, scan', '- - o - - - - -'),
  'paper.print': row('Print papers and reports', '- - A A - A A -'),
  'onward.read': row('See release orders, load lists, expected arrivals', 'o o A A o A A -'),
  'communique.read': row('See drafts of communiqués, and texts that were approved', '- - - A - A A -'),
  'audit.run': row('Replay the journal', 'o - A A - A A -'),
  'pack.import': row('Import an operation pack', '- - - A - - A -'),
  'pack.export': row('Export an operation', '- - - A - A A -'),
  'count.read': row('See official counts, source beside source', 'A A A A A A A -'),
  'count.follow': row('See which counts are fetched by themselves, and whether that works', '- - A A - A A -'),
  'intake.work': row('Read a shipper’s sheet, accept it, write a service request form', '- - A A - - - -'),
  'fact.record': row('Record facts, of the kinds below', 'o o o A o - - -'),
  'fact.master': row('Register sources, items, places, recipients, services, departures, charters, rules', '- - - A - - - -'),
  'fact.paper': row('Record a paper that is held, and how a sender’s sheet is read', '- - A A - - - -'),
  'fact.announcement': row('Record claims and communiqués', '- - - A - - - -'),
  'fact.position': row('Take a position where claims contradict each other', '- - - A - - - -'),
  'fact.promise': row('Make, amend and withdraw pledges, set earmarks', 'o - - A - - - -'),
  'fact.consignment': row('Announce consignments and lots, issue waybills, file their documents', 'o o o A - - - -'),
  'fact.flight': row('Hand over, depart, arrive, estimate, offload', '- o o A - - - -'),
  'fact.hub': row('Tally, hold, clear, quarantine, release; handling units', '- - o - - - - -'),
  'fact.recall': row('Recall lots, notify, lift', '- - o A - - - -'),
  'fact.need': row('Report stock and need', '- - - A o - - -'),
  'request.read': row('See requests for need, and what became of them', '- - A A o A A -'),
  'request.file': row('File a request for need, answer a question about it, withdraw it', '- - - A o - - -'),
  'request.judge': row('Ask about a request, accept or decline it; make the link by which a recipient files one', '- - - A - - - -'),
  'fact.count': row('Report official counts, import them, have them fetched; set what forecasts rest on', '- - - A - - - -'),
  'fact.plan': row('Approve, freeze, override and forbid in plans; keep what-ifs', '- - - A - - - -'),
  'fact.release': row('Release a dispatch; verify, accept, refuse the order', '- - o A - - - -'),
  'fact.road': row('Load, depart and arrive a dispatch', '- o o - - - - -'),
  'fact.receipt': row('Record what was delivered, accepted, refused, short, damaged', '- o o - o - - -'),
  'fact.loss': row('Record what was lost, seized, returned, destroyed', '- o o - - - - -'),
  'fact.question': row('Resolve a discrepancy', '- - o A - - - -'),
  'link.make': row('Make and revoke the link by which a consignee answers for one delivery', '- - o A - - - -'),
  'alert.read': row('See which alerts are raised', 'o o A A o A A -'),
  'alert.manage': row('Be told of alerts by e-mail or webhook (own: by subscriptions of one’s own); retry what did not get through', 'o o o A o o A -'),
  'account.self': row('See oneself, change the password', 'o o o o o o o -'),
  'token.manage': row('Make, list and revoke one’s own tokens', 'o o o o o o o -'),
  'people.manage': row('Invite people, set roles and organisations, close accounts', '- - - - - - A -'),
  'log.rotate': row('Have a new key sign the transparency log, at the machine itself', '- - - - - - - A'),
  'people.terminal': row('Make a link to a first administrator, and tokens for members, at the machine itself', '- - - - - - - A'),
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof MATRIX;
export const PERMISSIONS = Object.keys(MATRIX) as Permission[];

/** What a token can never do, since it could make itself more than it is. */
export const SESSION_ONLY: ReadonlySet<Permission> = new Set<Permission>(['account.self', 'token.manage', 'people.manage', 'people.terminal', 'log.rotate']);

export const scopeIn = (holder: Holder, permission: Permission): Scope => MATRIX[permission].scopes[holder];

type FactPermission = Extract<Permission, `fact.${string}` | 'request.file' | 'request.judge'>;

/** Which permission a kind of fact needs. A correction needs that of the fact that it corrects. */
export const FACT_PERMISSIONS: Readonly<Record<Exclude<FactKind, 'correction.made' | 'operation.opened'>, FactPermission>> = {
  'source.recorded': 'fact.master',
  'item.registered': 'fact.master',
  'place.registered': 'fact.master',
  'recipient.registered': 'fact.master',
  'service.registered': 'fact.master',
  'departure.scheduled': 'fact.master',
  'charter.offered': 'fact.master',
  'rule.set': 'fact.master',
  'paper.held': 'fact.paper',
  'sender.mapping-learned': 'fact.paper',
  'document.filed': 'fact.consignment',
  'claim.recorded': 'fact.announcement',
  'communique.approved': 'fact.announcement',
  'communique.published': 'fact.announcement',
  'position.taken': 'fact.position',
  'pledge.made': 'fact.promise',
  'pledge.amended': 'fact.promise',
  'pledge.withdrawn': 'fact.promise',
  'earmark.set': 'fact.promise',
  'consignment.announced': 'fact.consignment',
  'lot.announced': 'fact.consignment',
  'waybill.issued': 'fact.consignment',
  'lot.offloaded': 'fact.flight',
  'consignment.estimated': 'fact.flight',
  'consignment.handed-over': 'fact.flight',
  'consignment.departed': 'fact.flight',
  'consignment.arrived': 'fact.flight',
  'handling-unit.built': 'fact.hub',
  'handling-unit.packed': 'fact.hub',
  'handling-unit.unpacked': 'fact.hub',
  'handling-unit.broken-down': 'fact.hub',
  'handling-unit.moved': 'fact.hub',
  'goods.tallied': 'fact.hub',
  'customs.held': 'fact.hub',
  'customs.cleared': 'fact.hub',
  'goods.quarantined': 'fact.hub',
  'goods.released': 'fact.hub',
  'goods.surplus': 'fact.hub',
  'lot.recalled': 'fact.recall',
  'recall.notified': 'fact.recall',
  'recall.lifted': 'fact.recall',
  'goods.recalled': 'fact.loss',
  'count.reported': 'fact.count',
  'census.reported': 'fact.count',
  'counts.published': 'fact.count',
  'counts.imported': 'fact.count',
  'counts.mapping-learned': 'fact.count',
  'count-feed.set': 'fact.count',
  'count-feed.asked': 'fact.count',
  'need.parameter-set': 'fact.count',
  'stock.reported': 'fact.need',
  'need.reported': 'fact.need',
  'need.requested': 'request.file',
  'request.asked': 'request.judge',
  'request.answered': 'request.file',
  'request.accepted': 'request.judge',
  'request.declined': 'request.judge',
  'request.withdrawn': 'request.file',
  'plan.proposed': 'fact.plan',
  'plan.approved': 'fact.plan',
  'plan.overridden': 'fact.plan',
  'plan.frozen': 'fact.plan',
  'plan.forbidden': 'fact.plan',
  'what-if.kept': 'fact.plan',
  'dispatch.released': 'fact.release',
  'release.verified': 'fact.release',
  'release.accepted': 'fact.release',
  'release.refused': 'fact.release',
  'dispatch.loaded': 'fact.road',
  'dispatch.departed': 'fact.road',
  'dispatch.arrived': 'fact.road',
  'dispatch.delivered': 'fact.receipt',
  'dispatch.accepted': 'fact.receipt',
  'dispatch.refused': 'fact.receipt',
  'goods.short': 'fact.receipt',
  'goods.damaged': 'fact.receipt',
  'goods.lost': 'fact.loss',
  'goods.seized': 'fact.loss',
  'goods.destroyed': 'fact.loss',
  'goods.returned': 'fact.loss',
  'discrepancy.resolved': 'fact.question',
};

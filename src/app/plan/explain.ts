// Explain: why a line of a plan is as it is, or why a need stays short; what the things on its way are worth; and what the
// plan would be if one thing were otherwise. The plan is made again from the facts that it was made from.

import { isKind, type Fact } from '../../domain/facts.ts';
import type { ItemCode, RecipientId } from '../../domain/ids.ts';
import { POLICIES, type PlanLine, type PlanProposed } from '../../domain/plan/plan.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { lineAlternatives, needAlternatives, type Alternative } from '../../planner/alternatives.ts';
import { counterfactual, type Counterfactual } from '../../planner/counterfactuals.ts';
import { inPart, type PlanWatch } from '../../planner/progress.ts';
import { pricesOf, type Price, type Subject } from '../../planner/prices.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import type { Failure } from '../failure.ts';
import { DEFAULTS, propose, type PlanOptions, type Proposed, type Tools } from './propose.ts';

export interface ExplainAsk {
  /** Its id, or `latest`. A plan that was not recorded is made again as of `asOf`. */
  readonly plan: string;
  /** A line such as L7, or a need as RECIPIENT/ITEM. */
  readonly line: string;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export interface Explanation {
  readonly plan: string;
  /** Null where a need was asked about. */
  readonly line: string | null;
  readonly recipient: string;
  readonly item: string;
  readonly why: string;
  /** `why` as phrases; none where the plan was recorded without. */
  readonly because: readonly Phrase[];
  readonly prices: readonly Price[];
  readonly counterfactuals: readonly Counterfactual[];
  /** What a reader must know besides. */
  readonly notes: readonly string[];
  readonly noted: readonly Phrase[];
}

export async function explain(journal: readonly Fact[], ask: ExplainAsk, tools: Tools, watch?: PlanWatch): Promise<Result<Explanation, Failure>> {
  const found = await planAgain(journal, ask, tools, watch);
  if (!found.ok) return found;
  const { shown, again, policy, seed } = found.value;
  const about = subjectIn(shown, again, ask.line);
  if (!about.ok) return about;
  const { subject, line, why, because, alternatives } = about.value;
  const base = { ...again.proposal, model: again.model, workings: again.workings };
  // Each is a near neighbour: a large network begins from the prices of the plan itself.
  const from = again.proposal.prices;
  const counterfactuals: Counterfactual[] = [];
  for (const [index, alternative] of alternatives.entries()) counterfactuals.push(await counterfactual(alternative, base, subject, { policy, seed, gap: 0, ...(from !== undefined && { from }) }, tools.solver, inPart(watch, index + 1, alternatives.length)));
  const noted = shown.plan === again.proposal.plan ? [] : [phrase('note.planned-again', { plan: again.proposal.plan })];
  return ok({ plan: shown.plan, line: line?.line ?? null, recipient: subject.recipient, item: subject.item, why, because, prices: pricesOf(subject, again.workings), counterfactuals, notes: noted.map((note) => say(note, english)), noted });
}

interface PlannedAgain {
  /** The plan as it was asked for. */
  readonly shown: PlanProposed;
  readonly again: Proposed;
  readonly policy: PlanProposed['policy'];
  readonly seed: number;
}

async function planAgain(journal: readonly Fact[], { plan, asOf, knownAt }: ExplainAsk, tools: Tools, watch: PlanWatch | undefined): Promise<Result<PlannedAgain, Failure>> {
  const proposals = journal.filter((fact) => isKind(fact, 'plan.proposed'));
  const recorded = plan === 'latest' ? proposals.at(-1) : proposals.findLast(({ body }) => body.plan === plan);
  const policy = recorded?.body.policy ?? POLICIES.find((each) => plan.startsWith(`${each}-`));
  if (policy === undefined) return err(unknownPlan(plan));
  const options: PlanOptions = recorded === undefined ? { ...DEFAULTS, policy, asOf, knownAt } : { policy, seed: recorded.body.seed, gap: 0, asOf: recorded.body.asOf, decisions: recorded.body.decisions, steady: recorded.body.steady?.hours ?? 0, pallets: recorded.body.pallets === undefined ? 'parts' : 'whole' };
  const facts = recorded === undefined ? journal : journal.filter(({ seq }) => seq < recorded.seq);
  const again = await propose(facts, options, tools, watch);
  if (!again.ok) return again;
  const shown = recorded?.body ?? again.value.proposal;
  return recorded === undefined && shown.plan !== plan ? err(unknownPlan(plan)) : ok({ shown, again: again.value, policy, seed: options.seed });
}

const unknownPlan = (plan: string): Failure => ({
  code: 'unknown-plan',
  message: plan === 'latest' ? 'no plan has been recorded yet' : `there is no plan ${plan}, neither in the journal nor made now`,
  remedy: 'record it with airbridge plan OP --record, or give the --as-of at which it was made',
});

interface About {
  readonly subject: Subject;
  readonly line: PlanLine | null;
  readonly why: string;
  readonly because: readonly Phrase[];
  readonly alternatives: readonly Alternative[];
}

function subjectIn(shown: PlanProposed, again: Proposed, asked: string): Result<About, Failure> {
  const { problem, workings } = again;
  const line = shown.lines.find((each) => each.line === asked);
  if (line !== undefined) {
    const legs = line.route.flatMap((id) => workings.outcome.table.byId.get(id) ?? []);
    return ok({ subject: { recipient: line.recipient, item: line.item, lot: line.lot, legs }, line, why: line.why, because: line.because ?? [], alternatives: lineAlternatives(problem, line) });
  }
  const group = workings.outcome.groups.find(({ recipient, item }) => `${recipient.recipient}/${item.item}` === asked);
  if (group === undefined) return err({ code: 'unknown-line', message: `there is no line and no need ${asked} in plan ${shown.plan}`, remedy: `name a line from L1 to L${shown.lines.length}, or a need as RECIPIENT/ITEM` });
  const need: { recipient: RecipientId; item: ItemCode } = { recipient: group.recipient.recipient, item: group.item.item };
  const short = shown.unserved.find(({ recipient, item }) => recipient === need.recipient && item === need.item);
  const covered = phrase('short.covered', {});
  const { why, because = [] } = short ?? { why: say(covered, english), because: [covered] };
  return ok({ subject: { ...need, lot: null, legs: [] }, line: null, why, because, alternatives: needAlternatives(problem, need) });
}

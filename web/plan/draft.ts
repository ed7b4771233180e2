// The draft of decisions about a plan, before anything is asked or recorded: each can be taken back, every step undone. Pure;
// it is kept over a reload by use-draft.ts.

import type { DecisionsAsked } from '../../src/domain/plan/decisions.ts';
import { lineKey } from '../../src/domain/plan/line-key.ts';
import type { PlanProposed } from './policies.ts';

export type Line = PlanProposed['lines'][number];
export interface LineNamed {
  readonly lot: string;
  readonly item: string;
  readonly recipient: string;
  readonly route: readonly string[];
  /** As the plan has it. */
  readonly cartons: number;
}

export type Decision =
  | { readonly kind: 'pin'; readonly line: LineNamed; readonly reason: string }
  /** 0 strikes the line. */
  | { readonly kind: 'set'; readonly line: LineNamed; readonly cartons: number; readonly reason: string }
  | { readonly kind: 'release'; readonly line: LineNamed }
  /** Recipient null: for everybody. */
  | { readonly kind: 'forbid'; readonly departure: string; readonly recipient: string | null; readonly reason: string };

/** Every state of the list, and which of them stands. */
export interface Draft {
  readonly steps: readonly (readonly Decision[])[];
  readonly at: number;
}

export const EMPTY: Draft = { steps: [[]], at: 0 };
export const standing = ({ steps, at }: Draft): readonly Decision[] => steps[at] ?? [];

/** Two decisions with one key are about the same thing: the later counts. */
export const keyOf = (decision: Decision): string => (decision.kind === 'forbid' ? `run\t${decision.departure}\t${decision.recipient ?? ''}` : `line\t${lineKey(decision.line)}`);

const next = ({ steps, at }: Draft, state: readonly Decision[]): Draft => ({ steps: [...steps.slice(0, at + 1), state], at: at + 1 });

export function decide(draft: Draft, fresh: readonly Decision[]): Draft {
  const replaced = new Set(fresh.map(keyOf));
  return next(draft, [...standing(draft).filter((held) => !replaced.has(keyOf(held))), ...fresh]);
}
export const takeBack = (draft: Draft, keys: readonly string[]): Draft => next(draft, standing(draft).filter((held) => !keys.includes(keyOf(held))));
export const undo = (draft: Draft): Draft => ({ ...draft, at: Math.max(0, draft.at - 1) });
export const redo = (draft: Draft): Draft => ({ ...draft, at: Math.min(draft.steps.length - 1, draft.at + 1) });

/**
 * Cartons go from one line to the recipient and by the way of another. Lots differ: what is moved stays of its lot, and the
 * other line is pinned, so that the planner does not take away again what the person gave.
 */
export function move(from: LineNamed, to: LineNamed, cartons: number, reason: string, lines: readonly LineNamed[]): Decision[] {
  const arriving = { lot: from.lot, item: from.item, recipient: to.recipient, route: to.route };
  const held = lines.find((line) => lineKey(line) === lineKey(arriving))?.cartons ?? 0;
  const grown: Decision = { kind: 'set', line: { ...arriving, cartons: held }, cartons: held + cartons, reason };
  const shrunk: Decision = { kind: 'set', line: from, cartons: from.cartons - cartons, reason };
  return lineKey(arriving) === lineKey(to) ? [shrunk, grown] : [shrunk, grown, { kind: 'pin', line: to, reason }];
}

export function asked(decisions: readonly Decision[]): DecisionsAsked {
  const nameOf = ({ lot, recipient, route }: LineNamed): { lot: string; recipient: string; route: string[] } => ({ lot, recipient, route: [...route] });
  return {
    frozen: decisions.flatMap((each) => (each.kind === 'pin' ? [{ ...nameOf(each.line), cartons: each.line.cartons, reason: each.reason }] : [])),
    overridden: decisions.flatMap((each) => (each.kind === 'set' ? [{ ...nameOf(each.line), cartons: each.cartons, reason: each.reason }] : [])),
    forbidden: decisions.flatMap((each) => (each.kind === 'forbid' ? [{ departure: each.departure, ...(each.recipient !== null && { recipient: each.recipient }), reason: each.reason }] : [])),
    released: decisions.flatMap((each) => (each.kind === 'release' ? [nameOf(each.line)] : [])),
  };
}

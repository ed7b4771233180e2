// Which hubs, asked of a file in a form of the OR-Library: the instance that it means, its best choice, and who serves whom, counted from 1
// as the file counts. `airbridge locate`.

import { err, ok, type Result } from '../../domain/result.ts';
import type { Finding } from '../../location/examine.ts';
import type { Instance, Located, Model } from '../../location/instance.ts';
import { locate } from '../../location/locate.ts';
import { shortestPaths } from '../../location/paths.ts';
import { readCap, type CapFile } from '../../standards/orlib/cap.ts';
import type { FileFault } from '../../standards/orlib/figures.ts';
import { readPmed } from '../../standards/orlib/pmed.ts';
import type { Rejection } from '../failure.ts';

/** pmed: a network with a p. cap: openings, capacities, and the cost of each customer at each candidate. */
export const HUB_FORMATS = ['pmed', 'cap'] as const;
export type HubFormat = (typeof HUB_FORMATS)[number];

export interface HubQuestion {
  readonly model: Model;
  /** Null: pmed for a p-median or a p-centre, else cap. */
  readonly format: HubFormat | null;
  /** Null: the file's. */
  readonly p: number | null;
  /** For candidates whose capacity the file leaves open. */
  readonly capacity: number | null;
}

export interface HubChoice {
  readonly model: Model;
  readonly customers: number;
  readonly candidates: number;
  /** Null where it is not asked how many. */
  readonly p: number | null;
  readonly status: Located['status'];
  readonly objective: number;
  readonly bound: number;
  /** Objective less bound, and as a share of the objective. */
  readonly gap: number;
  readonly relativeGap: number;
  /** Counted from 1. */
  readonly open: readonly number[];
  /** `cost`: of this share of the customer's demand. */
  readonly assignment: readonly { readonly customer: number; readonly hub: number; readonly share: number; readonly cost: number }[];
  readonly nodes: number;
  readonly notes: readonly { readonly code: string; readonly message: string; readonly remedy: string }[];
}

export interface HubRefused {
  readonly code: 'file-refused' | 'bad-question' | 'no-choice';
  readonly message: string;
  readonly remedy: string;
  readonly rejected: readonly Rejection[];
}

/** @param file.name as the person named it. @param stop true: no more time, answer with what stands. */
export function chooseHub(file: { readonly name: string; readonly text: string }, question: HubQuestion, stop: () => boolean): Result<HubChoice, HubRefused> {
  const read = instanceOf(file, question);
  if (!read.ok) return read;
  const { instance, notes } = read.value;
  const answer = locate(instance, { stop });
  if (!answer.ok) return err({ code: 'no-choice', message: `${file.name} has no answer to this question`, remedy: 'see to what is named', rejected: answer.error.map((finding) => rejectionOf(file.name, finding)) });
  return ok(choiceOf(instance, answer.value.located, [...notes, ...answer.value.notes]));
}

type Read = Result<{ readonly instance: Instance; readonly notes: HubChoice['notes'] }, HubRefused>;

function instanceOf(file: { readonly name: string; readonly text: string }, question: HubQuestion): Read {
  const byP = question.model === 'pmedian' || question.model === 'pcentre';
  const format = question.format ?? (byP ? 'pmed' : 'cap');
  if (format === 'pmed' && !byP) return err(badQuestion('a network has no openings to pay for', 'ask for --model pmedian or pcentre, or name a file in the form cap'));
  return format === 'pmed' ? ofNetwork(file, question) : ofWarehouses(file, question);
}

function ofNetwork({ name, text }: { readonly name: string; readonly text: string }, { model, p }: HubQuestion): Read {
  const read = readPmed(text);
  if (!read.ok) return err(fileRefused(name, 'pmed', read.error));
  const { nodes, replaced, ...ways } = read.value;
  const cost = shortestPaths({ places: nodes, ...ways, both: true });
  const notes = replaced === 0 ? [] : [{ code: 'edge-replaced', message: `${replaced} of the edges name two nodes that a later row names again, or one node twice`, remedy: 'the later row holds, as these files mean it' }];
  return ok({ instance: { model: model === 'pcentre' ? 'pcentre' : 'pmedian', customers: nodes, candidates: nodes, cost, p: p ?? read.value.p }, notes });
}

function ofWarehouses({ name, text }: { readonly name: string; readonly text: string }, { model, p, capacity }: HubQuestion): Read {
  const read = readCap(text);
  if (!read.ok) return err(fileRefused(name, 'cap', read.error));
  const file = read.value;
  if (model === 'ufl') return ok({ instance: { ...serviceOf(file), model, fixed: file.fixed }, notes: [] });
  if (model === 'cfl') {
    const isLeftOpen = file.capacity.includes(Infinity);
    if (isLeftOpen && capacity === null) return err(badQuestion(`${name} leaves capacities open: it says the word capacity`, 'add --capacity N'));
    return ok({ instance: { ...serviceOf(file), model, fixed: file.fixed, demand: file.demand, capacity: file.capacity.map((it) => (it === Infinity ? (capacity ?? it) : it)) }, notes: [] });
  }
  if (p === null) return err(badQuestion(`${name} does not say how many to open`, 'add --p N'));
  return ok({ instance: { ...serviceOf(file), model, p }, notes: [] });
}

const serviceOf = ({ customers, candidates, cost }: CapFile): Pick<CapFile, 'customers' | 'candidates' | 'cost'> => ({ customers, candidates, cost });
const badQuestion = (message: string, remedy: string): HubRefused => ({ code: 'bad-question', message, remedy, rejected: [] });

const fileRefused = (file: string, format: HubFormat, faults: readonly FileFault[]): HubRefused => ({
  code: 'file-refused',
  message: `${file} cannot be read as ${format}`,
  remedy: `see to what is named, or name another --format`,
  rejected: faults.map(({ row, figure, value, problem, remedy }) => ({ file, sheet: null, row, column: figure === null ? null : String(figure), value, problem, remedy })),
});

const rejectionOf = (file: string, { message, remedy }: Finding): Rejection => ({ file, sheet: null, row: null, column: null, value: null, problem: message, remedy });

function choiceOf(instance: Instance, { status, objective, bound, open, assignment, nodes }: Located, notes: readonly (HubChoice['notes'][number] & { readonly kind?: string })[]): HubChoice {
  const gap = tidy(objective) - tidy(bound);
  return {
    model: instance.model,
    customers: instance.customers,
    candidates: instance.candidates,
    p: 'p' in instance ? instance.p : null,
    status,
    objective: tidy(objective),
    bound: tidy(bound),
    gap: tidy(gap),
    relativeGap: gap === 0 ? 0 : tidy(gap / Math.abs(objective)),
    open: open.map((j) => j + 1),
    assignment: assignment.map(({ customer, candidate, share }) => ({ customer: customer + 1, hub: candidate + 1, share: tidy(share), cost: tidy(share * (instance.cost[customer * instance.candidates + candidate] ?? Number.NaN)) })),
    nodes,
    notes: notes.map(({ code, message, remedy }) => ({ code, message, remedy })),
  };
}

/** Sums of decimals end in dust beyond the twelfth digit. */
const tidy = (figure: number): number => Number(figure.toPrecision(12));

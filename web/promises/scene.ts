// What every part of the page speaks of: the report at an instant, which figures are in view, and how they are written.

import { createContext, useContext } from 'react';
import type { PromisesAnswer } from '../../src/http/contract/answers.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { PromisesSeen } from '../router.tsx';
import { STATES, type Parts, type State } from '../shared/custody.tsx';
import type { Figures } from '../shared/figures.ts';
import type { Telling } from '../shared/told.tsx';

export type Report = PromisesAnswer;
export type PledgeMeter = Report['meter']['pledges'][number];
export type GroupMeter = Report['meter']['donors'][number];
export type Found = Report['contradictions'][number];
export type Reading = Found['readings'][number];
export type Claim = Report['claims'][number];

export const GROUPS = ['pledge', 'donor', 'item', 'country'] as const;
export type Group = (typeof GROUPS)[number];

/** Which figures are in view. `null` of a country: what is bound to none. */
export interface Selected {
  readonly by: Group;
  readonly item: string;
  readonly name: string | null;
}

/** A pledge, or a sum of them, as the meter shows it. */
export interface Shown extends Selected {
  readonly tally: PledgeMeter | GroupMeter;
  readonly promised: number | null;
  readonly surplus: number | null;
  readonly total: number;
  /** The facts behind each figure; null: of a country's share no fact speaks alone. */
  readonly facts: Report['pledges'][number]['facts'] | null;
  readonly pledge: PledgeMeter | null;
}

interface Scene {
  readonly report: Report;
  readonly picture: Picture;
  readonly figures: Figures;
  readonly tell: Telling;
  readonly shown: Shown | null;
  readonly onLook: (change: Partial<PromisesSeen>) => void;
}

export const Promises = createContext<Scene | null>(null);

export function usePromises(): Scene {
  const scene = useContext(Promises);
  if (scene === null) throw new Error('the parts of the page of promises stand on it');
  return scene;
}

/** `atHub` without what is allocated, so that each unit stands once. */
export const partsOf = (tally: Shown['tally']): Parts => Object.fromEntries(STATES.map((state: State) => [state, state === 'atHub' ? tally.atHub - tally.allocated : tally[state]])) as Parts;

/** What the address asks for; else the largest promise that passes the hub. */
export function selectedIn({ meter, pledges }: Report, { pledge, donor, country, item, by }: PromisesSeen): Selected | null {
  if (item !== undefined) {
    if (donor !== undefined) return { by: 'donor', item, name: donor };
    if (country !== undefined) return { by: 'country', item, name: country === '-' ? null : country };
    if (pledge === undefined && by === 'item') return { by: 'item', item, name: item };
  }
  const here = meter.pledges.filter((it) => pledges.some((on) => on.pledge === it.pledge && on.item === it.item && on.viaHub));
  const largest = (here.length > 0 ? here : meter.pledges).toSorted((a, b) => b.promised - a.promised)[0];
  const named = meter.pledges.find((it) => it.pledge === pledge && (item === undefined || it.item === item)) ?? largest;
  return named === undefined ? null : { by: 'pledge', item: named.item, name: named.pledge };
}

export function shownIn(report: Report, selected: Selected | null): Shown | null {
  if (selected === null) return null;
  const { by, item, name } = selected;
  const { meter } = report;
  if (by === 'pledge') {
    const pledge = meter.pledges.find((it) => it.pledge === name && it.item === item);
    const facts = report.pledges.find((it) => it.pledge === name && it.item === item)?.facts ?? null;
    return pledge === undefined ? null : { ...selected, tally: pledge, promised: pledge.promised, surplus: pledge.surplus, total: pledge.promised + pledge.surplus, facts, pledge };
  }
  const group = (by === 'donor' ? meter.donors : by === 'item' ? meter.items : meter.countries).find((it) => it.item === item && (by === 'item' || it[by] === name));
  if (group === undefined) return null;
  const own = report.pledges.filter((it) => it.item === item && group.pledges.includes(it.pledge));
  const facts = by === 'country' ? null : joined(own.map((it) => it.facts));
  return { ...selected, tally: group, promised: group.promised, surplus: group.surplus, total: group.total, facts, pledge: null };
}

type Facts = Report['pledges'][number]['facts'];
const KEYS = ['promised', 'consigned', 'inTheAir', 'atHub', 'allocated', 'onward', 'delivered', 'lost', 'landed'] as const satisfies readonly (keyof Facts)[];
const joined = (all: readonly Facts[]): Facts => Object.fromEntries(KEYS.map((key) => [key, all.flatMap((it) => it[key])])) as unknown as Facts;

// An IATI ruleset executed: a small evaluator of the rules that the standard ruleset holds, after its specification ("IATI Ruleset Spec,
// JS Edition"). Where the specification leaves a choice it takes the stricter one: of several dates each counts. It knows no registry
// of publishers, so that no organisation is taken for an existing one.

import type { Document, Node } from '@xmldom/xmldom';
import { holdsAt, nodesAt, textsAt } from './xml.ts';

interface Case {
  readonly ruleInfo?: { readonly id: string; readonly severity: string; readonly message: string };
  readonly condition?: string;
  readonly paths?: readonly string[];
  readonly prefix?: readonly string[];
  readonly separator?: string;
  readonly one?: string;
  readonly all?: string;
  readonly date?: string;
  readonly less?: string;
  readonly more?: string;
  readonly start?: string;
  readonly end?: string;
  readonly regex?: string;
  readonly sum?: number;
  readonly min?: number;
  readonly max?: number;
  readonly if?: string;
  readonly then?: string;
  readonly foreach?: string;
  readonly do?: Rules;
  readonly subs?: readonly (keyof Case)[];
}
type Rules = Readonly<Record<string, { readonly cases: readonly Case[] }>>;
export type Ruleset = Readonly<Record<string, Rules>>;

export interface Terms {
  /** An instant in ISO 8601. */
  readonly now: string;
  /** Codes of OrganisationRegistrationAgency. */
  readonly agencies: readonly string[];
}

/** What one rule found. `looked`: at how many elements. */
export interface Outcome {
  readonly id: string;
  readonly rule: string;
  readonly context: string;
  readonly severity: string;
  readonly message: string;
  readonly looked: number;
  readonly failed: number;
}

const valuesOf = (paths: readonly string[], at: Node): string[] => paths.flatMap((path) => textsAt(path, at));
const dayOf = (text: string): number => Date.parse(text);
const YEAR = 366 * 86_400_000;

type Judge = (it: Case, at: Node, terms: Terms) => boolean;

const JUDGES: Readonly<Record<string, Judge>> = {
  atleast_one: ({ paths = [] }, at) => paths.some((path) => nodesAt(path, at).length > 0),
  no_more_than_one: ({ paths = [] }, at) => paths.reduce((sum, path) => sum + nodesAt(path, at).length, 0) <= 1,
  unique: ({ paths = [] }, at) => { const values = valuesOf(paths, at); return new Set(values).size === values.length; },
  startswith: ({ paths = [], prefix = [], separator = '' }, at, { agencies }) => {
    const starts = prefix.flatMap((path) => (path === 'ORG-ID-PREFIX' ? agencies : textsAt(path, at)));
    return valuesOf(paths, at).every((value) => starts.some((start) => value.startsWith(start + separator)));
  },
  one_or_all: ({ one = '', all = '' }, at) => {
    const others = { lang: '//narrative[not(@xml:lang)]', sector: 'transaction[not(sector)]', currency: './/value[not(@currency)]' }[all];
    if (others === undefined) throw new Error(`one_or_all knows no ${all}`);
    return nodesAt(one, at).length > 0 || nodesAt(all === 'lang' ? `.${others}` : others, at).length === 0;
  },
  date_now: ({ date = '' }, at, { now }) => textsAt(date, at).every((it) => dayOf(it) <= dayOf(now)),
  date_order: ({ less = '', more = '' }, at, { now }) => {
    const late = more === 'NOW' ? [now] : textsAt(more, at);
    return textsAt(less, at).every((early) => late.every((it) => dayOf(early) <= dayOf(it)));
  },
  between_dates: ({ date = '', start = '', end = '' }, at) =>
    textsAt(date, at).every((it) => textsAt(start, at).every((from) => dayOf(from) <= dayOf(it)) && textsAt(end, at).every((to) => dayOf(it) <= dayOf(to))),
  time_limit: ({ start = '', end = '' }, at) => textsAt(start, at).every((from) => textsAt(end, at).every((to) => dayOf(to) - dayOf(from) <= YEAR)),
  regex_matches: ({ paths = [], regex = '' }, at) => valuesOf(paths, at).every((value) => new RegExp(regex).test(value)),
  no_spaces: ({ paths = [] }, at) => valuesOf(paths, at).every((value) => value === value.trim()),
  strict_sum: ({ paths = [], sum = 0 }, at) => Math.abs(valuesOf(paths, at).reduce((all, value) => all + Number(value), 0) - sum) < 1e-9,
  range: ({ paths = [], min = 0, max = 0 }, at) => valuesOf(paths, at).every((value) => Number(value) >= min && Number(value) <= max),
  if_then: ({ if: given = '', then = '' }, at) => !holdsAt(given, at) || holdsAt(then, at),
};

/** A rule within a loop speaks of each value that the loop finds. */
function looped(it: Case, at: Node): { readonly rule: string; readonly each: Case }[] {
  return [...new Set(textsAt(it.foreach ?? '', at))].flatMap((value) =>
    Object.entries(it.do ?? {}).flatMap(([rule, { cases }]) => cases.map((inner) => ({ rule, each: substituted(inner, it.subs ?? [], value) }))));
}

function substituted(it: Case, keys: readonly (keyof Case)[], value: string): Case {
  const put = (text: unknown): unknown => (typeof text === 'string' ? text.replaceAll('$1', value) : Array.isArray(text) ? text.map(put) : text);
  return { ...it, ...Object.fromEntries(keys.filter((key) => it[key] !== undefined).map((key) => [key, put(it[key])])) };
}

/** Every rule of the ruleset with what it found. Throws where it holds a kind of rule that is not known here. */
export function judge(ruleset: Ruleset, document: Document, terms: Terms): Outcome[] {
  return Object.entries(ruleset).flatMap(([context, rules]) => {
    const elements = nodesAt(context, document);
    return Object.entries(rules).flatMap(([rule, { cases }]) => cases.map((it): Outcome => {
      const verdicts = elements.flatMap((at) => (rule === 'loop' ? looped(it, at) : [{ rule, each: it }]).flatMap(({ rule: name, each }) => {
        const decide = JUDGES[name];
        if (decide === undefined) throw new Error(`no rule ${name} is known`);
        return each.condition !== undefined && !holdsAt(each.condition, at) ? [] : [decide(each, at, terms)];
      }));
      const { id, severity, message } = it.ruleInfo ?? Object.values(it.do ?? {})[0]?.cases[0]?.ruleInfo ?? { id: '?', severity: '?', message: '?' };
      return { id, rule, context, severity, message, looked: verdicts.length, failed: verdicts.filter((holds) => !holds).length };
    }));
  });
}

// A text on its way to claims: what was pasted, what the server makes of it, what a person changes and confirms. Nothing is written
// until then.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ClientFailure } from '../../../src/client/client.ts';
import { phrase, type Phrase } from '../../../src/domain/phrase.ts';
import type { AnnouncementAnswer } from '../../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../../src/http/contract/picture.ts';
import { client } from '../../shared/client.ts';

export type Answer = AnnouncementAnswer;
export type Proposal = Answer['proposals'][number];
export type Draft = Answer['drafts'][number];
export type SpanOf = Proposal['because'][number]['span'];

export interface Pasted {
  readonly text: string;
  readonly author: string;
  readonly channel: string;
  readonly link: string;
  /** An instant. */
  readonly publishedAt: string;
  readonly language: '' | 'en' | 'fr';
}
export const NOTHING: Pasted = { text: '', author: '', channel: 'communiqué', link: '', publishedAt: '', language: '' };

/** What a person makes of one proposal; absent fields stand as they were read. Empty: none. */
export interface Choice {
  readonly isIn: boolean;
  readonly summary?: string;
  readonly item?: string;
  readonly units?: string;
  readonly scope?: string;
  readonly pledge?: string;
  readonly stance?: Draft['body']['stance'];
}
export type Choices = Readonly<Record<number, Choice>>;

export interface ReadingState {
  readonly pasted: Pasted;
  readonly answer: Answer | null;
  readonly choices: Choices;
  readonly busy: 'reading' | 'recording' | null;
  readonly failure: ClientFailure | null;
  /** How many claims were recorded; null: none yet. */
  readonly recorded: number | null;
  readonly read: (pasted: Pasted) => Promise<void>;
  readonly choose: (proposal: number, choice: Partial<Choice>) => void;
  readonly record: (summaryOf: (draft: Draft) => string) => Promise<void>;
  readonly startAnew: () => void;
}

export const choiceOf = (choices: Choices, { proposal, isRecorded }: Draft): Choice => choices[proposal] ?? { isIn: !isRecorded };

/** A figure that could be read in two ways stands in the summary once it is chosen. */
export function summaryFor({ summary, open }: Draft, { units }: Choice): Phrase {
  if (summary.say !== 'claim.promise' && summary.say !== 'claim.arrival') return summary;
  const { goods } = summary.with;
  if (goods.say !== 'goods.words' || units === undefined || units === '' || !open.some(({ field }) => field === 'units')) return summary;
  const counted = phrase('goods.units', { least: Number(units), most: Number(units), rounding: 'exactly', unit: 'pieces', item: goods.with.item });
  return summary.say === 'claim.promise' ? phrase('claim.promise', { ...summary.with, goods: counted }) : phrase('claim.arrival', { ...summary.with, goods: counted });
}

/** What keeps a draft from being recorded as it is now. */
export function openIn({ open, body }: Draft, choice: Choice): ('units' | 'summary')[] {
  const units = open.some(({ field }) => field === 'units') ? (choice.units ?? '') : (choice.units ?? String(body.units ?? ''));
  const isAsked = open.some(({ field }) => field === 'units') && units === '';
  return [...(isAsked || !/^\d{0,15}$/.test(units) ? ['units' as const] : []), ...(choice.summary?.trim() === '' ? ['summary' as const] : [])];
}

/** The claim as it is confirmed: a field that was emptied is left out. */
function bodyOf({ body }: Draft, { summary, item, units, scope, pledge, stance }: Choice, said: string): Record<string, unknown> {
  const written = { item: item ?? body.item, units: units === undefined ? body.units : units === '' ? undefined : Number(units), scope: scope ?? body.scope, pledge: pledge ?? body.pledge };
  const { claim, author, channel, language, link, about, place, day, mode } = body;
  return { claim, author, channel, language, ...Object.fromEntries(Object.entries({ link, about, place, day, mode }).filter(([, value]) => value !== undefined)), summary: summary?.trim() ?? said, ...Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== '')), stance: stance ?? body.stance };
}

/** In pieces: a long text has more characters than a call takes arguments. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let signs = '';
  for (let at = 0; at < bytes.length; at += 8192) signs += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(signs);
}

export function useReading(operation: OperationSummary): ReadingState {
  const cache = useQueryClient();
  const [pasted, setPasted] = useState(NOTHING);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [busy, setBusy] = useState<ReadingState['busy']>(null);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const [recorded, setRecorded] = useState<number | null>(null);
  const id = operation.operation;

  const read = async (wanted: Pasted): Promise<void> => {
    setPasted(wanted);
    setBusy('reading');
    setFailure(null);
    const { text, author, channel, link, publishedAt, language } = wanted;
    const asked = await client.announcements.read(id, { text, ...(author !== '' && { author }), ...(channel !== '' && { channel }), ...(link !== '' && { link }), ...(publishedAt !== '' && { publishedAt }), ...(language !== '' && { language }) });
    setBusy(null);
    if (!asked.ok) return setFailure(asked.error);
    setChoices({});
    setRecorded(null);
    setAnswer(asked.value);
  };
  const choose = useCallback((proposal: number, change: Partial<Choice>) => {
    setChoices((held) => ({ ...held, [proposal]: { ...(held[proposal] ?? { isIn: true }), ...change } }));
  }, []);
  const record = async (summaryOf: (draft: Draft) => string): Promise<void> => {
    if (answer === null) return;
    const chosen = answer.drafts.filter((draft) => choiceOf(choices, draft).isIn);
    setBusy('recording');
    setFailure(null);
    // The text as it was pasted is the source that each claim names.
    const kept = await client.promises.keepSnapshot(id, { content: base64Of(pasted.text) });
    if (!kept.ok) {
      setBusy(null);
      return setFailure(kept.error);
    }
    const facts = chosen.map((draft) => ({ kind: 'claim.recorded' as const, occurredAt: draft.occurredAt, body: { ...bodyOf(draft, choiceOf(choices, draft), summaryOf(draft)), snapshot: kept.value.sha256 } }));
    const sent = await client.recordAll(id, { facts }, `${answer.key}:${chosen.map(({ proposal }) => proposal + 1).join('.')}`);
    setBusy(null);
    if (!sent.ok) return setFailure(sent.error);
    setRecorded(sent.value.facts.length);
    await cache.invalidateQueries({ queryKey: ['operations'] });
  };
  const startAnew = (): void => {
    setAnswer(null);
    setPasted(NOTHING);
    setFailure(null);
    setRecorded(null);
    setChoices({});
  };
  return { pasted, answer, choices, busy, failure, recorded, read, choose, record, startAnew };
}

// A reading as a person looks it over: the text with the words of each claim in brackets and its number, then the claims, each with
// its fields, why it was read so, and what is left open.

import type { AnnouncementReading, ClaimDraft } from '../app/promise/announcement-shape.ts';
import { count } from '../app/figures.ts';
import type { Fields, Proposal, Said, Span } from '../standards/announcements/shape.ts';
import { LANGUAGES, type LanguageCode } from '../words/languages.ts';
import { say, sayAll } from '../words/say.ts';
import type { Ink } from './ink.ts';

const saidIn = (fields: Fields): Said<unknown>[] => Object.values(fields).flatMap((field: Said<unknown> | readonly Said<unknown>[]) => field);

export function readingText(text: string, reading: AnnouncementReading, ink: Ink, lang: LanguageCode): string {
  const { proposals, drafts, unread, publishedAt, language } = reading;
  const spoken = LANGUAGES[lang];
  const head = `Published ${publishedAt}, read as ${language === 'en' ? 'English' : 'French'}: ${count(proposals.length)} ${proposals.length === 1 ? 'claim is' : 'claims are'} proposed. Nothing was written.`;
  const claims = proposals.map((proposal, k) => claimText(proposal, drafts[k], k + 1, ink, { summary: drafts[k] === undefined ? '' : say(drafts[k].summary, spoken), why: drafts[k] === undefined ? '' : sayAll(drafts[k].because, spoken) }));
  const aside = unread.length === 0 ? [] : ['', ink.quiet(`Figures set aside: ${unread.map(({ words, as }) => `${words} (${as})`).join(', ')}.`)];
  return [ink.heading(head), '', markedText(text, proposals), '', ...(claims.length === 0 ? ['It claims nothing that this operation could record.'] : claims), ...aside].join('\n');
}

/** [the words]¹: each stretch once, with the numbers of the claims that it belongs to. */
function markedText(text: string, proposals: readonly Proposal[]): string {
  const marks = new Map<string, { readonly span: Span; readonly numbers: Set<number> }>();
  for (const [k, { fields, because }] of proposals.entries())
    for (const span of [...saidIn(fields).filter(({ carried }) => carried !== true).map((said) => said.span), ...because.slice(0, 1).map((why) => why.span)]) {
      const key = `${span.start}-${span.end}`;
      const known = marks.get(key) ?? { span, numbers: new Set<number>() };
      marks.set(key, known);
      known.numbers.add(k + 1);
    }
  let [written, at] = ['', 0];
  for (const { span, numbers } of [...marks.values()].toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (span.start < at) continue;
    written += `${text.slice(at, span.start)}[${text.slice(span.start, span.end)}](${[...numbers].join(',')})`;
    at = span.end;
  }
  return (written + text.slice(at)).trim();
}

function claimText({ kind, fields, because }: Proposal, draft: ClaimDraft | undefined, number: number, ink: Ink, { summary, why }: { readonly summary: string; readonly why: string }): string {
  const words = Object.entries(fields).map(([name, field]: [string, Said<unknown> | readonly Said<unknown>[]]) => `${name} “${[field].flat().map((said) => said.words.replaceAll(/\s+/g, ' ')).join('”, “')}”`).join('; ');
  const open = (draft?.open ?? []).map(({ field, options, isNeeded }) => `${isNeeded ? 'to settle' : 'to look at'}: ${field}${options.length === 0 ? '' : ` (${options.join(' or ')})`}`).join('; ');
  return [`${number}. ${ink.heading(kind)}: ${summary}`, `   ${draft?.body.stance ?? 'context'}${draft?.body.pledge === undefined ? '' : ` ${draft.body.pledge}`}. ${why}`, ink.quiet(`   ${words}`), ink.quiet(`   by rule: ${because.map(({ rule }) => rule).join(', ')}`), ...(open === '' ? [] : [ink.bad(`   ${open}`)])].join('\n');
}

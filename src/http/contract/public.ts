// What the public pages take and answer. The story's shape stands in app/announce/shape.ts; the renderer (web/public/) takes its
// types from here, and is this Renderer.

import { z } from 'zod';
import type { Arithmetic, FactStory, PledgeStory, PublicStory, ThanksStory } from '../../app/announce/shape.ts';

export type * from '../../app/announce/shape.ts';

/** An address takes what it knows and leaves the rest unread: a reader's own marks make no page of their own. */
export const PublicQuery = z.object({
  at: z.string().max(40).optional().describe('How it stood then: an instant, rounded down to ten minutes, or a date for the end of that day.'),
  lang: z.string().max(20).optional().describe('en or fr; absent: what the browser asks for.'),
  dir: z.string().max(3).optional().describe('rtl lays the page out from right to left.'),
});
export const PublicParams = z.object({ op: z.string().min(1).max(64) });
const code = z.string().min(1).max(200);
export const FactParams = PublicParams.extend({ fact: code });
export const FigureParams = PublicParams.extend({ figure: code });
export const PledgeParams = PublicParams.extend({ pledge: code });
export const ThanksParams = PublicParams.extend({ recipient: code });

/** A reader's wish, with everything that may be answered differently. */
export interface Wish {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** As the page's own links repeat it; null: now. */
  readonly at: string | null;
  /** `https://bridge.example`: for addresses that are read elsewhere. */
  readonly origin: string;
}

/** A sentence of the story in the reader's language. */
export interface SaidEntry {
  readonly id: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly text: string;
  readonly link: string;
}

/** Each answers a whole document. */
export interface Renderer {
  readonly languages: readonly string[];
  story(story: PublicStory, wish: Wish): string;
  card(story: PublicStory, wish: Wish): string;
  figure(story: PublicStory, arithmetic: readonly Arithmetic[], wish: Wish): string;
  pledge(story: PublicStory, pledge: PledgeStory, wish: Wish): string;
  thanks(story: PublicStory, thanks: ThanksStory, wish: Wish): string;
  fact(story: PublicStory, fact: FactStory, wish: Wish): string;
  /** 1200 × 630, as SVG in the faces of papers/picture.ts. */
  preview(story: PublicStory, wish: Wish): string;
  /** What is not there, or not now; with what to do about it. */
  refusal(status: number, remedy: string, wish: Wish): string;
  /** What happened, newest first. */
  entries(story: PublicStory, wish: Wish): readonly SaidEntry[];
}

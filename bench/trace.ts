// What a trace of Chromium says about paints and interactions. Times of a trace are microseconds; what is answered is seconds.

import { z } from 'zod';

export type Kind = 'script' | 'style' | 'font' | 'data' | 'page';

export const kindOf = (mimeType: string): Kind => {
  if (mimeType.includes('javascript')) return 'script';
  if (mimeType.includes('css')) return 'style';
  if (mimeType.includes('font')) return 'font';
  return mimeType.includes('json') ? 'data' : 'page';
};

const Event = z.looseObject({
  name: z.string(),
  ts: z.number().default(0),
  args: z.looseObject({ data: z.looseObject({ duration: z.number(), interactionId: z.number(), isOutermostMainFrame: z.boolean(), documentLoaderURL: z.string() }).partial().optional() }).default({}),
});
type Event = z.infer<typeof Event>;
const Trace = z.object({ traceEvents: z.array(Event) });

export const readTrace = (written: Buffer): readonly Event[] => Trace.parse(JSON.parse(written.toString('utf8'))).traceEvents.toSorted((a, b) => a.ts - b.ts);

/** Seconds since the navigation to the page began; null where the trace came without them, as Chromium's do now and then. */
export function paintsOf(events: readonly Event[]): { readonly firstPaint: number; readonly largestPaint: number } | null {
  const start = events.findLast(({ name, args }) => name === 'navigationStart' && (args.data?.documentLoaderURL ?? '').startsWith('http'))?.ts;
  const first = events.find(({ name }) => name === 'firstContentfulPaint')?.ts;
  const largest = events.findLast(({ name }) => name === 'largestContentfulPaint::Candidate')?.ts;
  if (start === undefined || first === undefined || largest === undefined) return null;
  return { firstPaint: (first - start) / 1e6, largestPaint: (largest - start) / 1e6 };
}

/** From a key or click to the next paint, the longest of them; Chromium rounds to 8 ms. null where the trace came without any. */
export function longestInteraction(events: readonly Event[]): number | null {
  const delays = events.flatMap(({ name, args: { data } }) => (name === 'EventTiming' && (data?.interactionId ?? 0) > 0 ? [data?.duration ?? 0] : []));
  return delays.length === 0 ? null : Math.max(...delays) / 1000;
}

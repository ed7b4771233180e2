// The time cursor and the timeline beneath it. The chart shows a window of days; the slider reaches the whole operation. Drag,
// arrows (an hour), page keys (a day), Home and End move the cursor, and the cursor moves every part of the page.

import { memo, startTransition, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { useSize } from '../map/base-map.tsx';
import type { Figures } from '../shared/figures.ts';
import { Chart, GUTTER } from './chart.tsx';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Width of a day where there is room, px. */
const DAY_PX = 134;
/** A dragged cursor falls on whole steps of this many minutes. */
const STEP = HOUR / 4;
const PLAY_MS = 500;
const PLAY_HOURS = 2;

interface TimelineProps {
  readonly picture: Picture;
  readonly cursor: string;
  readonly item: string;
  readonly onMove: (at: string) => void;
  readonly figures: Figures;
  readonly children: ReactNode;
}

const written = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

export function Timeline({ picture, cursor, item, onMove, figures, children }: TimelineProps): ReactElement {
  const { t } = useTranslation();
  const [from, until] = [Date.parse(picture.span.from), Date.parse(picture.span.until)];
  // Where the hand holds the cursor, until the page has followed.
  const [hand, setHand] = useState<number | null>(null);
  const now = hand ?? Date.parse(cursor);
  const drawnNow = useDeferredValue(now);
  const [frame, size] = useSize<HTMLDivElement>({ width: 1100, height: 226 });
  const [playing, setPlaying] = useState(false);
  const gutter = size.width > 600 ? GUTTER : 0;
  const width = size.width - gutter;
  const span = Math.max(3, width / DAY_PX) * DAY;
  const window = useWindow(drawnNow, from, until, span);
  const move = (ms: number): void => {
    const to = Math.max(from, Math.min(until - 60_000, ms));
    setHand(to);
    startTransition(() => onMove(written(to)));
  };
  const step = (hours: number): void => move(Math.round(now / STEP) * STEP + hours * HOUR);

  useEffect(() => setHand(null), [cursor]);
  useEffect(() => {
    if (!playing) return undefined;
    if (now + PLAY_HOURS * HOUR >= until) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => move(now + PLAY_HOURS * HOUR), PLAY_MS);
    return () => clearTimeout(timer);
  });

  const onKey = (event: KeyboardEvent): void => {
    const hours = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 24, PageDown: -24 }[event.key];
    if (hours !== undefined) step(hours);
    else if (event.key === 'Home') move(from);
    else if (event.key === 'End') move(until);
    else return;
    event.preventDefault();
  };
  const toTime = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.round((window + ((event.clientX - box.left - gutter) / width) * span) / STEP) * STEP;
  };
  const slider = { role: 'slider' as const, tabIndex: 0, 'aria-label': t('time.title'), 'aria-valuemin': from, 'aria-valuemax': until, 'aria-valuenow': now, 'aria-valuetext': figures.moment(written(now)), 'aria-keyshortcuts': 'ArrowLeft ArrowRight PageUp PageDown Home End' };
  return (
    <section className="timeline" aria-label={t('time.label')}>
      <div className="control">
        <h2 className="head">{t('time.title')}</h2>
        <div className="row">
          <button type="button" className="key" aria-label={t('time.back')} onClick={() => step(-1)}>
            ‹
          </button>
          <button type="button" className="key" aria-pressed={playing} onClick={() => setPlaying((it) => !it)}>
            {playing ? t('time.pause') : t('time.play')}
          </button>
          <button type="button" className="key" aria-label={t('time.on')} onClick={() => step(1)}>
            ›
          </button>
          {picture.standsAt !== null && picture.standsAt !== cursor && (
            <button type="button" className="verb" onClick={() => onMove(picture.standsAt ?? cursor)}>
              {t('time.stands', { when: figures.hour(picture.standsAt) })}
            </button>
          )}
        </div>
        <input className="whole-span" type="range" min={from} max={until - 60_000} step={STEP} value={now} aria-label={t('time.whole')} aria-valuetext={figures.moment(written(now))} onChange={(event) => move(Number(event.currentTarget.value))} />
        {children}
        <Keys />
      </div>
      <div
        className="lanes"
        dir="ltr"
        ref={frame}
        {...slider}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(toTime(event));
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) move(toTime(event));
        }}
      >
        <div className="drawn">
          <ChartDrawn picture={picture} item={item} from={window} until={window + span} now={drawnNow} width={width} height={size.height} gutter={gutter} figures={figures} />
          <div className="cursor" style={{ transform: `translateX(${gutter + ((now - window) / span) * width}px)` }} />
        </div>
      </div>
    </section>
  );
}

// The cursor's own line moves at once; the bars follow.
const ChartDrawn = memo(Chart);

/** Where the window begins: it stays until the cursor nears its edge, then moves as little as it must. */
function useWindow(now: number, from: number, until: number, wide: number): number {
  const start = useRef<number | null>(null);
  const last = Math.max(from, until - wide);
  const clamp = (ms: number): number => Math.max(from, Math.min(last, ms));
  start.current ??= clamp(now - wide * 0.48);
  if (now < start.current + wide * 0.06) start.current = clamp(now - wide * 0.2);
  else if (now > start.current + wide * 0.94) start.current = clamp(now - wide * 0.8);
  start.current = clamp(start.current);
  return start.current;
}

function Keys(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="keys">
      <span>
        <svg width="30" height="10" aria-hidden="true">
          <rect x=".5" y=".5" width="29" height="9" fill="var(--ab-onward)" stroke="var(--ab-onward-ink)" />
        </svg>
        {t('time.happened')}
        <svg width="30" height="10" aria-hidden="true">
          <rect x=".5" y=".5" width="29" height="9" fill="var(--ab-onward-wash)" stroke="var(--ab-onward-ink)" strokeDasharray="3 2" />
        </svg>
        {t('time.expected')}
      </span>
      <span>
        <svg width="30" height="10" aria-hidden="true">
          <path className="first-plan" d="M1 3v4M1 5H29M29 3v4" />
        </svg>
        {t('time.planned')}
      </span>
      <span>
        <svg width="30" height="10" aria-hidden="true">
          <path className="whisker" d="M1 3v4M1 5H29M29 1v8" />
        </svg>
        {t('time.nine')}
      </span>
      <span>{t('time.keys')}</span>
    </div>
  );
}

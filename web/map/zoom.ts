// Zooming and panning the map: wheel with Ctrl or ⌘, two fingers, drag, double click, + − 0 and arrows, buttons. The wheel alone
// scrolls the page. The library that hears the gestures follows when the page has been drawn.

import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { GeoProjection } from 'd3-geo';
import { geoAzimuthalEqualArea } from 'd3-geo';
import type { Point, Size } from './geometry.ts';
import type { Gestures } from './gestures.ts';

/** The drawing times `k`, moved by `x` and `y` px. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}
export const HOME: View = { k: 1, x: 0, y: 0 };
export const STEP = 1.6;
const ARROW_PX = 60;

export interface Zoom {
  readonly view: View;
  readonly by: (factor: number) => void;
  readonly into: (point: Point, factor: number) => void;
  readonly home: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** The wheel was turned without its key: say which. */
  readonly hint: boolean;
}

const HINT_MS = 1800;

export function useZoom(frame: RefObject<HTMLElement | null>, size: Size): Zoom {
  const [view, setView] = useState(HOME);
  const [hint, setHint] = useState(false);
  const gestures = useRef<Gestures | null>(null);
  useEffect(() => {
    let gone = false;
    const attach = async (): Promise<void> => {
      const { gesturesOn } = await import('./gestures.ts');
      if (gone || frame.current === null) return;
      gestures.current?.stop();
      gestures.current = gesturesOn(frame.current, size, { onView: setView, onPlainWheel: () => setHint(true) });
    };
    void attach();
    return () => {
      gone = true;
    };
  }, [frame, size]);
  useEffect(() => () => gestures.current?.stop(), []);
  useEffect(() => {
    if (!hint) return undefined;
    const timer = setTimeout(() => setHint(false), HINT_MS);
    return () => clearTimeout(timer);
  }, [hint]);

  const by = useCallback((factor: number) => gestures.current?.by(factor), []);
  const into = useCallback((point: Point, factor: number) => gestures.current?.into(point, factor), []);
  const home = useCallback(() => gestures.current?.home(), []);
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = { ArrowLeft: [ARROW_PX, 0], ArrowRight: [-ARROW_PX, 0], ArrowUp: [0, ARROW_PX], ArrowDown: [0, -ARROW_PX] }[event.key];
      if (event.key === '+' || event.key === '=') by(STEP);
      else if (event.key === '-') by(1 / STEP);
      else if (event.key === '0') home();
      else if (arrow !== undefined) gestures.current?.move(arrow[0] ?? 0, arrow[1] ?? 0);
      else return;
      event.preventDefault();
    },
    [by, home],
  );
  return { view, by, into, home, onKey, hint };
}

/** The same land, larger and moved. */
export function zoomed(base: GeoProjection, { k, x, y }: View, { width, height }: Size): GeoProjection {
  const [tx, ty] = base.translate();
  return geoAzimuthalEqualArea()
    .rotate(base.rotate())
    .scale(base.scale() * k)
    .translate([tx * k + x, ty * k + y])
    .clipExtent([[-20, -20], [width + 20, height + 20]]);
}

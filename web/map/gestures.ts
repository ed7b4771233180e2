// The gestures of d3-zoom on the map's frame. Loaded after the first drawing; zoom.ts holds what they say.

import { select } from 'd3-selection';
import { transition } from 'd3-transition';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import type { Point, Size } from './geometry.ts';
import type { View } from './zoom.ts';

export interface Gestures {
  readonly by: (factor: number) => void;
  readonly move: (dx: number, dy: number) => void;
  /** Brings a point of the screen to the middle, `factor` times closer. */
  readonly into: (point: Point, factor: number) => void;
  readonly home: () => void;
  readonly stop: () => void;
}

interface Heard {
  readonly onView: (view: View) => void;
  /** A wheel without Ctrl or ⌘: the page scrolls, the map does not. */
  readonly onPlainWheel: () => void;
}

const LEAST = 0.5;
const MOST = 24;
const CALM_MS = 220;

/** One finger scrolls the page; a mouse drags the land; two fingers do both. */
function isOurs(event: MouseEvent | TouchEvent | WheelEvent): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if ('touches' in event) return event.touches.length > 1;
  return !event.ctrlKey && event.button === 0;
}

export function gesturesOn(frame: HTMLElement, { width, height }: Size, { onView, onPlainWheel }: Heard): Gestures {
  const selection = select(frame);
  const behaviour = zoom<HTMLElement, unknown>()
    .filter(isOurs)
    .extent([[0, 0], [width, height]])
    .scaleExtent([LEAST, MOST])
    .translateExtent([[-width, -height], [2 * width, 2 * height]])
    .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<HTMLElement, unknown>) => onView({ k, x, y }));
  const hearWheel = (event: WheelEvent): void => {
    if (!isOurs(event)) onPlainWheel();
  };
  selection.call(behaviour);
  frame.addEventListener('wheel', hearWheel, { passive: true });
  const calm = (): ReturnType<typeof transition> => transition().duration(matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : CALM_MS);
  return {
    by: (factor) => behaviour.scaleBy(selection.transition(calm()), factor),
    move: (dx, dy) => behaviour.translateBy(selection.transition(calm()), dx, dy),
    into: ([x, y], factor) => {
      const held = zoomTransform(frame);
      const [left, top] = held.invert([x, y]);
      behaviour.transform(selection.transition(calm()), zoomIdentity.translate(width / 2, height / 2).scale(Math.min(MOST, held.k * factor)).translate(-left, -top));
    },
    home: () => behaviour.transform(selection.transition(calm()), zoomIdentity),
    stop: () => {
      selection.on('.zoom', null);
      frame.removeEventListener('wheel', hearWheel);
    },
  };
}

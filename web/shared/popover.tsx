// A card over the page that tells of one thing on it: the platform's own popover, so that Escape, a press elsewhere and a
// telephone's way back close it. The focus goes into it and round in it, and back to where it was.

import { useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placed, type Side } from './place.ts';
import './popover.css';

interface PopoverProps {
  readonly id?: string;
  readonly label: string;
  /** What it tells of. */
  readonly anchor: Element;
  /** What was pressed to open it; pressed again, it closes it. As a rule the anchor. */
  readonly opener?: Element | null;
  readonly side?: Side;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands for as long as it is open. */
export function Popover({ id, label, anchor, opener = anchor, side = 'below', onClose, children }: PopoverProps): ReactElement {
  const card = useRef<HTMLDivElement | null>(null);
  // Within the card that it is opened from: the platform would close that one else.
  const [host] = useState(() => anchor.closest('[popover]') ?? document.body);
  const stand = useEffectEvent(() => {
    const box = card.current;
    if (box === null) return;
    const size = { width: box.offsetWidth, height: box.offsetHeight, tallest: Number.parseFloat(getComputedStyle(box).maxHeight) };
    const { left, top } = placed(anchor.getBoundingClientRect(), size, { width: document.documentElement.clientWidth, height: window.innerHeight }, side, getComputedStyle(anchor).direction === 'rtl');
    box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  });
  const close = useEffectEvent(onClose);
  const giveBack = useEffectEvent(() => {
    // Unless the hand has put the focus elsewhere.
    if (card.current?.contains(document.activeElement) && (opener instanceof HTMLElement || opener instanceof SVGElement)) opener.focus({ preventScroll: true });
  });
  const isOpener = useEffectEvent((target: EventTarget | null) => target instanceof Node && (opener?.contains(target) ?? false));

  useLayoutEffect(() => {
    const box = card.current;
    if (box === null) return undefined;
    const until = new AbortController();
    const { signal } = until;
    // The platform closes the card when its opener is pressed, and then comes the opener's click, which is to close it too.
    let pressed = false;
    const onPress = (event: PointerEvent): void => {
      if (!box.matches(':popover-open')) close();
      pressed = isOpener(event.target);
    };
    document.addEventListener('pointerdown', onPress, { capture: true, signal });
    document.addEventListener('keydown', () => void (pressed = false), { capture: true, signal });
    box.addEventListener('beforetoggle', (event) => event.target === box && event.newState === 'closed' && giveBack(), { signal });
    box.addEventListener('toggle', (event) => event.target === box && event.newState === 'closed' && !pressed && close(), { signal });
    window.addEventListener('scroll', () => stand(), { capture: true, passive: true, signal });
    window.addEventListener('resize', () => stand(), { signal });
    box.showPopover();
    box.focus({ preventScroll: true });
    // More comes into the card when the facts have been read.
    const watch = new ResizeObserver(() => stand());
    watch.observe(box);
    return () => {
      watch.disconnect();
      if (box.matches(':popover-open')) box.hidePopover();
      until.abort();
    };
  }, []);
  // What it tells of may have moved with the cursor or the map.
  useLayoutEffect(() => stand());
  return createPortal(
    <div ref={card} id={id} className="popover" popover="auto" role="dialog" aria-label={label} tabIndex={0} onKeyDown={goRound}>
      {children}
    </div>,
    host,
  );
}

const REACHED = 'a[href], button:not(:disabled), [tabindex="0"]';

/** Keys pressed in the card are the card's: the page beneath does not hear them. */
function goRound(event: KeyboardEvent<HTMLDivElement>): void {
  event.stopPropagation();
  if (event.key !== 'Tab') return;
  const stops = [event.currentTarget, ...event.currentTarget.querySelectorAll<HTMLElement>(REACHED)];
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

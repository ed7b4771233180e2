// The few signs of the pages, drawn here. A sign never stands without its word.

import type { ReactElement } from 'react';

const SIGNS = {
  air: <path fill="currentColor" d="M12 1.5c.9 0 1.5 1.2 1.5 3v4.8l8 4.8v2.2l-8-2.4v4.4l2.4 1.9v1.6L12 20.8l-3.9 1v-1.6l2.4-1.9v-4.4l-8 2.4v-2.2l8-4.8V4.5c0-1.8.6-3 1.5-3z" />,
  road: (
    <>
      <path fill="currentColor" d="M1.5 6h12v10.3h-12zM14.8 9h4l3.4 3.7v3.6h-7.4z" />
      <circle cx="6" cy="17.8" r="2.3" fill="currentColor" stroke="var(--ab-surface)" />
      <circle cx="18" cy="17.8" r="2.3" fill="currentColor" stroke="var(--ab-surface)" />
    </>
  ),
  rail: (
    <>
      <path fill="currentColor" fillRule="evenodd" d="M6.2 3h11.6A2.2 2.2 0 0 1 20 5.2v9.6a2.7 2.7 0 0 1-2.7 2.7H6.7A2.7 2.7 0 0 1 4 14.8V5.2A2.2 2.2 0 0 1 6.2 3zm.4 3v5h10.8V6zm1.5 7.3a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4zm7.8 0a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z" />
      <path stroke="currentColor" strokeWidth="1.8" fill="none" d="M8 18l-2.4 4M16 18l2.4 4M6.9 20.4h10.2" />
    </>
  ),
  sea: <path fill="currentColor" d="M3 14h18l-3 6H6zM6 8h5v4H6zM12 5h5v7h-5z" />,
  hub: <path fill="currentColor" fillRule="evenodd" d="M1.5 9.5 12 3.5l10.5 6V21h-4.2v-8H5.7v8H1.5zM7.5 15h4v2.8h-4zm5 0h4v2.8h-4zm-5 3.6h4V21h-4zm5 0h4V21h-4z" />,
  clock: (
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="12" cy="12" r="9.4" />
      <path d="M12 6.6V12l3.9 2.4" />
    </g>
  ),
  paper: <path fill="none" stroke="currentColor" strokeWidth="2" d="M5.5 2.5h9l4 4v15h-13zM14 2.5V7h4.5M8.5 12h7M8.5 16h4" />,
  problem: <path fill="currentColor" fillRule="evenodd" d="M12 2.5 23 21.5H1zm-1.2 6.7.4 6.3h1.6l.4-6.3zM12 17a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z" />,
  closed: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path stroke="var(--ab-surface)" strokeWidth="3.2" d="M6.5 12h11" />
    </>
  ),
  differ: <path fill="none" stroke="currentColor" strokeWidth="2.4" d="M4 9h16M4 15.5h16M16.5 3.5l-9 17.5" />,
  box: <path fill="none" stroke="currentColor" strokeWidth="2" d="M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9" />,
} as const;
export type SignName = keyof typeof SIGNS;

export const Sign = ({ name, size = 18, className }: { readonly name: SignName; readonly size?: number; readonly className?: string }): ReactElement => (
  <svg viewBox="0 0 24 24" width={size} height={size} className={className} aria-hidden="true">
    {SIGNS[name]}
  </svg>
);

/** The same inside a drawing, its middle at (x, y). */
export const SignAt = ({ name, x, y, size, turn = 0, colour }: { readonly name: SignName; readonly x: number; readonly y: number; readonly size: number; readonly turn?: number; readonly colour: string }): ReactElement => (
  <g transform={`translate(${x} ${y}) rotate(${turn}) translate(${-size / 2} ${-size / 2}) scale(${size / 24})`} style={{ color: colour }}>
    {SIGNS[name]}
  </g>
);

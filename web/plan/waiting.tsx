// Something that takes seconds: says so, counts them, and can be given up.

import type { ReactElement } from 'react';
import { useSeconds } from '../shared/queries.ts';

interface WaitingProps {
  /** The words with the seconds in them. */
  readonly text: (seconds: number) => string;
  readonly giveUp: string;
  readonly onGiveUp: () => void;
}

export function Waiting({ text, giveUp, onGiveUp }: WaitingProps): ReactElement {
  const seconds = useSeconds(true);
  return (
    <p className="waiting">
      <span role="status">{text(seconds)}</span>{' '}
      <button type="button" className="verb" onClick={onGiveUp}>
        {giveUp}
      </button>
    </p>
  );
}

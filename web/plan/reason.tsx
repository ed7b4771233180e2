// The planner's reason for a line, for a need that stays short, or a note of it, in the reader's language.

import type { ReactElement } from 'react';
import type { Phrase } from '../../src/domain/phrase.ts';
import { Spoken, type Telling } from '../shared/told.tsx';

export const Reason = ({ why, because, tell }: { readonly why: string; readonly because: readonly Phrase[] | undefined; readonly tell: Telling }): ReactElement => (
  <p>
    <Spoken why={why} because={because} tell={tell} />
  </p>
);

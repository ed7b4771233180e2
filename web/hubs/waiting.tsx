// What stands where an answer is awaited: how far it is and the button that gives it up, or why there will be none.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { AskedInVain } from '../shared/refused.tsx';
import type { Asking } from './scene.ts';

interface WaitingProps {
  readonly asking: Asking<unknown>;
  /** Whether anything has been asked. */
  readonly isAsked: boolean;
  readonly label: string;
  readonly figures: Figures;
}

export function Waiting({ asking: { answer, making }, isAsked, label, figures }: WaitingProps): ReactElement | null {
  const { t } = useTranslation();
  const { part = 0, parts = 1 } = making.job?.progress ?? {};
  if (answer.isFetching)
    return (
      <p className="waiting" role="status">
        {label} <progress max={parts} value={part} aria-label={label} /> <Progress making={making} figures={figures} />
      </p>
    );
  if (!isAsked || !answer.isError) return null;
  return <p>{isCancelled(answer.error) ? <span role="status">{t('hubs.cancelled')}</span> : <AskedInVain error={answer.error} />}</p>;
}

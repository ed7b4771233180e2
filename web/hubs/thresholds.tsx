// Which assumption would put another hub first, and from which value on; each threshold says whether it held when planned again.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { AskedInVain } from '../shared/refused.tsx';
import { Spoken, type Telling } from '../shared/told.tsx';
import { useHubChoice, type HubQuestion } from './scene.ts';

interface ThresholdsProps {
  readonly operation: OperationSummary;
  readonly found: HubChoiceAnswer;
  readonly question: HubQuestion;
  readonly figures: Figures;
  readonly tell: Telling;
}

export function Thresholds({ operation, found, question, figures, tell }: ThresholdsProps): ReactElement {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const { answer, making } = useHubChoice(operation, wanted ? { ...question, sensitivity: true } : null);
  const thresholds = answer.data?.sensitivity ?? found.sensitivity;
  return (
    <section className="thresholds" aria-labelledby="thresholds">
      <h2 className="head" id="thresholds">
        {t('hubs.change')} <span>{t('hubs.changeSub')}</span>
      </h2>
      {thresholds === null && !answer.isFetching && (
        <p>
          {answer.isError && (isCancelled(answer.error) ? <span role="status">{t('hubs.cancelled')} </span> : <AskedInVain error={answer.error} />)}
          <button type="button" className="verb" onClick={() => (wanted ? void answer.refetch() : setWanted(true))}>
            {t('hubs.find')}
          </button>{' '}
          <span className="quiet">{t('hubs.findTakes')}</span>
        </p>
      )}
      {thresholds === null && answer.isFetching && (
        <p className="waiting" role="status">
          {t('hubs.asking')} <Progress making={making} figures={figures} />
        </p>
      )}
      {thresholds !== null && (
        <ul>
          {thresholds.map(({ assumption, reading, because, verified }) => (
            <li key={`${assumption.name} ${assumption.place ?? ''}`}>
              <Spoken why={reading} because={[because]} tell={tell} />
              {verified !== null && <span className="quiet"> {verified.holds ? t('hubs.verified') : t('hubs.unverified')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

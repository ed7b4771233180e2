// Why a line or a short need is as it is: the reason, what things on its way are worth, and what would change it. Each
// alternative is a plan of its own; they take seconds, and are given up when something else is selected.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplanationAnswer } from '../../src/http/contract/answers.ts';
import type { Phrase } from '../../src/domain/phrase.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { isCancelled, Progress } from '../shared/progress.tsx';
import { Spoken, useTelling, type Telling } from '../shared/told.tsx';
import type { Asking } from './questions.ts';
import { Reason } from './reason.tsx';
import { eurosText, hoursText, pointsText } from './signed.ts';

type Counterfactual = ExplanationAnswer['counterfactuals'][number];

interface WhyProps {
  readonly title: string;
  /** In English, and as phrases. */
  readonly why: string;
  readonly because: readonly Phrase[] | undefined;
  /** null: this plan cannot be asked. */
  readonly asking: Asking<ExplanationAnswer> | null;
  readonly picture: Picture;
  readonly figures: Figures;
}

export function Why({ title, why, because, asking, picture, figures }: WhyProps): ReactElement {
  const { t } = useTranslation();
  const tell = useTelling(picture, figures);
  const told = asking?.answer.data;
  return (
    <section className="why-panel" aria-label={t('whyPanel.title')}>
      <h2 className="head">{title}</h2>
      <Reason why={told?.why ?? why} because={told?.because ?? because} tell={tell} />
      {asking === null && <p className="quiet">{t('whyPanel.preview')}</p>}
      {asking?.answer.isFetching === true && (
        <p className="waiting" role="status">
          {t('whyPanel.asking')} <Progress making={asking.making} figures={figures} />
        </p>
      )}
      {asking !== null && told === undefined && !asking.answer.isFetching && (
        <p role={asking.answer.isError ? 'alert' : undefined}>
          {asking.answer.isError && (isCancelled(asking.answer.error) ? t('planning.cancelled') : t('whyPanel.failed', { why: asking.answer.error.message }))}{' '}
          <button type="button" className="verb" onClick={() => void asking.answer.refetch()}>
            {t('whyPanel.again')}
          </button>
        </p>
      )}
      {told !== undefined && <Otherwise told={told} tell={tell} figures={figures} />}
      {told !== undefined && told.prices.length > 0 && (
        <details>
          <summary>{t('whyPanel.prices')}</summary>
          <ul>
            {told.prices.map(({ of, id, unit, reading, because: priced }) => (
              <li key={`${of} ${id} ${unit}`}>
                <Spoken why={reading} because={[priced]} tell={tell} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {told?.notes.map((note, index) => <Reason key={note} why={note} because={told.noted.slice(index, index + 1)} tell={tell} />)}
    </section>
  );
}

function Otherwise({ told, tell, figures }: { readonly told: ExplanationAnswer; readonly tell: Telling; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (told.counterfactuals.length === 0) return null;
  return (
    <>
      <h3>
        {t('whyPanel.otherwise')} <span className="quiet">{t('whyPanel.each')}</span>
      </h3>
      <div className="scrolled" tabIndex={0} role="group" aria-label={t('whyPanel.otherwise')}>
        <table className="otherwise">
          <thead>
            <tr>
              <th scope="col">{t('whyPanel.what')}</th>
              {(['cover', 'worst', 'cost', 'last'] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`whyPanel.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.counterfactuals.map((each) => (
              <Row key={each.what} each={each} tell={tell} figures={figures} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ each, tell, figures }: { readonly each: Counterfactual; readonly tell: Telling; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const { delta } = each;
  return (
    <tr className={each.kind === 'another-route' ? 'not-taken' : undefined}>
      <th scope="row">
        <Spoken why={each.what} because={[each.because.with.what]} tell={tell} />
      </th>
      {delta === null ? (
        <td colSpan={4}>{t('whyPanel.none')}</td>
      ) : (
        <>
          <td className="number">{pointsText(delta.share, figures, t)}</td>
          <td className="number">{pointsText(delta.worstOff, figures, t)}</td>
          <td className="number">{eurosText(delta.cost, figures)}</td>
          <td className="number">{delta.hoursLast === null ? '–' : hoursText(delta.hoursLast, figures, t)}</td>
        </>
      )}
    </tr>
  );
}

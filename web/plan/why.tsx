// Why a line or a short need is as it is: the reason, what things on its way are worth, and what would change it. Each
// alternative is a plan of its own; they take seconds, and are given up when something else is selected.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../src/http/contract/plan.ts';
import type { Figures } from '../shared/figures.ts';
import type { Asking } from './questions.ts';
import { Reason } from './reason.tsx';
import { eurosText, hoursText, pointsText } from './signed.ts';
import { Waiting } from './waiting.tsx';

type Counterfactual = Explanation['counterfactuals'][number];

interface WhyProps {
  readonly title: string;
  readonly reason: string;
  /** null: this plan cannot be asked. */
  readonly asking: Asking<Explanation> | null;
  readonly figures: Figures;
}

export function Why({ title, reason, asking, figures }: WhyProps): ReactElement {
  const { t } = useTranslation();
  const told = asking?.answer.data;
  return (
    <section className="why-panel" aria-label={t('whyPanel.title')}>
      <h2 className="head">{title}</h2>
      <Reason why={told?.why ?? reason} />
      {asking === null && <p className="quiet">{t('whyPanel.preview')}</p>}
      {asking?.answer.isFetching === true && <Waiting text={(n) => t('whyPanel.asking', { n })} giveUp={t('whyPanel.giveUp')} onGiveUp={asking.giveUp} />}
      {asking !== null && told === undefined && !asking.answer.isFetching && (
        <p role={asking.answer.isError ? 'alert' : undefined}>
          {asking.answer.isError && t('whyPanel.failed', { why: asking.answer.error.message })}{' '}
          <button type="button" className="verb" onClick={() => void asking.answer.refetch()}>
            {t('whyPanel.again')}
          </button>
        </p>
      )}
      {told !== undefined && <Otherwise told={told} figures={figures} />}
      {told !== undefined && told.prices.length > 0 && (
        <details>
          <summary>{t('whyPanel.prices')}</summary>
          <ul lang="en">
            {told.prices.map(({ of, id, unit, reading }) => (
              <li key={`${of} ${id} ${unit}`}>{reading}</li>
            ))}
          </ul>
        </details>
      )}
      {told?.notes.map((note) => (
        <p key={note} className="quiet" lang="en">
          {note}
        </p>
      ))}
    </section>
  );
}

function Otherwise({ told, figures }: { readonly told: Explanation; readonly figures: Figures }): ReactElement | null {
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
              <Row key={each.what} each={each} figures={figures} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ each, figures }: { readonly each: Counterfactual; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const { delta } = each;
  return (
    <tr className={each.kind === 'another-route' ? 'not-taken' : undefined}>
      <th scope="row" lang="en">
        {each.what}
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

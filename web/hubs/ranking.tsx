// The ranking as a table; the row that is picked opens what tells it from the first.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { Table, type Column } from '../shared/table.tsx';
import { Spoken, type Telling } from '../shared/told.tsx';
import { codesOf, namesOf, type Outcome } from './scene.ts';

interface RankingProps {
  readonly found: HubChoiceAnswer;
  readonly picked: string;
  readonly onPick: (hub: string) => void;
  readonly figures: Figures;
  readonly tell: Telling;
}

const MILLION = 1e6;

export function Ranking({ found, picked, onPick, figures, tell }: RankingProps): ReactElement {
  const { t } = useTranslation();
  const [codeOf, nameOf] = [codesOf(found.candidates), namesOf(found.candidates)];
  const number = (name: string, head: string, cell: (row: Outcome) => string): Column<Outcome> => ({ name, head, isNumber: true, cell });
  const columns: readonly Column<Outcome>[] = [
    {
      name: 'hub',
      head: t('hubs.hub'),
      cell: (row) => (
        <>
          {figures.count(row.rank)}.{' '}
          <button type="button" className="plain" aria-pressed={row.hub === picked} aria-label={t('hubs.pick', { hub: nameOf(row) })} onClick={() => onPick(row.hub)}>
            {codeOf(row)}
          </button>
          <span className="under">
            {nameOf(row)}
            {row.hub === found.hub && ` · ${t('hubs.own')}`}
            {row.overBudget && ` · ${t('hubs.overBudget')}`}
          </span>
        </>
      ),
    },
    number('objective', t('hubs.objective'), ({ objective }) => figures.decimal(objective / MILLION, 2)),
    number('bound', t('hubs.bound'), ({ bound }) => figures.decimal(bound / MILLION, 2)),
    number('gap', t('hubs.gap'), ({ gap }) => figures.percent(gap)),
    number('cover', t('hubs.cover'), ({ coverage }) => figures.percent(coverage.mean)),
    number('mean', t('hubs.mean'), ({ hours }) => (hours.mean === null ? '–' : figures.decimal(hours.mean))),
    number('last', t('hubs.last'), ({ hours }) => (hours.last === null ? '–' : figures.decimal(hours.last))),
    number('cost', t('hubs.cost'), ({ cost }) => figures.euros(cost)),
    number('co2', t('hubs.co2'), ({ co2Kg }) => figures.count(co2Kg)),
    number('shaken', t('hubs.shaken'), ({ shocks }) => (shocks.length === 0 ? '–' : shocks.map(({ objective }) => figures.decimal(objective / MILLION, 2)).join(' · '))),
    { name: 'check', head: t('hubs.check'), cell: ({ check, shocks }) => { const count = check.violations.length + shocks.reduce((sum, it) => sum + it.check.violations.length, 0); return count === 0 ? t('hubs.clean') : t('hubs.violations', { count }); } },
  ];
  return (
    <section className="ranking" aria-labelledby="ranking">
      <h2 className="head" id="ranking">
        {t('hubs.ranking')} <span>{t('hubs.rankingSub')}</span>
      </h2>
      <Table
        columns={columns}
        rows={found.ranking}
        keyOf={({ hub }) => hub}
        titled="ranking"
        isTall
        isSelected={({ hub }) => hub === picked}
        below={(row) =>
          row.hub === picked ? (
            <p className="because">
              {row.because.length === 0
                ? t('hubs.noReason')
                : row.reasons.map((why, index) => (
                    <span key={why}>
                      <Spoken why={why} because={row.because.slice(index, index + 1)} tell={tell} />{' '}
                    </span>
                  ))}
            </p>
          ) : null
        }
      />
    </section>
  );
}

// The classic questions of location over the same services: exact, and blind to timetables, room and borders. Beside the plans, not instead.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { Table, type Column } from '../shared/table.tsx';
import { codesOf } from './scene.ts';

type Classic = HubChoiceAnswer['classic'][number];
const UNITS = { cost: '€/kg', hours: 'h', co2: 'kg CO₂/kg' } as const;

export function ClassicQuestions({ found, figures }: { readonly found: HubChoiceAnswer; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const codeOf = codesOf(found.candidates);
  const figure = (value: number, of: Classic['of']): string => `${figures.decimal(value, of === 'hours' ? 1 : 3)} ${UNITS[of]}`;
  const columns: readonly Column<Classic>[] = [
    { name: 'model', head: t('hubs.classic.question'), cell: ({ model, of }) => `${t(`hubs.classic.${model}`)}, ${t(`hubs.order.${of}`)}` },
    { name: 'hub', head: t('hubs.hub'), cell: codeOf },
    { name: 'least', head: t('hubs.classic.least'), isNumber: true, cell: ({ objective, of }) => figure(objective, of) },
    { name: 'bound', head: t('hubs.classic.bound'), isNumber: true, cell: ({ bound, of }) => figure(bound, of) },
  ];
  return (
    <details>
      <summary>{t('hubs.classic.title')}</summary>
      <p className="quiet">{t('hubs.classic.sub')}</p>
      <Table columns={columns} rows={found.classic} keyOf={({ model, of }) => `${model} ${of}`} label={t('hubs.classic.title')} />
    </details>
  );
}

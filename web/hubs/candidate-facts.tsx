// What is known of each candidate, with its sources: most of it is assumption, and says so.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { Figures } from '../shared/figures.ts';
import { Table, type Column } from '../shared/table.tsx';
import type { Candidate } from './scene.ts';

export function CandidateFacts({ found, figures }: { readonly found: HubChoiceAnswer; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const columns: readonly Column<Candidate>[] = [
    { name: 'name', head: t('hubs.hub'), cell: ({ place }) => place.name },
    { name: 'runway', head: t('hubs.runway'), isNumber: true, cell: ({ runwayM }) => figures.count(runwayM) },
    { name: 'lands', head: t('hubs.lands'), cell: ({ landsFrom, landsUntil }) => (landsFrom === undefined || landsUntil === undefined ? t('hubs.always') : `${landsFrom} – ${landsUntil}`) },
    { name: 'rail', head: t('hubs.rail'), cell: ({ hasRail }) => t(hasRail ? 'hubs.yes' : 'hubs.no') },
    { name: 'rate', head: t('hubs.rate'), isNumber: true, cell: ({ place }) => (place.palletsPerHour === undefined ? '–' : figures.count(place.palletsPerHour)) },
    { name: 'note', head: t('hubs.note'), cell: ({ note }) => <span lang="en">{note}</span> },
    { name: 'source', head: t('hubs.source'), cell: ({ sources }) => sources.join(' ') },
  ];
  return (
    <details className="facts">
      <summary>{t('hubs.facts')}</summary>
      <Table columns={columns} rows={found.candidates} keyOf={({ place }) => place.place} label={t('hubs.facts')} />
    </details>
  );
}

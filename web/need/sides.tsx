// The sources side by side: what each said last of the area, at which hour, and which one is used and why.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountsAnswer } from '../../src/http/contract/answers.ts';
import { Table, type Column } from '../shared/table.tsx';
import { FigureTold } from './figure-told.tsx';
import { sourcesText, useNeed } from './scene.ts';
import { keyOf, MEASURES, type Days } from './telling.ts';

type Told = Days[number]['told'][number];

interface Side {
  readonly sources: readonly string[];
  readonly isUsed: boolean;
  /** Of cases and deaths, and of patients, the day each was last told. */
  readonly last: Readonly<Record<(typeof MEASURES)[number], Told | null>>;
}

export function Sides({ days, told: { sources, used, why } }: { readonly days: Days; readonly told: CountsAnswer['areas'][number] }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useNeed();
  const sides = sources.map((ids): Side => {
    const all = days.flatMap(({ told }) => told.filter((it) => keyOf(it.sources) === keyOf(ids)));
    const lastOf = (measure: (typeof MEASURES)[number]): Told | null => all.find(({ figures: of }) => of[measure] !== null) ?? null;
    return { sources: ids, isUsed: keyOf(ids) === keyOf(used), last: { cases: lastOf('cases'), deaths: lastOf('deaths'), wards: lastOf('wards'), intensiveCare: lastOf('intensiveCare') } };
  });
  const columns: Column<Side>[] = [
    {
      name: 'source',
      head: t('need.counts.source'),
      cell: (side) => (
        <>
          {sourcesText(side.sources, picture)} {side.isUsed && <span className="under">{t('need.counts.usedBecause', { why: t(`need.counts.why.${why.rule}`) })}</span>}
        </>
      ),
    },
    { name: 'hour', head: t('need.counts.hour'), cell: ({ last }) => figures.hour((last.cases ?? last.wards)?.at ?? picture.asOf) },
    ...MEASURES.map((measure): Column<Side> => ({ name: measure, head: t(`need.counts.measure.${measure}`), isNumber: true, cell: ({ last }) => (last[measure] === null ? <span className="quiet">–</span> : <FigureTold told={last[measure]} measure={measure} />) })),
  ];
  return (
    <section aria-labelledby="sides-title">
      <h2 className="head" id="sides-title">
        {t('need.counts.sides')}
      </h2>
      <Table columns={columns} rows={sides} keyOf={(side) => keyOf(side.sources)} titled="sides-title" isTall isSelected={({ isUsed }) => isUsed} />
    </section>
  );
}

// What files of counts would change: how many figures are new, revised, unchanged; which columns came or went; what is asked; what is
// wrong. The server words questions and faults in English.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { More, useFirst } from '../shared/more.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { FaultTable } from './faults.tsx';
import { noonOf, useNeed } from './scene.ts';
import type { CountsFile, Mapping, Preview } from './use-counts-file.ts';

interface PreviewProps {
  readonly preview: Preview;
  readonly counts: CountsFile;
}

export function CountsPreview({ preview, counts }: PreviewProps): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const { figures: of, from, until, source, drift, unknownAreas, isKnown } = preview;
  const day = (date: string | null): string => (date === null ? '–' : figures.calendar(noonOf(date)));
  return (
    <>
      <p className="says">
        {t('need.bring.says', { source: source.title, rows: figures.count(preview.rows), areas: figures.count(preview.areas), from: day(from), until: day(until) })} <b>{t('need.bring.changes', { new: figures.count(of.new), revised: figures.count(of.revised), unchanged: figures.count(of.unchanged) })}</b> {of.absent > 0 && t('need.bring.absent', { n: figures.count(of.absent) })} {isKnown && t('need.bring.known')} {source.isNew && t('need.bring.newSource')}
      </p>
      {drift !== null && (drift.came.length > 0 || drift.went.length > 0) && <p className="wrong">{t('need.bring.drift', { came: drift.came.join(', ') || '–', went: drift.went.join(', ') || '–', when: figures.stamp(drift.since) })}</p>}
      {unknownAreas.length > 0 && <p>{t('need.bring.unknown', { list: unknownAreas.join(', ') })}</p>}
      <Questions preview={preview} counts={counts} />
      <Columns preview={preview} counts={counts} />
      <Revisions preview={preview} />
      <Wrong preview={preview} />
    </>
  );
}

/** `columns.date` answers the field `date` of the columns; the others are fields of the mapping itself. */
function answered(id: Preview['questions'][number]['id'], value: string): Mapping {
  const column = /^columns\.(\w+)$/.exec(id)?.[1];
  return column === undefined ? { [id]: value } : { columns: { [column]: value } };
}

function Questions({ preview: { questions }, counts }: PreviewProps): ReactElement | null {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <section className="asked" aria-labelledby="asked-title">
      <h3 id="asked-title">{t('need.bring.questions', { count: questions.length })}</h3>
      <ul>
        {questions.map(({ id, problem, remedy, options }) => (
          <li key={id}>
            <label>
              <span lang="en">
                {problem}: {remedy}
              </span>{' '}
              <select className="choice" value="" onChange={(event) => counts.say({ mapping: answered(id, event.currentTarget.value) })}>
                <option value="">{t('need.bring.choose')}</option>
                {options.map((option) => (
                  <option key={option} value={option}>
                    {option}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

type MappedColumn = NonNullable<Preview['mapping']>['columns'][number];
const FIELDS = ['date', 'area', 'cases', 'deaths', 'wards', 'intensiveCare'] as const;

/** What each column was taken for; each can be corrected. */
function Columns({ preview: { mapping }, counts }: PreviewProps): ReactElement | null {
  const { t } = useTranslation();
  if (mapping === null) return null;
  const correct = ({ header, field }: MappedColumn, wanted: string): void => {
    const chosen = FIELDS.find((it) => it === wanted);
    const before = FIELDS.find((it) => it === field);
    counts.say({ mapping: { columns: { ...(before !== undefined && { [before]: 'none' }), ...(chosen !== undefined && { [chosen]: header }) } } });
  };
  const columns: Column<MappedColumn>[] = [
    { name: 'column', head: t('need.bring.column'), cell: ({ letter, header }) => (
      <>
        {letter} <span className="under">{header}</span>
      </>
    ) },
    {
      name: 'field',
      head: t('need.bring.meaning'),
      cell: (it) => (
        <select className="choice" aria-label={t('need.bring.meaningOf', { column: it.letter, header: it.header })} value={it.field ?? 'none'} onChange={(event) => correct(it, event.currentTarget.value)}>
          <option value="none">{t('need.bring.field.none')}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {t(`need.bring.field.${field}`)}
            </option>
          ))}
        </select>
      ),
    },
    { name: 'by', head: t('need.bring.by'), cell: ({ by }) => (by === null ? '–' : t(`need.bring.matched.${by}`)) },
    { name: 'samples', head: t('need.bring.samples'), cell: ({ samples }) => samples.join(' · ') },
  ];
  return (
    <section aria-labelledby="mapping-title">
      <h3 id="mapping-title">{t('need.bring.columns', { row: mapping.headerRow })}</h3>
      <div className="filters">
        <Choice name="counting" value={mapping.counting} options={['cumulative', 'new']} onChoose={(counting) => counts.say({ mapping: { counting } })} />
        <Choice name="dates" value={mapping.dates} options={['day-first', 'month-first']} onChoose={(dates) => counts.say({ mapping: { dates } })} />
        <Choice name="numbers" value={mapping.numbers} options={['point', 'comma']} onChoose={(numbers) => counts.say({ mapping: { numbers } })} />
      </div>
      <Table columns={columns} rows={mapping.columns} keyOf={({ letter }) => letter} titled="mapping-title" isTall />
    </section>
  );
}

function Choice<T extends string>({ name, value, options, onChoose }: { readonly name: string; readonly value: T | null; readonly options: readonly T[]; readonly onChoose: (value: T) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <label>
      {t(`need.bring.${name}`)}{' '}
      <select
        className="choice"
        value={value ?? ''}
        onChange={(event) => {
          const chosen = options.find((it) => it === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {value === null && <option value="">{t('need.bring.unsaid')}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`need.bring.option.${option}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

type Revision = Preview['revisions'][number];

function Revisions({ preview: { revisions, figures: of } }: Pick<PreviewProps, 'preview'>): ReactElement | null {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const first = useFirst();
  if (revisions.length === 0) return null;
  const columns: Column<Revision>[] = [
    { name: 'area', head: t('need.column.area'), cell: ({ area }) => figures.area(area) },
    { name: 'day', head: t('need.counts.when'), cell: ({ date }) => figures.date(noonOf(date)) },
    { name: 'what', head: t('need.counts.scoresOf'), cell: ({ measure }) => t(`need.counts.measure.${measure}`) },
    { name: 'before', head: t('need.bring.before'), isNumber: true, cell: ({ before }) => figures.count(before) },
    { name: 'after', head: t('need.bring.after'), isNumber: true, cell: ({ after }) => <b>{figures.count(after)}</b> },
    { name: 'seen', head: t('need.bring.firstSeen'), cell: ({ firstSeen }) => figures.stamp(firstSeen) },
  ];
  return (
    <section aria-labelledby="revised-title">
      <h3 id="revised-title">{t('need.bring.revised', { n: figures.count(of.revised) })}</h3>
      <Table columns={columns} rows={revisions.slice(0, first.most)} keyOf={({ area, date, measure }) => `${area} ${date} ${measure}`} titled="revised-title" />
      <More first={first} all={revisions.length} figures={figures} />
    </section>
  );
}

function Wrong({ preview: { faults, faultKinds } }: Pick<PreviewProps, 'preview'>): ReactElement | null {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const first = useFirst();
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="wrong-title">
      <h3 id="wrong-title">{t('need.bring.wrong')}</h3>
      <p>{faultKinds.map(({ kind, count }) => `${t(`need.fault.${kind}`, { defaultValue: kind })} ${figures.count(count)}`).join(', ')}. {t('need.counts.notMended')}.</p>
      <FaultTable faults={faults.slice(0, first.most)} titled="wrong-title" />
      <More first={first} all={faults.length} figures={figures} />
    </section>
  );
}

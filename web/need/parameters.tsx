// What the forecast rests on: each parameter as it holds, with its source, beside the one that is published; and the form that sets one,
// for all areas or for one, from the instant of the page on.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedParametersAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { CopyAndPrint } from '../shared/copy-print.tsx';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { ReadsOnly } from '../shared/not-yours.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { digitsOf } from './figures-of-row.tsx';
import { useNeed } from './scene.ts';

type Parameter = NeedParametersAnswer['parameters'][number];

export function Parameters(): ReactElement {
  const { t } = useTranslation();
  const { operation, facts, picture, item, figures } = useNeed();
  const [only, setOnly] = useState(true);
  const [opened, setOpened] = useState<Parameter | null>(null);
  const may = useMay();
  const asked = useQuery({ queryKey: ['need-parameters', operation, facts, picture.asOf], queryFn: ({ signal }) => given(client.needParameters(operation, { asOf: picture.asOf }, { signal })), placeholderData: keepPreviousData });
  const all = asked.data?.parameters ?? [];
  const shown = all.filter((it) => !only || it.item === null || it.item === item);
  const canSet = may('fact.count');
  return (
    <div className="floor parameters">
      <section aria-labelledby="parameters-title">
        <h2 className="head" id="parameters-title">
          {t('need.parameters.title')}
        </h2>
        <p>{t('need.parameters.text')}</p>
        <ReadsOnly unless={['fact.count']} />
        <div className="filters">
          <label>
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} /> {t('need.parameters.only', { item: figures.item(item) })}
          </label>
          <CopyAndPrint rows={() => [[t('need.parameters.name'), t('need.views.item'), t('need.column.area'), t('need.parameters.value'), t('need.parameters.unit'), t('need.parameters.published'), t('need.parameters.source'), t('need.parameters.note')], ...shown.map((it) => [it.name, it.item ?? '', it.area ?? '', String(it.value), it.unit, it.published === null ? '' : String(it.published), it.source, it.note])]} />
        </div>
        {canSet && opened !== null && <SetForm key={`${opened.name} ${opened.item ?? ''} ${opened.area ?? ''}`} parameter={opened} onDone={() => setOpened(null)} />}
        <Table columns={useColumns(canSet ? setOpened : null)} rows={shown} keyOf={({ name, item: of, area }) => `${name} ${of ?? ''} ${area ?? ''}`} titled="parameters-title" isTall isSelected={(it) => it === opened || it.since !== null} />
      </section>
    </div>
  );
}

function useColumns(onSet: ((parameter: Parameter) => void) | null): readonly Column<Parameter>[] {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const number = (n: number): string => figures.decimal(n, digitsOf(Math.round(n * 10_000) / 10_000));
  return [
    {
      name: 'name',
      head: t('need.parameters.name'),
      cell: ({ name, item, area }) => (
        <>
          {t(`need.parameter.${name}`)}
          {item !== null && `, ${figures.item(item)}`}
          {area !== null && <span className="under">{figures.area(area)}</span>}
        </>
      ),
    },
    { name: 'value', head: t('need.parameters.value'), isNumber: true, cell: ({ value, facts, unit, source, note }) => <Sourced value={number(value)} unit={unit} facts={facts} sum={<p lang="en">{`${source}. ${note}`}</p>} /> },
    { name: 'unit', head: t('need.parameters.unit'), cell: ({ unit }) => <span lang="en">{unit}</span> },
    { name: 'published', head: t('need.parameters.published'), isNumber: true, cell: ({ published, since }) => (published === null ? <span className="quiet">–</span> : since === null ? <span className="quiet">{t('need.parameters.same')}</span> : number(published)) },
    {
      name: 'source',
      head: t('need.parameters.source'),
      className: 'words',
      cell: ({ source, note, since }) => (
        <>
          <span lang="en">{source}</span>
          <span className="under" lang="en">
            {note}
          </span>
          {since !== null && <span className="under">{t('need.row.since', { when: figures.hour(since) })}</span>}
        </>
      ),
    },
    ...(onSet === null
      ? []
      : [
          {
            name: 'set',
            head: t('need.parameters.change'),
            cell: (it: Parameter) => (
              <button type="button" className="verb" aria-label={t('need.parameters.setOf', { name: [t(`need.parameter.${it.name}`), it.item === null ? null : figures.item(it.item), it.area === null ? null : figures.area(it.area)].filter((word) => word !== null).join(', ') })} onClick={() => onSet(it)}>
                {t('need.parameters.set')}
              </button>
            ),
          },
        ]),
  ];
}

function SetForm({ parameter, onDone }: { readonly parameter: Parameter; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const { rows, area, figures } = useNeed();
  const { enter } = useEntries();
  const { name, item, value } = parameter;
  const title = `${t(`need.parameter.${name}`)}${item === null ? '' : `, ${figures.item(item)}`}`;
  const areas = rows.filter(({ need }) => need.recipient === null).map(({ id, area: called }) => [id, called] as const);
  const send = ({ value: written = '', area: of = '', source = '', note = '' }: Values): ReturnType<typeof enter> => {
    // People write a comma where their language has one.
    const number = Number(written.replace(',', '.'));
    const entry: Entry = { kind: 'need.parameter-set', body: { parameter: name, ...(item !== null && { item }), ...(of !== '' && { area: of }), value: written === '' || Number.isNaN(number) ? written : number, source, ...(note !== '' && { note }) } };
    return enter([entry], t('need.parameters.done', { name: title, value: written }));
  };
  return (
    <div className="set-form">
      <h3>{title}</h3>
      <EntryForm
        label={t('need.parameters.setOf', { name: title })}
        fields={[
          { name: 'value', label: t('need.parameters.value'), value: String(value) },
          { name: 'area', label: t('need.column.area'), options: [['', t('need.parameters.everywhere')], ...areas], value: parameter.area ?? area ?? '', isOptional: true },
          { name: 'source', label: t('need.parameters.source'), hint: t('need.parameters.sourceHint') },
          { name: 'note', label: t('need.parameters.note'), isOptional: true },
        ]}
        button={t('need.parameters.enter')}
        send={send}
        onDone={onDone}
        onCancel={onDone}
      />
    </div>
  );
}

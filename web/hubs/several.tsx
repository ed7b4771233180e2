// Several what-ifs at once: those that are chosen among the kept ones, all asked of one instant, a row for each beside the operation as
// it stands. A name opens its comparison by itself, of the same instant.

import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { linkOf } from '../../src/domain/plan/change-link.ts';
import { WEIGHED } from '../../src/domain/plan/compared.ts';
import { FUTURES_AT_MOST, type Change } from '../../src/domain/plan/what-if.ts';
import type { KeptWhatIfsAnswer, WhatIfsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { CopyAndPrint } from '../shared/copy-print.tsx';
import type { Figures } from '../shared/figures.ts';
import { Refused } from '../shared/refused.tsx';
import { Table, type Column, type Sorted } from '../shared/table.tsx';
import { figureTexts, inOrder, isBest } from './compared-figures.ts';
import { useSeveral, type SeveralQuestion } from './scene.ts';
import { Waiting } from './waiting.tsx';

type Kept = KeptWhatIfsAnswer['whatIfs'][number];

interface SeveralProps {
  readonly operation: OperationSummary;
  readonly kept: readonly Kept[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** The instant that is looked at; undefined: where the operation stands. */
  readonly asOf: string | undefined;
  readonly figures: Figures;
  readonly saidOf: (change: Change) => string;
  /** One of them was opened. */
  readonly onOpen: () => void;
}

export function Several({ operation, kept, chosen, onChoose, asOf, figures, saidOf, onOpen }: SeveralProps): ReactElement {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<SeveralQuestion | null>(null);
  const asking = useSeveral(operation, question);
  const meant = kept.filter(({ name }) => chosen.has(name));
  const isTooMany = meant.length > FUTURES_AT_MOST;
  const ask = (): void => {
    const next: SeveralQuestion = { ...(asOf !== undefined && { asOf }), futures: meant.map(({ name, changes, asOf: keptAsOf }) => ({ name, changes: [...changes], keptAsOf })) };
    if (JSON.stringify(next) === JSON.stringify(question)) void asking.answer.refetch();
    else setQuestion(next);
  };
  return (
    <>
      <p className="choosing">
        <label>
          <input type="checkbox" className="tick" checked={meant.length === kept.length} onChange={(event) => onChoose(new Set(event.currentTarget.checked ? kept.map(({ name }) => name) : []))} />
          {t('hubs.several.all')}
        </label>{' '}
        <button type="button" className="go" disabled={meant.length === 0 || isTooMany || asking.answer.isFetching} onClick={ask}>
          {t('hubs.several.go')}
        </button>{' '}
        <span role="status" className="quiet">{t(isTooMany ? 'hubs.several.tooMany' : 'hubs.several.chosen', { n: meant.length, most: FUTURES_AT_MOST })}</span>
      </p>
      <Waiting asking={asking} isAsked={question !== null} label={t('hubs.several.asking')} figures={figures} />
      {asking.answer.data !== undefined && question !== null && <SideBySide report={asking.answer.data} at={question.asOf} figures={figures} saidOf={saidOf} onOpen={onOpen} />}
    </>
  );
}

interface SideBySideProps extends Pick<SeveralProps, 'figures' | 'saidOf' | 'onOpen'> {
  readonly report: WhatIfsAnswer;
  readonly at: string | undefined;
}

/** `future` is null of the operation as it stands. */
interface Row {
  readonly name: string;
  readonly plan: WhatIfsAnswer['standing'] | null;
  readonly future: WhatIfsAnswer['futures'][number] | null;
}

function SideBySide({ report: { operation, asOf, standing, futures }, at, figures, saidOf, onOpen }: SideBySideProps): ReactElement {
  const { t } = useTranslation();
  const [order, setOrder] = useState<Sorted | null>(null);
  const texts = figureTexts(figures, t);
  const all = [standing, ...futures.flatMap(({ plan }) => plan ?? [])];
  const rows: readonly Row[] = [{ name: t('hubs.whatIf.now'), plan: standing, future: null }, ...inOrder(futures.map((future): Row => ({ name: future.name, plan: future.plan, future })), order)];
  const verdict = ({ plan }: Row): string => (plan === null ? '–' : plan.check.ok ? t('hubs.clean') : t('hubs.violations', { count: plan.check.violations.length }));
  const open = (): void => {
    onOpen();
    document.querySelector<HTMLElement>('#what-if')?.focus();
  };
  const columns: readonly Column<Row>[] = [
    {
      name: 'name',
      head: t('hubs.several.name'),
      cell: ({ name, future }) =>
        future === null ? (
          name
        ) : (
          <>
            <Link to="/hubs" search={{ op: operation, changes: linkOf(future.changes), ...(at !== undefined && { at }) }} resetScroll={false} onClick={open}>
              {name}
            </Link>
            <span className="under">
              {future.changes.map(saidOf).join('; ')}
              {future.keptAsOf !== null && ` · ${t('hubs.several.own', { when: figures.moment(future.keptAsOf) })}`}
            </span>
            {future.failure !== null && (
              <span className="under">
                <Refused failure={future.failure} />
              </span>
            )}
          </>
        ),
    },
    ...WEIGHED.map((figure): Column<Row> => ({
      name: figure.name,
      head: texts.head(figure),
      isNumber: true,
      isNothing: ({ plan }) => plan === null,
      cell: ({ plan, future }) => {
        if (plan === null) return '–';
        const value = texts.value(figure, plan);
        return (
          <>
            {isBest(figure, plan, all, texts) ? <b>{value}<span className="hidden"> {t('hubs.several.best')}</span></b> : value}
            {future !== null && <span className="under">{texts.difference(figure, standing, plan)}</span>}
          </>
        );
      },
    })),
    { name: 'check', head: t('hubs.check'), isNothing: ({ plan }) => plan === null, cell: verdict },
  ];
  const asText = (): readonly (readonly string[])[] => [
    [t('hubs.several.name'), t('hubs.several.changes'), ...WEIGHED.map(texts.head), t('hubs.check')],
    ...rows.map((row) => [row.name, row.future?.changes.map(saidOf).join('; ') ?? '', ...WEIGHED.map((figure) => (row.plan === null ? '–' : texts.value(figure, row.plan))), verdict(row)]),
  ];
  return (
    <section className="several" aria-labelledby="several">
      <h3 id="several">{t('hubs.several.title')}</h3>
      <p className="quiet">{t('hubs.several.sub', { when: figures.moment(asOf) })}</p>
      <CopyAndPrint rows={asText} />
      <Table columns={columns} rows={rows} keyOf={({ name, future }) => (future === null ? '' : name)} titled="several" isTall isSelected={({ future }) => future === null} sorted={{ by: order, onSort: setOrder }} />
    </section>
  );
}

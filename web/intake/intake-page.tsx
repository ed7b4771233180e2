// Sheets: a shipper's own spreadsheet dropped, chosen or pasted; what it says, what is asked, what is wrong with it; accepted, it is
// a consignment on the hub's page. This file joins the parts; each stands in its own.

import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { learnHubWords } from '../hub/words/index.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet } from '../shared/frame.tsx';
import { Refusal } from '../shared/client.ts';
import { useViewed } from '../shared/may.ts';
import { NotYours } from '../shared/not-yours.tsx';
import { AskedInVain, Refused } from '../shared/refused.tsx';
import { useOperations, useSeconds } from '../shared/queries.ts';
import { Bring } from './bring.tsx';
import { Columns } from './columns.tsx';
import { Goods } from './goods.tsx';
import { takeHanded } from './handed.ts';
import { Questions } from './questions.tsx';
import { Rows } from './rows.tsx';
import { readFile } from './sheet-file.ts';
import { useDrop } from './use-drop.ts';
import { useIntake, type Intake, type Preview } from './use-intake.ts';
import './intake.css';

learnHubWords();

export function IntakePage(): ReactElement {
  const search = useSearch({ from: '/intake' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const { may, isKnown, role } = useViewed();
  const { t } = useTranslation();
  const again = (): void => void operations.refetch();
  if (operation === undefined || !isKnown) return <NotYet at={search.at} operations={operations} error={operations.error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="intake">
      {may('intake.work') ? <Desk operation={operation} at={search.at} /> : <NotYours title={t('sheets.mayNot', { role })} />}
    </Frame>
  );
}

function Desk({ operation, at }: { readonly operation: OperationSummary; readonly at: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const figures = useFigures(operation.zone, at ?? operation.standsAt ?? '');
  const intake = useIntake(operation, at);
  const { file, read, take, accepted } = intake;
  const isOver = useDrop((dropped) => void readFile(dropped).then(take));
  useEffect(() => {
    const handed = takeHanded();
    if (handed !== null) void readFile(handed).then(take);
  }, [take]);
  return (
    <main data-dropping={isOver}>
      {isOver && <p className="drop-here">{t('sheets.dropHere')}</p>}
      <section className="answer" id="answer">
        <div>
          <h1>{file === null ? t('sheets.question') : accepted !== null ? t('sheets.accepted', { consignment: accepted.consignment }) : read.data === undefined ? t('sheets.reading', { name: file.name }) : headline(read.data, figures, t)}</h1>
          <p>{file === null ? t('sheets.nothingWritten') : t('sheets.file', { name: file.name, size: figures.count(Math.max(1, file.bytes / 1024)), sender: read.data?.sender ?? '–' })}</p>
        </div>
        <p className="print-only">{figures.moment(at ?? operation.standsAt ?? new Date().toISOString())}</p>
        {file !== null && (
          <button type="button" className="key another" onClick={() => take(null)}>
            {t('sheets.another')}
          </button>
        )}
      </section>
      <div className="body">
        {file === null && <Bring onFile={take} />}
        {file !== null && <Reading intake={intake} />}
        {accepted !== null && <Accepted intake={intake} operation={operation} at={at} figures={figures} />}
        {accepted === null && file !== null && read.error === null && read.data !== undefined && <Open intake={intake} preview={read.data} figures={figures} at={at} operation={operation} />}
      </div>
    </main>
  );
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

function headline({ totals, questions, counts, matched, duplicateOf }: Preview, figures: Figures, t: Say): string {
  if (duplicateOf?.by === 'file') return t('sheets.fileBefore', { consignment: duplicateOf.consignment });
  const goods = totals.items.map(({ item, units }) => `${figures.count(units)} ${figures.item(item)}`).join(', ');
  const said = goods === '' ? t('sheets.noGoods') : t('sheets.says', { goods, cartons: figures.count(totals.cartons) });
  const open = matched ? t('sheets.ready') : [questions.length > 0 ? t('sheets.open', { count: questions.length }) : '', counts.withProblems > 0 ? t('sheets.wrong', { count: counts.withProblems }) : ''].filter((it) => it !== '').join(' ');
  return `${said} ${open}`;
}

/** Nothing is said in the first second; then how long it has been. What cannot be read says why, and what to do. */
function Reading({ intake: { read, file, take } }: { readonly intake: Intake }): ReactElement | null {
  const { t } = useTranslation();
  const seconds = useSeconds(read.isFetching);
  if (read.error !== null && !read.isFetching)
    return (
      <div className="unread">
        <AskedInVain error={read.error} />
        <button type="button" className="go" onClick={() => (read.error instanceof Refusal && read.error.answered ? take(null) : void read.refetch())}>
          {t(read.error instanceof Refusal && read.error.answered ? 'sheets.another' : 'failure.retry')}
        </button>
      </div>
    );
  if (!read.isFetching || seconds < 1 || file === null) return <p className="progress" role="status" />;
  return (
    <p className="progress" role="status">
      {t('sheets.progress', { n: seconds })}{' '}
      <button type="button" className="verb" onClick={() => take(null)}>
        {t('planning.cancel')}
      </button>
    </p>
  );
}

interface OpenProps {
  readonly intake: Intake;
  readonly preview: Preview;
  readonly figures: Figures;
  readonly operation: OperationSummary;
  readonly at: string | undefined;
}

function Open({ intake, preview, figures, operation, at }: OpenProps): ReactElement {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  if (preview.duplicateOf?.by === 'file')
    return (
      <p>
        {t('sheets.nothingAgain')}{' '}
        <Link to="/hub" search={{ op: operation.operation, at, open: preview.duplicateOf.consignment }} className="go">
          {t('sheets.toHub')}
        </Link>
      </p>
    );
  return (
    <>
      <Questions intake={intake} preview={preview} figures={figures} zone={operation.zone} />
      <Rows intake={intake} preview={preview} figures={figures} />
      <div className="accept">
        <button type="button" className="go" disabled={!preview.matched || intake.read.isPlaceholderData || intake.accepting} onClick={() => void intake.accept().then(setFailure)}>
          {intake.accepting ? t('sheets.accepting') : t('sheets.accept')}
        </button>
        {!preview.matched && <span className="quiet">{t('sheets.untilThen')}</span>}
        {failure !== null && <Refused failure={failure} />}
      </div>
      <Goods preview={preview} figures={figures} />
      <Columns intake={intake} preview={preview} figures={figures} />
    </>
  );
}

function Accepted({ intake: { accepted }, operation, at, figures }: { readonly intake: Intake; readonly operation: OperationSummary; readonly at: string | undefined; readonly figures: Figures }): ReactElement | null {
  const { t } = useTranslation();
  if (accepted === null) return null;
  return (
    <div className="done" role="status">
      <p>{accepted.facts === 0 ? t('sheets.nothingAgain') : t('sheets.written', { lots: accepted.lots.join(', '), n: figures.count(accepted.facts) })}</p>
      {accepted.missingPapers.length > 0 && <p>{t('sheets.stillMissing', { papers: accepted.missingPapers.map((kinds) => kinds.map((kind) => t(`hub.document.${kind}`)).join(t('hub.or'))).join(', ') })}</p>}
      <Link to="/hub" search={{ op: operation.operation, at, open: accepted.consignment }} className="go">
        {t('sheets.toHub')}
      </Link>
    </div>
  );
}

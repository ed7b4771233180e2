// A sheet of requests dropped, chosen or pasted: what it asks for, what is asked about it, what is wrong in which row; filed when all
// is right or the rest set aside. The parts are those of a shipper's sheet (intake/).

import { Link, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSheetAnswer, RequestSheetFiledAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import type { ClientFailure } from '../../src/client/client.ts';
import { learnHubWords } from '../hub/words/index.ts';
import { sheetsEnglish } from '../hub/words/sheets-en.ts';
import { Bring } from '../intake/bring.tsx';
import { Columns } from '../intake/columns.tsx';
import { Questions } from '../intake/questions.tsx';
import { Rows } from '../intake/rows.tsx';
import { readFile } from '../intake/sheet-file.ts';
import { useDrop } from '../intake/use-drop.ts';
import { useSheet, type SheetInHand } from '../intake/use-sheet.ts';
import { client } from '../shared/client.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet } from '../shared/frame.tsx';
import { useViewed } from '../shared/may.ts';
import { NotYours } from '../shared/not-yours.tsx';
import { useOperations } from '../shared/queries.ts';
import { AskedInVain, Refused } from '../shared/refused.tsx';
import { Table, type Column } from '../shared/table.tsx';
import { learnWords } from './words/words.ts';
import '../intake/intake.css';
import './requests.css';

learnHubWords();
learnWords();

type Sheet = SheetInHand<RequestSheetAnswer, RequestSheetFiledAnswer>;
const FIELDS = Object.keys(sheetsEnglish.requestField);
/** Shown of what is right; the rest is counted. */
const SHOWN = 200;

export function SheetPage(): ReactElement {
  const search = useSearch({ from: '/need/requests/sheet' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const { may, isKnown, role } = useViewed();
  const { t } = useTranslation();
  const again = (): void => void operations.refetch();
  if (operation === undefined || !isKnown) return <NotYet at={search.at} operations={operations} error={operations.error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="intake">
      {may('request.file') ? <Desk operation={operation} at={search.at} /> : <NotYours title={t('requests.sheet.mayNot', { role })} />}
    </Frame>
  );
}

function Desk({ operation, at }: { readonly operation: OperationSummary; readonly at: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const figures = useFigures(operation.zone, at ?? operation.standsAt ?? '');
  const id = operation.operation;
  const sheet = useSheet<RequestSheetAnswer, RequestSheetFiledAnswer>(operation, {
    kind: ['requests'],
    preview: (ask, signal) => client.requests.previewSheet(id, ask, { signal }),
    accept: (ask) => client.requests.fileSheet(id, { ...ask, at: at ?? operation.standsAt ?? undefined }),
  });
  const { file, read, take, accepted } = sheet;
  const isOver = useDrop((dropped) => void readFile(dropped).then(take));
  const search = { op: id, ...(at !== undefined && { at }) };
  return (
    <main data-dropping={isOver}>
      {isOver && <p className="drop-here">{t('sheets.dropHere')}</p>}
      <section className="answer" id="answer">
        <div>
          <h1>{file === null ? t('requests.sheet.question') : accepted !== null ? t('requests.sheet.filed', { count: accepted.requests.length }) : read.data === undefined ? t('sheets.reading', { name: file.name }) : headline(read.data, t)}</h1>
          <p>{t('requests.sheet.nothingWritten')}</p>
        </div>
        <p className="print-only">{figures.moment(at ?? operation.standsAt ?? new Date().toISOString())}</p>
        {file !== null && (
          <button type="button" className="key another" onClick={() => take(null)}>
            {t('sheets.another')}
          </button>
        )}
      </section>
      <div className="body">
        {file === null && <Bring onFile={take} drop={t('requests.sheet.drop')} kinds={t('requests.sheet.kinds')} />}
        {read.error !== null && !read.isFetching && <AskedInVain error={read.error} />}
        {file !== null && read.isFetching && read.data === undefined && <p className="progress" role="status" />}
        {accepted !== null && <Filed filed={accepted} search={search} />}
        {accepted === null && file !== null && read.error === null && read.data !== undefined && <Open {...{ sheet, preview: read.data, figures, operation, search }} />}
        <p>
          <Link to="/need/requests" search={search} className="verb">
            {t('requests.sheet.back')}
          </Link>
        </p>
      </div>
    </main>
  );
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

function headline({ requests, questions, counts, matched, filedBefore }: RequestSheetAnswer, t: Say): string {
  if (filedBefore) return t('requests.sheet.before');
  const lines = requests.reduce((sum, it) => sum + it.lines, 0);
  const said = requests.length === 0 ? t('requests.sheet.nobody') : t('requests.sheet.says', { count: lines, recipients: requests.slice(0, 4).map(({ name }) => name).join(', ') + (requests.length > 4 ? ' …' : '') });
  const open = matched ? t('requests.sheet.ready') : [questions.length > 0 ? t('sheets.open', { count: questions.length }) : '', counts.withProblems > 0 ? t('sheets.wrong', { count: counts.withProblems }) : ''].filter((it) => it !== '').join(' ');
  return `${said} ${open}`;
}

interface OpenProps {
  readonly sheet: Sheet;
  readonly preview: RequestSheetAnswer;
  readonly figures: Figures;
  readonly operation: OperationSummary;
}

function Open({ sheet, preview, figures, operation }: OpenProps): ReactElement | null {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  if (preview.filedBefore) return null;
  return (
    <>
      <Questions intake={sheet} preview={preview} figures={figures} zone={operation.zone} />
      <Rows intake={sheet} preview={preview} figures={figures} />
      <div className="accept">
        <button type="button" className="go" disabled={!preview.matched || sheet.read.isPlaceholderData || sheet.accepting} onClick={() => void sheet.accept().then(setFailure)}>
          {sheet.accepting ? t('requests.sheet.filing') : t('requests.sheet.file')}
        </button>
        {!preview.matched && <span className="quiet">{t('sheets.untilThen')}</span>}
        {failure !== null && <Refused failure={failure} />}
      </div>
      <Lines preview={preview} figures={figures} />
      <Columns intake={sheet} preview={preview} figures={figures} fields={FIELDS} />
    </>
  );
}

type Read = RequestSheetAnswer['rows'][number] & { readonly line: NonNullable<RequestSheetAnswer['rows'][number]['line']> };

function Lines({ preview: { rows }, figures }: Pick<OpenProps, 'preview' | 'figures'>): ReactElement | null {
  const { t } = useTranslation();
  const right = rows.filter((row): row is Read => row.line !== null && !row.isAside && row.problems.length === 0);
  if (right.length === 0) return null;
  const columns: readonly Column<Read>[] = [
    { name: 'row', head: t('requests.sheet.row'), cell: ({ row }) => row },
    { name: 'recipient', head: t('requests.sheet.recipient'), cell: ({ line }) => line.name },
    { name: 'item', head: t('requests.sheet.item'), cell: ({ line }) => figures.item(line.item) },
    { name: 'units', head: t('requests.sheet.units'), isNumber: true, cell: ({ line }) => figures.count(line.units) },
    { name: 'cartons', head: t('requests.sheet.cartons'), isNumber: true, cell: ({ line }) => figures.count(line.cartons) },
    { name: 'window', head: t('requests.sheet.window'), cell: ({ line }) => t('requests.window', { from: figures.calendar(line.from), until: figures.calendar(line.until) }) },
    { name: 'urgency', head: t('requests.sheet.urgency'), cell: ({ line }) => t(`requests.severity.${line.severity}`) },
    { name: 'why', head: t('requests.sheet.why'), cell: ({ line }) => line.why ?? '–' },
  ];
  return (
    <section className="goods" aria-labelledby="lines-title">
      <h2 className="head" id="lines-title">
        {t('requests.sheet.lines')}
      </h2>
      <Table columns={columns} rows={right.slice(0, SHOWN)} keyOf={({ row }) => String(row)} titled="lines-title" />
      {right.length > SHOWN && <p className="quiet">{t('source.more', { n: figures.count(right.length - SHOWN) })}</p>}
    </section>
  );
}

function Filed({ filed, search }: { readonly filed: RequestSheetFiledAnswer; readonly search: { readonly op: string; readonly at?: string } }): ReactElement {
  const { t } = useTranslation();
  const asked = filed.requests.filter(({ state }) => state === 'asked').length;
  return (
    <div className="done" role="status">
      {asked > 0 && <p>{t('requests.sheet.asked', { count: asked })}</p>}
      <Link to="/need/requests" search={search} className="go">
        {t('requests.sheet.to')}
      </Link>
    </div>
  );
}

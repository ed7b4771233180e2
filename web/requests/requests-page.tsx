// Requests for need, judged: who asks for what, what it duplicates, the band that it is held against. What waits for a person
// stands first; one is looked into at a time, and its address says which.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestsAnswer } from '../../src/http/contract/answers.ts';
import type { OperationSummary } from '../../src/http/contract/picture.ts';
import { useFigures, type Figures } from '../shared/figures.ts';
import { Frame, NotYet, Stale } from '../shared/frame.tsx';
import { useViewed } from '../shared/may.ts';
import { NotYours, ReadsOnly } from '../shared/not-yours.tsx';
import { useOperations } from '../shared/queries.ts';
import { Table, type Column, type Sorted } from '../shared/table.tsx';
import { useTelling } from '../shared/told.tsx';
import { mayNotEnglish, mayNotFrench } from '../shared/words/may-not.ts';
import { language } from '../shared/language.ts';
import { Band } from './band.tsx';
import { Detail } from './detail.tsx';
import { Links } from './links.tsx';
import { useRequests, type Request } from './scene.ts';
import { learnWords } from './words/words.ts';
import '../people/people.css';
import '../shared/sheet.css';
import './requests.css';

learnWords();
language.addResourceBundle('en', 'translation', { mayNot: mayNotEnglish }, true);
language.addResourceBundle('fr', 'translation', { mayNot: mayNotFrench }, true);

/** Phrases bear the names that they need. */
const NO_NAMES = { places: [], recipients: [] };

export function RequestsPage(): ReactElement {
  const search = useSearch({ from: '/need/requests' });
  const operations = useOperations();
  const operation = operations.data?.find((it) => it.operation === search.op) ?? operations.data?.[0];
  const { may, isKnown, role } = useViewed();
  const mayRead = may('request.read');
  const requests = useRequests(mayRead ? operation : undefined, search.at);
  const { t } = useTranslation();
  const again = (): void => {
    void operations.refetch();
    void requests.refetch();
  };
  if (operation !== undefined && isKnown && !mayRead)
    return (
      <Frame operation={operation} at={search.at}>
        <NotYours title={t('requests.desk.mayNot', { role })} />
      </Frame>
    );
  const error = operations.error ?? requests.error;
  if (requests.data === undefined || operation === undefined) return <NotYet at={search.at} operations={operations} error={error} onRetry={again} />;
  return (
    <Frame operation={operation} at={search.at} className="requests">
      {error !== null && <Stale onRetry={again} />}
      <ReadsOnly unless={['request.judge', 'request.file']} />
      <Desk key={operation.operation} operation={operation} report={requests.data} at={search.at} />
    </Frame>
  );
}

const SHOWN = ['waiting', 'all', 'accepted', 'declined'] as const;
type Shown = (typeof SHOWN)[number];
const IS: Readonly<Record<Shown, (request: Request) => boolean>> = {
  waiting: ({ waitsFor }) => waitsFor !== null,
  all: () => true,
  accepted: ({ state }) => state === 'accepted',
  declined: ({ state }) => state === 'declined' || state === 'withdrawn',
};

function Desk({ operation, report, at }: { readonly operation: OperationSummary; readonly report: RequestsAnswer; readonly at: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { may } = useViewed();
  const figures = useFigures(operation.zone, report.asOf);
  const { requests, recipients } = report;
  const person = requests.filter(({ waitsFor }) => waitsFor === 'person').length;
  const asked = requests.filter(({ waitsFor }) => waitsFor === 'requester').length;
  const search = { op: operation.operation, ...(at !== undefined && { at }) };
  return (
    <main>
      <section className="answer" id="answer">
        <div>
          <h1>
            {requests.length === 0 ? t('requests.desk.none') : person === 0 ? t('requests.desk.allJudged') : t('requests.desk.waits', { count: person })}
            {asked > 0 && t('requests.desk.asked', { count: asked })}
          </h1>
          <p>{requests.length === 0 ? t('requests.desk.empty') : t('requests.desk.source')}</p>
        </div>
        <div className="as-of">
          <b>{figures.moment(report.asOf)}</b>
        </div>
      </section>
      <div className="desk">
        {requests.length === 0 ? <Parameters report={report} /> : <List operation={operation} report={report} at={at} figures={figures} />}
        {(may('request.judge') || may('request.file')) && (
          <div className="side">
            {may('request.file') && (
              <p className="bring">
                <Link to="/need/requests/sheet" search={search} className="verb">
                  {t('requests.desk.sheet')}
                </Link>
              </p>
            )}
            {may('request.judge') && <Links operation={operation.operation} recipients={recipients} isFirst={requests.length === 0} />}
          </div>
        )}
      </div>
    </main>
  );
}

interface ListProps {
  readonly operation: OperationSummary;
  readonly report: RequestsAnswer;
  readonly at: string | undefined;
  readonly figures: Figures;
}

const mostUrgent = ({ lines }: Request): number => Math.max(...lines.map(({ severity }) => severity));
const mostUnits = ({ lines }: Request): number => Math.max(...lines.map(({ units }) => units));
const BY: Readonly<Record<string, (a: Request, b: Request) => number>> = {
  recipient: (a, b) => a.name.localeCompare(b.name),
  asks: (a, b) => mostUnits(a) - mostUnits(b),
  urgency: (a, b) => mostUrgent(a) - mostUrgent(b),
  since: (a, b) => (a.requestedAt < b.requestedAt ? -1 : a.requestedAt > b.requestedAt ? 1 : 0),
};

function List({ operation, report, at, figures }: ListProps): ReactElement {
  const { t } = useTranslation();
  const { open } = useSearch({ from: '/need/requests' });
  const navigate = useNavigate({ from: '/need/requests' });
  const tell = useTelling(NO_NAMES, figures);
  const [shown, setShown] = useState<Shown>(report.requests.some(({ waitsFor, request }) => waitsFor !== null && (open === undefined || request === open)) ? 'waiting' : 'all');
  const [find, setFind] = useState('');
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const wanted = find.trim().toLocaleLowerCase();
  const like = ({ name, recipient, lines }: Request): boolean => wanted === '' || [name, recipient, ...lines.flatMap(({ item }) => [item, figures.item(item)])].some((text) => text.toLocaleLowerCase().includes(wanted));
  const order = sorted === null ? null : BY[sorted.column];
  // What is looked into stays where it is when it has been decided.
  const found = report.requests.filter((it) => it.request === open || (IS[shown](it) && like(it)));
  const rows = order === null || order === undefined ? found : found.toSorted((a, b) => (sorted?.down === true ? -order(a, b) : order(a, b)));
  const look = (request: string | undefined): void => void navigate({ search: (was) => ({ ...was, open: request }), replace: true });
  return (
    <section className="list">
      <div className="filters">
        <label>
          {t('requests.desk.show')}{' '}
          <select className="choice" value={shown} onChange={(event) => setShown(SHOWN.find((it) => it === event.target.value) ?? 'all')}>
            {SHOWN.map((it) => (
              <option key={it} value={it}>
                {t(`requests.desk.shown.${it}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('requests.desk.find')} <input className="choice" type="search" value={find} onChange={(event) => setFind(event.target.value)} />
        </label>
      </div>
      <Table
        columns={columnsOf(t, figures, open, look)}
        rows={rows}
        keyOf={({ request }) => request}
        label={t('requests.desk.list')}
        isTall
        isSelected={({ request }) => request === open}
        below={(request) => (request.request === open ? <Detail operation={operation} request={request} at={at} figures={figures} tell={tell} /> : null)}
        sorted={{ by: sorted, onSort: setSorted }}
        empty={t('requests.desk.nothing')}
      />
      <Parameters report={report} />
    </section>
  );
}

/** Where the band begins and ends, and that both are guesses. */
function Parameters({ report: { parameters: { least, most } } }: { readonly report: RequestsAnswer }): ReactElement {
  const { t } = useTranslation();
  return <p className="quiet parameters">{t('requests.band.parameters', { times: most.value, notes: `${least.note}; ${most.note}.` })}</p>;
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

function columnsOf(t: Say, figures: Figures, open: string | undefined, look: (request: string | undefined) => void): readonly Column<Request>[] {
  return [
    {
      name: 'recipient', head: t('requests.desk.recipient'),
      cell: ({ request, name, via }) => (
        <button type="button" className="plain" aria-expanded={request === open} aria-label={request === open ? t('requests.desk.close') : t('requests.desk.open', { name })} onClick={() => look(request === open ? undefined : request)}>
          {name} <span className="under">{`${request}, ${t(`requests.via.${via}`)}`}</span>
        </button>
      ),
    },
    {
      name: 'asks', head: t('requests.desk.asks'),
      cell: ({ lines }) =>
        lines.map(({ item, from, units, cartons }) => (
          <span key={`${item} ${from}`} className="asks">
            {figures.count(units)} {figures.item(item)} <span className="under">{t('requests.cartons', { count: cartons, n: figures.count(cartons) })}</span>
          </span>
        )),
    },
    { name: 'band', head: t('requests.desk.band'), cell: (request) => request.lines.map((line) => <Band key={`${line.item} ${line.from}`} line={line} of={request} figures={figures} />) },
    { name: 'urgency', head: t('requests.desk.urgency'), cell: (request) => t(`requests.severity.${mostUrgent(request)}`) },
    { name: 'since', head: t('requests.desk.since'), cell: ({ requestedAt }) => figures.hour(requestedAt) },
    { name: 'state', head: t('requests.desk.state'), cell: ({ state }) => t(`requests.state.${state}`) },
  ];
}

// What needs a person, soonest deadline first: a sign, what is wrong, one sentence with the consequence, a verb, the deadline.
// The first has the one black button.

import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention, Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { placeName, recipientName } from '../shared/names.ts';
import { Sign, type SignName } from '../shared/signs.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { Told } from '../shared/told.tsx';

interface NeedsProps {
  readonly picture: Picture;
  readonly figures: Figures;
  readonly at: string | undefined;
}

const SIGNS: Readonly<Record<Attention['kind'], readonly [SignName, string]>> = {
  'late-flight': ['clock', 'air'],
  discrepancy: ['differ', 'problem'],
  paper: ['paper', 'hub'],
  closed: ['closed', 'problem'],
  held: ['paper', 'hub'],
  quarantined: ['closed', 'problem'],
  overflow: ['box', 'consigned'],
  'out-of-stock': ['problem', 'problem'],
  'stock-out': ['clock', 'onward'],
  'at-risk': ['problem', 'problem'],
  broken: ['problem', 'problem'],
  request: ['paper', 'consigned'],
};

export function NeedsPerson({ picture, figures, at }: NeedsProps): ReactElement {
  const { t } = useTranslation();
  const { attention } = picture;
  return (
    <section className="needs" aria-label={t('attention.title')} tabIndex={0}>
      <h2 className="head">
        {t('attention.title')} {attention.length > 0 && <span>{t('attention.count', { count: attention.length })}</span>}
      </h2>
      {attention.length === 0 && <p>{t('attention.empty')}</p>}
      <ol>
        {attention.map((entry, index) => (
          <Entry key={entry.id} entry={entry} isFirst={index === 0} picture={picture} figures={figures} at={at} />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps extends NeedsProps {
  readonly entry: Attention;
  readonly isFirst: boolean;
}

function Entry({ entry, isFirst, picture, figures, at }: EntryProps): ReactElement {
  const { t } = useTranslation();
  const words = useWords(entry, picture, figures);
  const [sign, colour] = SIGNS[entry.kind];
  const look = isFirst ? 'go' : 'verb';
  const due = entry.deadline === null ? t('attention.soon') : entry.kind === 'out-of-stock' ? t('attention.soon') : t('attention.by', { when: figures.hour(entry.deadline) });
  return (
    <li className="entry" style={{ '--sign': `var(--ab-${colour}-ink)` } as React.CSSProperties}>
      <Sign name={sign} />
      <div>
        <h3>{words.title}</h3>
        <p>
          {words.text}
          {entry.why !== null && (
            <>
              {' '}
              <Told why={entry.why} because={entry.because} picture={picture} figures={figures} whole />
            </>
          )}
        </p>
        <div className="act">
          <Act entry={entry} look={look} picture={picture} at={at} title={words.title}>
            {t(entry.kind === 'request' ? 'attention.judge' : entry.recipient === null ? 'attention.facts' : 'attention.lines')}
          </Act>
          <span>{due}</span>
        </div>
      </div>
    </li>
  );
}

/** To where a request is judged, to the plan's lines of a recipient, or into the facts. */
function Act({ entry, look, picture, at, title, children }: { readonly entry: Attention; readonly look: string; readonly picture: Picture; readonly at: string | undefined; readonly title: string; readonly children: ReactNode }): ReactElement {
  if (entry.recipient === null)
    return (
      <Sourced className={look} value={title} unit={entry.item ?? '–'} facts={entry.facts}>
        {children}
      </Sourced>
    );
  const here = { op: picture.operation, ...(at !== undefined && { at }) };
  if (entry.kind === 'request')
    return (
      <Link to="/need/requests" search={{ ...here, open: entry.subject }} className={look}>
        {children}
      </Link>
    );
  return (
    <Link to="/plan" search={{ ...here, recipient: entry.recipient }} className={look}>
      {children}
    </Link>
  );
}

function useWords(entry: Attention, picture: Picture, figures: Figures): { readonly title: string; readonly text: string } {
  const { t } = useTranslation();
  const flight = picture.flights.find(({ consignment }) => consignment === entry.subject);
  const recipient = picture.recipients.find((it) => it.recipient === (entry.kind === 'request' ? entry.recipient : entry.subject));
  const name = recipient === undefined ? entry.subject : recipientName(picture, recipient, figures, (country) => t('area.rest', { country }));
  const values = {
    subject: entry.subject,
    recipient: name,
    area: figures.area(entry.subject),
    item: entry.item === null ? '' : figures.item(entry.item),
    units: figures.count(entry.units ?? 0),
    found: figures.count(entry.other ?? 0),
    count: entry.other ?? 0,
    late: figures.span(entry.other ?? 0),
    paper: entry.detail === null ? '' : t(`paper.${entry.detail}`, { defaultValue: entry.detail.replaceAll('-', ' ') }),
    place: entry.kind === 'late-flight' ? placeName(picture, entry.detail ?? '') : '',
    when: flight === undefined ? '' : figures.hour(flight.plannedArrival),
    deadline: entry.deadline === null ? '' : figures.hour(entry.deadline),
  };
  const text = entry.kind === 'discrepancy' ? (entry.detail ?? 'short') : 'text';
  return { title: t(`attention.${entry.kind}.title`, values), text: t(`attention.${entry.kind}.${text}`, values) };
}

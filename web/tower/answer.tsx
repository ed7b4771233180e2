// The first line: what has landed of what was promised, and how long that lasts whoever needs it most. Under it, in one small
// line, what is on its way and where the figures are from.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { useSelf } from '../shared/self.ts';
import { shortly } from '../map/flights.tsx';
import { placeName } from '../shared/names.ts';
import { Phrase } from '../shared/phrase.tsx';
import { Sourced } from '../shared/sourced.tsx';

interface AnswerProps {
  readonly picture: Picture;
  readonly cursor: string;
  readonly figures: Figures;
}

export function AnswerLine({ picture, cursor, figures }: AnswerProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="answer" id="answer">
      <Sentence picture={picture} figures={figures} />
      <div className="as-of">
        <b>{figures.moment(cursor)}</b>
        <span>{t('answer.time', { place: shortly(placeName(picture, picture.hub)) })}</span>
      </div>
    </section>
  );
}

function Sentence({ picture, figures }: Omit<AnswerProps, 'cursor'>): ReactElement {
  const { t } = useTranslation();
  const { answer, flights, dispatches, recipients } = picture;
  // Whose role has no promises sees what is theirs, and the screen says so.
  const { accounts = false, permissions } = useSelf().data ?? {};
  const isOwn = accounts && permissions?.['status.read'] === undefined;
  if (answer === null)
    return (
      <div>
        <h1>{isOwn ? t('people.own', { flights: figures.count(flights.length), dispatches: figures.count(dispatches.length), recipients: figures.count(recipients.length) }) : t('answer.none')}</h1>
      </div>
    );
  const item = figures.item(answer.item);
  const number = ({ value, facts }: Figure, unit = t('source.units', { item })): ReactElement => <Sourced value={figures.count(value)} facts={facts} unit={unit} />;
  const { neediest, next } = answer;
  const days = neediest === null ? 0 : Math.round(answer.landed.value / Math.max(1, neediest.perDay.value));
  const named = neediest?.sources.filter((id) => id !== 'assumption').map((id) => picture.sources.find((source) => source.id === id)?.publisher ?? id) ?? [];
  return (
    <div>
      <h1 key={figures.count(answer.landed.value)} className="fresh">
        <Phrase text={t('answer.landed', { item, scope: figures.area(answer.scope) })} parts={{ landed: number(answer.landed), promised: number(answer.promised) }} />
        {neediest !== null && (
          <Phrase text={t('answer.need', { area: figures.area(neediest.area), days: days === 0 ? t('answer.half') : t('answer.days', { count: days }) })} parts={{ perDay: number(neediest.perDay, t('source.perDay', { item })) }} />
        )}
      </h1>
      <p>
        <Phrase text={t('answer.onward')} parts={{ onward: number(answer.onward), delivered: number(answer.delivered) }} />
        {neediest !== null && neediest.sum.length > 0 && t('answer.sum', { sum: neediest.sum.map(({ people, perPerson }) => `${figures.count(people)} × ${figures.factor(perPerson)}`).join(' + ') })}
        {neediest !== null && neediest.basis === 'census' && neediest.asked !== null && <Phrase text={t('answer.asked')} parts={{ asked: number(neediest.asked, t('source.perDay', { item })) }} />}
        {next !== null && <Phrase text={t('answer.next', { consignment: next.consignment, when: figures.hour(next.arrives) })} parts={{ units: number(next.units) }} />}
        {neediest !== null && named.length > 0 && t('answer.source', { sources: [...new Set(named)].join(', '), when: figures.hour(neediest.reportedAt) })}
      </p>
    </div>
  );
}

// The first line: what the country that needs most needs a day, how long what has landed for it lasts, and who is left with least. Under
// it, who counted; beside it the cursor.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromisesAnswer } from '../../src/http/contract/answers.ts';
import { client, given } from '../shared/client.ts';
import { CursorHere } from '../shared/cursor.tsx';
import { Phrase } from '../shared/phrase.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { DaysSum, PartsOfNeed, useOf } from './figures-of-row.tsx';
import { shortest, type Row } from './rows.ts';
import { noonOf, sourcesText, stockFacts, useNeed } from './scene.ts';
import { Terms } from './terms.tsx';

export function Answer({ at }: { readonly at: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { report, picture, item, rows, main, figures, onLook } = useNeed();
  const known = rows.filter(({ stock }) => stock !== null).length;
  return (
    <section className="answer" id="answer">
      <div>
        <h1>{main === null ? t('need.answer.none', { item: figures.item(item) }) : <Sentence main={main} />}</h1>
        <p>
          {main === null
            ? t('need.answer.noneText')
            : t('need.answer.source', { sources: sourcesText(main.need.sources, picture), when: main.need.censusAt === null ? figures.day(noonOf(main.need.countedOn ?? report.asOf.slice(0, 10))) : figures.hour(main.need.censusAt), known: figures.count(known), all: figures.count(rows.length) })}
        </p>
      </div>
      <CursorHere asOf={picture.asOf} isMoved={at !== undefined} picture={picture} onMove={(to) => onLook({ at: to ?? '' })} figures={figures} />
    </section>
  );
}

function Sentence({ main }: { readonly main: Row }): ReactElement {
  const { t } = useTranslation();
  const { picture, item, rows, figures } = useNeed();
  const least = shortest(rows, main);
  const { perDay } = main.need;
  const word = figures.item(item);
  return (
    <>
      <Phrase
        text={t('need.answer.needs', { area: main.area, item: word })}
        parts={{ perDay: <Sourced value={figures.count(perDay?.central ?? 0)} unit={t('source.perDay', { item: word })} facts={main.need.facts} sum={<PartsOfNeed need={main.need} />} /> }}
      />
      <Lasts main={main} />
      {least === null ? (
        t('need.answer.noStock')
      ) : (
        <Phrase
          text={t(least.days === 0 ? 'need.answer.gone' : 'need.answer.shortest', { area: least.area })}
          parts={{ days: <Sourced value={figures.decimal(least.days ?? 0)} unit={t('need.table.unit')} facts={stockFacts(picture, least.need)} sum={<DaysSum need={least.need} />} /> }}
        />
      )}
    </>
  );
}

/** How many days of the need have landed so far, delivered or not. */
function Lasts({ main }: { readonly main: Row }): ReactElement {
  const { t } = useTranslation();
  const { operation, facts: known, picture, item, figures } = useNeed();
  const promises = useQuery({ queryKey: ['promises', operation, known, picture.asOf, 'landed'], queryFn: ({ signal }) => given(client.promises.report(operation, { asOf: picture.asOf }, { signal })), placeholderData: keepPreviousData });
  const use = useOf(main.need)?.central ?? 0;
  if (promises.data === undefined || use <= 0) return <>{t('need.answer.end')}</>;
  const { units, consignments } = landedFor(promises.data, main.need.area, item);
  const facts = picture.flights.flatMap((flight) => (consignments.has(flight.consignment) ? flight.facts : []));
  if (units === 0) return <>{t('need.answer.landedNone')}</>;
  const days = units / use;
  return (
    <Phrase
      text={t('need.answer.lasts')}
      parts={{
        days: (
          <Sourced
            value={figures.decimal(days)}
            unit={t('need.table.unit')}
            facts={facts}
            sum={<Terms terms={[{ text: t('need.sum.landed', { area: main.area }), value: figures.count(units) }, { text: t('need.sum.divided'), value: figures.count(use) }]} total={{ text: t('need.table.unit'), value: figures.decimal(days) }} />}
          />
        ),
      }}
    />
  );
}

/** Landed so far for a country, and by which consignments. */
function landedFor({ meter, earmarks }: PromisesAnswer, country: string, item: string): { readonly units: number; readonly consignments: ReadonlySet<string> } {
  const units = meter.countries.find((it) => it.country === country && it.item === item)?.everLanded ?? 0;
  const lines = earmarks.flatMap((it) => (it.item === item && it.bound.some((bound) => bound === country || bound.startsWith(`${country}-`)) ? it.lines : []));
  return { units, consignments: new Set(lines.flatMap(({ arrivedAt, consignment }) => (arrivedAt === null ? [] : [consignment]))) };
}

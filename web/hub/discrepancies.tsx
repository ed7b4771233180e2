// Open discrepancies: what was announced and what was counted differ, and nobody has said why yet. Each is resolved with a word;
// units that never came are recorded as short in the same stroke.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { Sign } from '../shared/signs.tsx';
import { Sourced } from '../shared/sourced.tsx';
import { useHub, type OpenQuestion } from './scene.ts';

export function Discrepancies(): ReactElement {
  const { t } = useTranslation();
  const { board } = useHub();
  return (
    <section className="discrepancies" aria-labelledby="discrepancies-title">
      <h2 className="head" id="discrepancies-title">
        {t('hub.discrepancies')}
      </h2>
      {board.questions.length === 0 ? <p className="none">{t('hub.noDiscrepancy')}</p> : null}
      <ul>
        {board.questions.map((question) => (
          <Discrepancy key={`${question.opened} ${question.lot}`} question={question} />
        ))}
      </ul>
    </section>
  );
}

function Discrepancy({ question }: { readonly question: OpenQuestion }): ReactElement {
  const { t } = useTranslation();
  const { figures, picture, board } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [resolving, setResolving] = useState(false);
  const { opened, seq, at, lot, item, kind, expected, found, where, missing } = question;
  const isHub = board.stock.some((row) => row.place === where) || where === board.hub;
  const resolve = ({ how = '', word = '' }: Values): Promise<ClientFailure | null> => {
    const entries: Entry[] = [{ kind: 'discrepancy.resolved', body: { opened, lot, how: word } }];
    if (how === 'short') entries.unshift({ kind: 'goods.short', body: { place: where, lot, units: missing, state: 'landed', reason: word } });
    return enter(entries, t('hub.did.resolved', { lot }));
  };
  return (
    <li>
      <h3>
        <Sign name="differ" size={15} /> {lot}, {figures.item(item)}
      </h3>
      <p>
        <Sourced value={t(`hub.differs.${kind}`, { expected: figures.count(expected), found: figures.count(found), missing: figures.count(missing) })} facts={[seq]} unit={t('source.units', { item: figures.item(item) })} />{' '}
        <span className="quiet">
          {picture.places.find(({ place }) => place === where)?.name ?? where}, {figures.hour(at)}
        </span>
      </p>
      {!may('fact.question') ? null : resolving ? (
        <EntryForm
          label={t('hub.do.resolve')}
          fields={[
            ...(missing > 0 && isHub && may('fact.receipt') ? [{ name: 'how', label: t('hub.field.how'), options: [['short', t('hub.how.short', { n: figures.count(missing) })], ['word', t('hub.how.word')]] as const }] : []),
            { name: 'word', label: t('hub.field.word') },
          ]}
          button={t('hub.do.resolve')}
          send={resolve}
          onCancel={() => setResolving(false)}
        />
      ) : (
        <button type="button" className="verb" onClick={() => setResolving(true)}>
          {t('hub.do.resolve')}
        </button>
      )}
    </li>
  );
}

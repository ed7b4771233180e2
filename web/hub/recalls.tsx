// Recalls: those that stand, with whom to tell, and their end; and a new one by a maker's batch number. A lot at hand is recalled
// from its row.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { Refused } from '../shared/refused.tsx';
import { HoldersTable } from './holders-table.tsx';
import { RecallForm } from './recall-form.tsx';
import { paperAddress, useHub, type Holder, type Recall } from './scene.ts';

const CHANNELS = ['phone', 'e-mail', 'in-person'] as const;

export function Recalls(): ReactElement {
  const { t } = useTranslation();
  const { board } = useHub();
  const [batch, setBatch] = useState<string | null>(null);
  return (
    <section className="recalls" aria-labelledby="recalls-title">
      <h2 className="head" id="recalls-title">
        {t('hub.recalls')}
      </h2>
      {board.recalls.length === 0 && <p className="none">{t('hub.noRecall')}</p>}
      {board.recalls.map((recall) => (
        <OneRecall key={recall.recall} recall={recall} />
      ))}
      {batch === null ? (
        <EntryForm label={t('hub.recallBatch')} fields={[{ name: 'batch', label: t('hub.field.batch') }]} button={t('hub.do.holders')} send={async ({ batch: named = '' }) => (setBatch(named), null)} />
      ) : (
        <RecallForm key={batch} batch={batch} onDone={() => setBatch(null)} />
      )}
    </section>
  );
}

function OneRecall({ recall }: { readonly recall: Recall }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [isLifting, setLifting] = useState(false);
  const untold = recall.holders.filter(({ notifiedAt }) => notifiedAt === null).length;
  const isStanding = recall.liftedAt === null;
  return (
    <article>
      <h3>
        {recall.recall}: {recall.lots.join(', ')}
      </h3>
      <p>
        {recall.reason}{' '}
        <span className="quiet">
          {[recall.authority, recall.reference, figures.hour(recall.at), recall.liftedAt === null ? null : t('hub.lifted', { when: figures.hour(recall.liftedAt) })].filter((it) => it !== null).join(', ')}
        </span>
      </p>
      <p>{t('hub.recallSum', { held: figures.count(recall.units.held), recovered: figures.count(recall.units.recovered), lost: figures.count(recall.units.lost), untold: figures.count(untold) })}</p>
      <HoldersTable holders={recall.holders} told={(holder) => <ToldOf recall={recall} holder={holder} />} />
      {isStanding && may('fact.recall') && !isLifting && (
        <button type="button" className="verb" onClick={() => setLifting(true)}>
          {t('hub.do.lift')}
        </button>
      )}
      {isLifting && isStanding && (
        <EntryForm
          label={t('hub.do.lift')}
          fields={[{ name: 'reason', label: t('hub.field.reason'), hint: t('hub.liftHint') }]}
          button={t('hub.do.lift')}
          send={({ reason = '' }) => enter([{ kind: 'recall.lifted', body: { recall: recall.recall, reason } }], t('hub.did.lifted', { recall: recall.recall }))}
          onDone={() => setLifting(false)}
          onCancel={() => setLifting(false)}
        />
      )}
    </article>
  );
}

function ToldOf({ recall: { recall, liftedAt }, holder: { holder, name, notifiedAt } }: { readonly recall: Recall; readonly holder: Holder }): ReactElement {
  const { t } = useTranslation();
  const { figures, operation, at } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const notice = may('paper.print') && (
    <a className="verb" href={paperAddress(operation, 'recall-notice', `${recall}:${holder}`, at)} target="_blank" rel="noreferrer" aria-label={t('hub.noticeTo', { who: name })}>
      {t('hub.notice')}
    </a>
  );
  if (notifiedAt !== null) return <>{figures.hour(notifiedAt)} {notice}</>;
  if (!may('fact.recall') || liftedAt !== null) return <>– {notice}</>;
  return (
    <form
      className="told"
      onSubmit={(event) => {
        event.preventDefault();
        const channel = new FormData(event.currentTarget).get('channel');
        void enter([{ kind: 'recall.notified', body: { recall, holder, channel } }], t('hub.did.told', { who: name })).then(setFailure);
      }}
    >
      <select name="channel" className="choice" aria-label={t('hub.channelTo', { who: name })}>
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {t(`hub.channel.${channel}`)}
          </option>
        ))}
      </select>{' '}
      <button type="submit" className="key">
        {t('hub.do.told')}
      </button>
      {notice}
      {failure !== null && <Refused failure={failure} />}
    </form>
  );
}

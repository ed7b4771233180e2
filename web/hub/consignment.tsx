// One consignment opened: what it holds, its way in, the count against the manifest, its papers. Everything that is done to it is
// done here.

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useEntries, type Entry } from '../shared/entries.tsx';
import { EntryForm, type Values } from '../shared/entry-form.tsx';
import { placeName } from '../shared/names.ts';
import { instantAt, wallClock } from '../shared/wall-clock.ts';
import { useMay } from '../shared/may.ts';
import { Overflow, Split } from './overflow.tsx';
import { Papers } from './papers.tsx';
import { useHub, type Arrival } from './scene.ts';
import { Tally } from './tally.tsx';
import { Refused } from '../shared/refused.tsx';

export function Consignment({ arrival, onClose }: { readonly arrival: Arrival; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { picture, figures } = useHub();
  const section = useRef<HTMLElement>(null);
  // Nothing is handed back: where scrolling answers with a promise, it would be taken for what ends the effect.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} className="consignment" aria-labelledby="consignment-title">
      <header>
        <h2 id="consignment-title">{t('hub.consignment', { consignment: arrival.consignment })}</h2>
        <p>
          {arrival.aircraft ?? t(`mode.${arrival.mode}`)}, {placeName(picture, arrival.from)} – {placeName(picture, arrival.to)}, {figures.moment(arrival.expected)}
        </p>
        <button type="button" className="verb" onClick={onClose}>
          {t('hub.close')}
        </button>
      </header>
      <Way arrival={arrival} />
      <Overflow arrival={arrival} />
      <Tally arrival={arrival} />
      <Papers arrival={arrival} />
    </section>
  );
}

/** Departed, arrived, and when the carrier now expects it. */
function Way({ arrival }: { readonly arrival: Arrival }): ReactElement | null {
  const { consignment, departedAt, arrivedAt, expected, lots } = arrival;
  const may = useMay();
  const { t } = useTranslation();
  const { picture } = useHub();
  const { enter } = useEntries();
  const [opened, setOpened] = useState<'estimate' | 'split' | null>(null);
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  if (arrivedAt !== null) return null;
  if (lots.length === 0) return <p className="none">{t('hub.noLots')}</p>;
  if (!may('fact.flight')) return null;
  const tell = (entries: readonly Entry[], what: string): void => void enter(entries, what).then(setFailure);
  const estimate = (values: Values): Promise<ClientFailure | null> =>
    enter([{ kind: 'consignment.estimated', body: { consignment, arrival: instantAt(values['arrival'] ?? '', picture.zone) ?? values['arrival'], ...(values['reason'] !== '' && { reason: values['reason'] }) } }], t('hub.did.estimated', { consignment }));
  return (
    <div className="way">
      {departedAt === null && (
        <button type="button" className="key" onClick={() => tell([{ kind: 'consignment.departed', body: { consignment } }], t('hub.did.departed', { consignment }))}>
          {t('hub.do.departed')}
        </button>
      )}
      <button type="button" className="key" onClick={() => tell([...(departedAt === null ? [{ kind: 'consignment.departed', body: { consignment } } as const] : []), { kind: 'consignment.arrived', body: { consignment } }], t('hub.did.arrived', { consignment }))}>
        {t('hub.do.arrived')}
      </button>
      {(departedAt === null ? (['estimate', 'split'] as const) : (['estimate'] as const)).map((it) =>
        opened === it ? null : (
          <button key={it} type="button" className="verb" onClick={() => setOpened(it)}>
            {t(`hub.do.${it}`)}
          </button>
        ),
      )}
      {failure !== null && <Refused failure={failure} />}
      {opened === 'split' && departedAt === null && <Split arrival={arrival} onDone={() => setOpened(null)} />}
      {opened === 'estimate' && (
        <EntryForm
          label={t('hub.do.estimate')}
          fields={[
            { name: 'arrival', label: t('hub.field.arrival'), type: 'datetime-local', value: wallClock(expected, picture.zone) },
            { name: 'reason', label: t('hub.field.reason'), isOptional: true },
          ]}
          button={t('hub.do.estimate')}
          send={estimate}
          onDone={() => setOpened(null)}
          onCancel={() => setOpened(null)}
        />
      )}
    </div>
  );
}

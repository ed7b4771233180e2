// The papers of a consignment: what is filed, what is still missing before anybody should fly it, and a form to file one.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries } from '../shared/entries.tsx';
import { EntryForm } from '../shared/entry-form.tsx';
import { useMay } from '../shared/may.ts';
import { Sign } from '../shared/signs.tsx';
import { paperAddress, useHub, type Arrival } from './scene.ts';

/** As the journal knows them (domain/airlift/papers.ts). */
const PAPERS = ['packing-list', 'proforma', 'air-waybill', 'gift-certificate', 'donation-letter', 'ce-certificate', 'test-report', 'service-request', 'other'] as const;

export function Papers({ arrival: { consignment, papers, missingPapers, waybills, arrivedAt } }: { readonly arrival: Arrival }): ReactElement {
  const { t } = useTranslation();
  const { figures, operation, at } = useHub();
  const { enter } = useEntries();
  const may = useMay();
  const [filing, setFiling] = useState(false);
  const oneOf = (kinds: readonly string[]): string => kinds.map((kind) => t(`hub.document.${kind}`)).join(t('hub.or'));
  return (
    <section className="papers" aria-labelledby="papers-title">
      <h3 id="papers-title">{t('hub.column.papers')}</h3>
      <ul>
        {papers.map((kind) => (
          <li key={kind}>
            <Sign name="paper" size={14} /> {t(`hub.document.${kind}`)} <span className="quiet">{t('hub.filed')}</span>
          </li>
        ))}
        {waybills.map(({ waybill, kind, pieces, grams }) => (
          <li key={waybill}>
            <Sign name="paper" size={14} /> {t(`hub.waybill.${kind}`)} {waybill} <span className="quiet">{t('hub.pieces', { n: figures.count(pieces), kg: figures.count(grams / 1000) })}</span>
          </li>
        ))}
        {missingPapers.map((kinds) => (
          <li key={kinds.join()} className="late">
            <Sign name="problem" size={14} /> {oneOf(kinds)} <span>{t('hub.isMissing')}</span>
          </li>
        ))}
      </ul>
      {!may('fact.consignment') ? null : filing ? (
        <EntryForm
          label={t('hub.do.file')}
          fields={[
            { name: 'document', label: t('hub.field.document'), options: PAPERS.map((kind) => [kind, t(`hub.document.${kind}`)] as const), value: missingPapers[0]?.[0] ?? 'other' },
            { name: 'reference', label: t('hub.field.paperNumber'), isOptional: true },
          ]}
          button={t('hub.do.file')}
          send={({ document = '', reference = '' }) => enter([{ kind: 'document.filed', body: { consignment, document, ...(reference !== '' && { reference }) } }], t('hub.did.filed', { paper: t(`hub.document.${document}`) }))}
          onDone={() => setFiling(false)}
          onCancel={() => setFiling(false)}
        />
      ) : (
        <button type="button" className="verb" onClick={() => setFiling(true)}>
          {t('hub.do.file')}
        </button>
      )}
      <p className="take">
        {arrivedAt !== null && may('paper.print') && (
          <a className="verb" href={paperAddress(operation, 'goods-received-note', consignment, at)} target="_blank" rel="noreferrer">
            {t('hub.goodsReceivedNote')}
          </a>
        )}{' '}
        <button type="button" className="verb" onClick={() => window.print()}>
          {t('hub.do.print')}
        </button>
      </p>
    </section>
  );
}

// What proves an order: photos and signatures as small pictures, documents by name; each opens in place. They come with their facts,
// from the journal's evidence, when somebody opens the list.

import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../shared/figures.ts';
import { Sign } from '../shared/signs.tsx';
import type { Order } from './scene.ts';

type Proof = Order['proofs'][number];

interface ProofsProps {
  readonly operation: string;
  readonly order: Order;
  readonly figures: Figures;
}

export function Proofs({ operation, order: { proofs, signedAt, dispatch }, figures }: ProofsProps): ReactElement | null {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (proofs.length === 0 && signedAt === null) return null;
  const sum = [proofs.length === 0 ? null : t('dispatch.proof.files', { count: proofs.length, n: figures.count(proofs.length) }), signedAt === null ? null : t('dispatch.proof.signed', { when: figures.hour(signedAt) })].filter((it) => it !== null);
  if (proofs.length === 0) return <p className="quiet">{sum.join(', ')}</p>;
  return (
    <details className="proofs" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{sum.join(', ')}</summary>
      {isOpen && (
        <ul aria-label={t('dispatch.proof.of', { dispatch })}>
          {proofs.map((proof) => (
            <OneProof key={`${proof.seq} ${proof.sha256 ?? proof.link ?? proof.document ?? ''}`} operation={operation} proof={proof} figures={figures} />
          ))}
        </ul>
      )}
    </details>
  );
}

function OneProof({ operation, proof, figures }: { readonly operation: string; readonly proof: Proof; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPicture, setPicture] = useState(true);
  const { sha256, link, title, kind, at, document: paper, consignment } = proof;
  const what = paper === null ? t(`dispatch.proof.kind.${kind.replace('.', '-')}`, { defaultValue: t('dispatch.proof.kind.other') }) : `${t(`dispatch.paper.${paper}`)}, ${consignment ?? ''}`;
  const name = [what, title].filter((it) => it !== null).join(', ');
  const when = figures.hour(at);
  if (sha256 === null)
    return (
      <li>
        <Sign name="paper" size={14} /> {link === null ? name : <a href={link} target="_blank" rel="noreferrer">{name}</a>} <span className="quiet">{when}</span>
      </li>
    );
  const address = `/api/v1/operations/${encodeURIComponent(operation)}/evidence/${sha256}`;
  // Whether a file is a picture its bytes say, not its name: what does not show as one is offered by its name.
  return (
    <li data-picture={isPicture}>
      {isPicture ? (
        <button type="button" className="thumb" aria-haspopup="dialog" aria-label={t('dispatch.proof.open', { name })} onClick={() => dialog.current?.showModal()}>
          <img src={address} alt="" loading="lazy" decoding="async" onError={() => setPicture(false)} />
        </button>
      ) : (
        <Sign name="paper" size={14} />
      )}{' '}
      <span>
        {isPicture ? name : <a href={address} target="_blank" rel="noreferrer">{name}</a>} <span className="quiet">{when}</span>
      </span>
      {isPicture && (
        <dialog ref={dialog} className="shown" aria-label={name} onClick={(event) => { if (event.target === dialog.current) dialog.current.close(); }}>
          <p>
            {name} <span className="quiet">{when}</span>
            <button type="button" className="verb" onClick={() => dialog.current?.close()}>
              {t('dispatch.proof.close')}
            </button>
          </p>
          <img src={address} alt={name} loading="lazy" />
        </dialog>
      )}
    </li>
  );
}

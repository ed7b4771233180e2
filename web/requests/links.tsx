// The links by which recipients file requests: made, shown once, listed, revoked. Only a server with accounts has them.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../src/http/contract/people.ts';
import { Choice, Field, Form, Problem, textOf } from '../people/form.tsx';
import { Secret } from '../people/once.tsx';
import { whenOf } from '../people/when.ts';
import { askPeople, useSelf } from '../shared/self.ts';

interface ListedLink {
  readonly id: string;
  readonly recipient: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

const DAYS = 14;
const MOST_DAYS = 90;

interface LinksProps {
  readonly operation: string;
  readonly recipients: readonly { readonly recipient: string; readonly name: string }[];
  /** Nothing else is to be done: the form stands open. */
  readonly isFirst: boolean;
}

export function Links({ operation, recipients, isFirst }: LinksProps): ReactElement {
  const { t, i18n } = useTranslation();
  const answers = useQueryClient();
  const path = `/v1/operations/${encodeURIComponent(operation)}/request-links`;
  const accounts = useSelf().data?.accounts === true;
  const links = useQuery({ queryKey: ['request-links', operation], queryFn: async () => (await askPeople<{ readonly links: readonly ListedLink[] }>(path)).links, enabled: accounts });
  const [made, setMade] = useState<Link | null>(null);
  const [isMaking, setMaking] = useState(isFirst);
  const again = (): Promise<void> => answers.invalidateQueries({ queryKey: ['request-links', operation] });
  const revoke = useMutation({ mutationFn: (id: string) => askPeople(`${path}/${id}`, { method: 'DELETE' }), onSettled: again });
  const make = async (fields: FormData): Promise<void> => {
    setMade(await askPeople<Link>(path, { method: 'POST', body: { recipient: textOf(fields, 'recipient'), days: Number(textOf(fields, 'days')) } }));
    setMaking(false);
    await again();
  };
  const nameOf = (code: string): string => recipients.find(({ recipient }) => recipient === code)?.name ?? code;
  const standing = links.data?.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > new Date().toISOString()) ?? [];
  return (
    <section className="links" aria-label={t('requests.links.title')}>
      <h2 className="head">{t('requests.links.title')}</h2>
      {accounts ? (
        <>
          <p className="quiet">{t('requests.links.text')}</p>
          <Problem of={links.error ?? revoke.error} />
          <ul className="entries">
            {standing.map(({ id, recipient, expiresAt }) => (
              <li key={id}>
                {nameOf(recipient)}, {t('requests.links.until', { when: whenOf(expiresAt, i18n.language) })}{' '}
                <button type="button" className="verb" onClick={() => revoke.mutate(id)}>
                  {t('requests.links.revoke')} <span className="hidden">{nameOf(recipient)}</span>
                </button>
              </li>
            ))}
          </ul>
          {links.data !== undefined && standing.length === 0 && <p className="quiet">{t('requests.links.none')}</p>}
          {made !== null && <Secret text={made.url} note={t('requests.links.once', { when: whenOf(made.expiresAt, i18n.language) })} />}
          {isMaking ? (
            <Form go={t('requests.links.make')} onSend={make}>
              <Choice label={t('requests.links.recipient')} name="recipient" options={recipients.map(({ recipient, name }) => [recipient, name] as const)} />
              <Field label={t('requests.links.days')} name="days" type="number" min={1} max={MOST_DAYS} defaultValue={DAYS} />
            </Form>
          ) : (
            <button type="button" className="verb" onClick={() => setMaking(true)}>
              {t('requests.links.make')}
            </button>
          )}
        </>
      ) : (
        <p className="quiet">{t('requests.links.local')}</p>
      )}
    </section>
  );
}

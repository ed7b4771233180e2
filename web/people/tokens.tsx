// One's own tokens, and one's own password.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewToken, TokenInList } from '../../src/http/contract/people.ts';
import { askPeople } from '../shared/self.ts';
import { Field, Form, Problem, textOf } from './form.tsx';
import { Secret } from './once.tsx';
import { whenOf } from './when.ts';

/** What no token can do, whoever makes it. */
const OWN_HANDS = /^(account|token|people)\./;
const DAYS = 90;
const MOST_DAYS = 366;

export function Tokens({ permissions }: { readonly permissions: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const answers = useQueryClient();
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: async () => (await askPeople<{ readonly tokens: readonly TokenInList[] }>('/v1/tokens')).tokens });
  const [made, setMade] = useState<NewToken | null>(null);
  const again = (): Promise<void> => answers.invalidateQueries({ queryKey: ['tokens'] });
  const revoke = useMutation({ mutationFn: (id: string) => askPeople(`/v1/tokens/${id}`, { method: 'DELETE' }), onSettled: again });
  const make = async (fields: FormData): Promise<void> => {
    setMade(await askPeople<NewToken>('/v1/tokens', { method: 'POST', body: { name: textOf(fields, 'name'), permissions: fields.getAll('may'), days: Number(textOf(fields, 'days')) } }));
    await again();
  };
  return (
    <section>
      <h2 id="tokens">{t('people.tokens.title')}</h2>
      <p>{t('people.tokens.text')}</p>
      <Problem of={tokens.error ?? revoke.error} />
      {tokens.data?.length === 0 && <p className="quiet">{t('people.tokens.empty')}</p>}
      <ul className="entries">
        {tokens.data?.map((token) => (
          <Row key={token.id} token={token} onRevoke={() => revoke.mutate(token.id)} />
        ))}
      </ul>
      {made !== null && <Secret text={made.secret} note={t('people.tokens.secret')} />}
      <Form go={t('people.tokens.go')} onSend={make}>
        <Field label={t('people.tokens.name')} name="name" />
        <fieldset>
          <legend>{t('people.tokens.may')}</legend>
          <div className="checks">
            {permissions
              .filter((it) => !OWN_HANDS.test(it))
              .map((permission) => (
                <label key={permission}>
                  <input type="checkbox" name="may" value={permission} defaultChecked={permission.endsWith('.read')} /> {t(`people.may.${permission}`)}
                </label>
              ))}
          </div>
        </fieldset>
        <Field label={t('people.tokens.days')} name="days" type="number" min={1} max={MOST_DAYS} defaultValue={DAYS} />
      </Form>
    </section>
  );
}

function Row({ token, onRevoke }: { readonly token: TokenInList; readonly onRevoke: () => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const { name, expiresAt, revokedAt, lastUsedAt } = token;
  const isOver = expiresAt < new Date().toISOString();
  const state = revokedAt !== null ? t('people.tokens.revoked') : isOver ? t('people.tokens.expired') : t('people.tokens.until', { when: whenOf(expiresAt, i18n.language) });
  return (
    <li>
      <strong>{name}</strong> {state}, {lastUsedAt === null ? t('people.tokens.never') : t('people.tokens.used', { when: whenOf(lastUsedAt, i18n.language) })}{' '}
      {revokedAt === null && !isOver && (
        <button type="button" className="verb" onClick={onRevoke}>
          {t('people.tokens.revoke')} <span className="hidden">{name}</span>
        </button>
      )}
    </li>
  );
}

export function Password(): ReactElement {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const change = async (fields: FormData): Promise<void> => {
    setDone(false);
    await askPeople('/auth/change-password', { method: 'POST', body: { currentPassword: textOf(fields, 'now'), newPassword: textOf(fields, 'next') } });
    setDone(true);
  };
  return (
    <section>
      <h2 id="password">{t('people.password.title')}</h2>
      <Form go={t('people.password.go')} onSend={change}>
        <Field label={t('people.password.now')} name="now" type="password" autoComplete="current-password" />
        <Field label={t('people.password.next')} name="next" type="password" autoComplete="new-password" minLength={12} hint={t('people.join.passwordHint')} />
        {done && <p role="status">{t('people.password.done')}</p>}
      </Form>
    </section>
  );
}

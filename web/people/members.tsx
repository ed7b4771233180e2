// The members: their role, organisation and account, each changed in place.

import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link, Member, Organisation } from '../../src/http/contract/people.ts';
import { askPeople } from '../shared/self.ts';
import { Problem } from './form.tsx';
import { Once } from './once.tsx';
import { ROLES } from './roles.ts';
import { whenOf } from './when.ts';

export const useMembers = (): UseQueryResult<readonly Member[]> => useQuery({ queryKey: ['members'], queryFn: async () => (await askPeople<{ readonly members: readonly Member[] }>('/v1/people/members')).members });
export const useOrganisations = (): UseQueryResult<readonly Organisation[]> => useQuery({ queryKey: ['organisations'], queryFn: async () => (await askPeople<{ readonly organisations: readonly Organisation[] }>('/v1/people/organisations')).organisations });

export function Members({ self }: { readonly self: string }): ReactElement {
  const { t } = useTranslation();
  const members = useMembers();
  const organisations = useOrganisations().data ?? [];
  const answers = useQueryClient();
  const [link, setLink] = useState<Link | null>(null);
  const change = useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string; readonly role?: string; readonly organisation?: string; readonly closed?: boolean }) => askPeople<Member>(`/v1/people/members/${id}`, { method: 'PATCH', body }),
    onSettled: () => answers.invalidateQueries({ queryKey: ['members'] }),
  });
  const renew = useMutation({ mutationFn: (id: string) => askPeople<Link>(`/v1/people/members/${id}/password-link`, { method: 'POST', body: {} }), onSuccess: setLink });
  return (
    <section>
      <h2 id="members">{t('people.members.title')}</h2>
      <Problem of={members.error ?? change.error ?? renew.error} />
      {link !== null && <Once link={link} />}
      {members.data?.length === 0 && <p>{t('people.members.empty')}</p>}
      <div className="wide" role="region" aria-labelledby="members" tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('people.members.user')}</th>
              <th scope="col">{t('people.members.name')}</th>
              <th scope="col">{t('people.members.role')}</th>
              <th scope="col">{t('people.members.organisation')}</th>
              <th scope="col">{t('people.members.state')}</th>
            </tr>
          </thead>
          <tbody>
            {members.data?.map((member) => (
              <Row key={member.id} member={member} isSelf={member.id === self} organisations={organisations.map(({ organisation }) => organisation)} onChange={(body) => change.mutate({ id: member.id, ...body })} onRenew={() => renew.mutate(member.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly member: Member;
  readonly isSelf: boolean;
  readonly organisations: readonly string[];
  readonly onChange: (change: { readonly role?: string; readonly organisation?: string; readonly closed?: boolean }) => void;
  readonly onRenew: () => void;
}

function Row({ member: { username, name, role, organisation, endedAt }, isSelf, organisations, onChange, onRenew }: RowProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <tr>
      <th scope="row">
        {username} {isSelf && <span className="quiet">({t('people.members.you')})</span>}
      </th>
      <td>{name}</td>
      <td>
        <select className="choice" aria-label={`${t('people.members.role')}: ${username}`} value={role} onChange={({ currentTarget }) => onChange({ role: currentTarget.value })}>
          {ROLES.map((it) => (
            <option key={it} value={it}>
              {t(`people.role.${it}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select className="choice" aria-label={`${t('people.members.organisation')}: ${username}`} value={organisation} onChange={({ currentTarget }) => onChange({ organisation: currentTarget.value })}>
          {[...new Set([organisation, ...organisations])].map((it) => (
            <option key={it}>{it}</option>
          ))}
        </select>
      </td>
      <td>
        <div className="verbs">
          <span>{endedAt === null ? t('people.members.open') : t('people.members.closed', { when: whenOf(endedAt, i18n.language) })}</span>
          {!isSelf && (
            <button type="button" className="verb" onClick={() => onChange({ closed: endedAt === null })}>
              {endedAt === null ? t('people.members.close') : t('people.members.reopen')} <span className="hidden">{username}</span>
            </button>
          )}
          {!isSelf && endedAt === null && (
            <button type="button" className="verb" onClick={onRenew}>
              {t('people.members.password')} <span className="hidden">{username}</span>
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

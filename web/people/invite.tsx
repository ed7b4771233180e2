// Inviting somebody: a link for one person, to a role in an organisation.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../src/http/contract/people.ts';
import { askPeople } from '../shared/self.ts';
import { Choice, Form, textOf } from './form.tsx';
import { useOrganisations } from './members.tsx';
import { Once } from './once.tsx';
import { ROLES } from './roles.ts';

export function Invite(): ReactElement {
  const { t } = useTranslation();
  const organisations = useOrganisations().data ?? [];
  const [link, setLink] = useState<Link | null>(null);
  const invite = async (fields: FormData): Promise<void> => setLink(await askPeople<Link>('/v1/people/invitations', { method: 'POST', body: { organisation: textOf(fields, 'organisation'), role: textOf(fields, 'role') } }));
  return (
    <section>
      <h2 id="invite">{t('people.invite.title')}</h2>
      <p>{t('people.invite.text')}</p>
      <Form go={t('people.invite.go')} onSend={invite} className="form beside">
        <Choice label={t('people.members.role')} name="role" options={ROLES.map((role) => [role, t(`people.role.${role}`)])} />
        <Choice label={t('people.members.organisation')} name="organisation" options={organisations.map(({ organisation, name }) => [organisation, `${organisation} · ${name}`])} />
      </Form>
      {link !== null && <Once link={link} />}
    </section>
  );
}

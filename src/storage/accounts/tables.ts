// The tables of people and of who may do what (migrations/0003-people), as Kysely sees them.

import type { ColumnType } from 'kysely';

interface OrganisationTable {
  organisation: string;
  name: string;
}

interface BindingTable {
  operation_id: string;
  organisation: string;
  kind: string;
  subject: string;
}

interface MemberTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  created_at: Date;
  updated_at: Date;
  username: string;
  display_username: string | null;
  organisation: string;
  role: string;
  ended_at: string | null;
}

interface InvitationTable {
  hash: string;
  id: string;
  organisation: string;
  role: string;
  member_id: string | null;
  made_by: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
}

interface TokenTable {
  hash: string;
  id: string;
  member_id: string;
  name: string;
  permissions: ColumnType<string[], string>;
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
}

interface DeliveryLinkTable {
  operation_id: string;
  id: string;
  hash: string;
  dispatch: string;
  recipient: string;
  made_by: string;
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
  answer: ColumnType<unknown, string | null>;
}

interface RequestLinkTable {
  operation_id: string;
  id: string;
  hash: string;
  recipient: string;
  made_by: string;
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
}

interface ActorTable {
  operation_id: string;
  member_id: string;
  commitment: string;
}

interface SigningKeyTable {
  id: number;
  secret: string;
}

/** A table that only the session library reads and writes. */
type Opaque = Record<string, unknown>;

export interface AccountTables {
  organisation: OrganisationTable;
  binding: BindingTable;
  member: MemberTable;
  member_session: Opaque;
  member_password: Opaque;
  member_check: Opaque;
  invitation: InvitationTable;
  token: TokenTable;
  delivery_link: DeliveryLinkTable;
  request_link: RequestLinkTable;
  actor: ActorTable;
  signing_key: SigningKeyTable;
}

// What the routes about people, tokens and links take and answer.

import { z } from 'zod';
import { Username, LEAST_PASSWORD, LINK_DAYS, LINK_DAYS_MOST, MOST_PASSWORD, TOKEN_DAYS_MOST } from '../../app/people/limits.ts';
import { PERMISSIONS, ROLES } from '../../app/people/permissions.ts';
import { OperationParams } from './operation.ts';

export type { Permission, Role } from '../../app/people/permissions.ts';

const Role = z.enum(ROLES);
const PermissionName = z.enum(PERMISSIONS);
const Secret = z.string().min(20).max(100);
const Password = z.string().min(LEAST_PASSWORD).max(MOST_PASSWORD).describe('At least 12 characters; a sentence is easier to keep than a riddle.');
const OrganisationCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/, 'an organisation has a code of 2–24 capitals, digits and hyphens, such as LGG-HUB');

export const SignIn = z.strictObject({ username: z.string().min(1).max(80), password: z.string().min(1).max(MOST_PASSWORD) });
export const PasswordChange = z.strictObject({ currentPassword: z.string().min(1).max(MOST_PASSWORD), newPassword: Password });

const MemberInList = z.object({ id: z.string(), username: z.string(), name: z.string(), role: Role, organisation: z.string(), endedAt: z.string().nullable().describe('Since when the account is closed; null: it is open.') });
export type Member = z.infer<typeof Member>;
export const Member = MemberInList.meta({ id: 'Member' });
export const MemberList = z.object({ members: z.array(Member) });
export const MemberParams = z.object({ member: z.string().min(1).max(64).describe('The id of a member, or their user name.') });
export const MemberChange = z.strictObject({ role: Role.optional(), organisation: OrganisationCode.optional(), closed: z.boolean().optional().describe('True closes the account and ends its sessions; false opens it again.') });

export type Self = z.infer<typeof Self>;
export const Self = z
  .object({
    accounts: z.boolean().describe('False: local mode, where everything is allowed and nobody signs in.'),
    member: MemberInList.omit({ endedAt: true }).nullable().describe('Who is signed in; null: nobody.'),
    permissions: z.record(z.string(), z.enum(['all', 'own'])).nullable().describe('What the member may do, and of what; null: everything.'),
  })
  .meta({ id: 'Self' });

const Binding = z.strictObject({
  operation: z.string().min(1).max(64),
  kind: z.enum(['donor', 'carrier', 'recipient', 'place', 'operation']),
  subject: z.string().max(200).describe('The donor or carrier as its pledges or services name it, the id of a recipient, the code of a place; empty for an operation.'),
});
export type Organisation = z.infer<typeof Organisation>;
export const Organisation = z.strictObject({ organisation: OrganisationCode, name: z.string().min(1).max(200), bindings: z.array(Binding).max(1000) }).meta({ id: 'Organisation' });
export const OrganisationList = z.object({ organisations: z.array(Organisation) });
export const OrganisationParams = z.object({ organisation: OrganisationCode });
export const OrganisationBody = Organisation.omit({ organisation: true });

export const Invitation = z.strictObject({ organisation: OrganisationCode, role: Role });
export type Link = z.infer<typeof Link>;
export const Link = z.object({ url: z.string().describe('Shown once; whoever has it can use it.'), expiresAt: z.string() }).meta({ id: 'Link' });
export const LinkSecret = z.strictObject({ secret: Secret });
export type OpenedLink = z.infer<typeof OpenedLink>;
export const OpenedLink = z.object({ role: Role, organisation: z.string(), username: z.string().nullable().describe('Whose password is set anew; null: an account is made.'), expiresAt: z.string() });
export const Joining = z.strictObject({ secret: Secret, username: Username, name: z.string().min(1).max(200), password: Password, email: z.email().nullable().default(null) });
export const Joined = z.object({ username: z.string() });

export const TokenWish = z.strictObject({ name: z.string().min(1).max(80).describe('What it is for.'), permissions: z.array(PermissionName).min(1), days: z.int().min(1).max(TOKEN_DAYS_MOST).default(90) });
export type TokenInList = z.infer<typeof TokenInList>;
const TokenInList = z.object({ id: z.string(), name: z.string(), permissions: z.array(z.string()), madeAt: z.string(), expiresAt: z.string(), revokedAt: z.string().nullable(), lastUsedAt: z.string().nullable() });
export const TokenList = z.object({ tokens: z.array(TokenInList) });
export type NewToken = z.infer<typeof NewToken>;
export const NewToken = TokenInList.extend({ secret: z.string().describe('Shown once.') }).meta({ id: 'NewToken' });
export const TokenParams = z.object({ token: z.string().min(1).max(64) });
export const MemberTokenParams = MemberParams.extend(TokenParams.shape);

export const LinkWish = z.strictObject({ dispatch: z.string().min(1).max(64), days: z.int().min(1).max(LINK_DAYS_MOST).default(LINK_DAYS) });
const LinkInList = z.object({ id: z.string(), operation: z.string(), dispatch: z.string(), recipient: z.string(), madeBy: z.string(), madeAt: z.string(), expiresAt: z.string(), revokedAt: z.string().nullable(), answer: z.unknown() });
export const LinkList = z.object({ links: z.array(LinkInList) });
export const LinkParams = OperationParams.extend({ link: z.string().min(1).max(64) });
export const NewLink = z.object({ id: z.string(), url: z.string().describe('Shown once; as text, and as a QR code on the papers.'), expiresAt: z.string() }).meta({ id: 'NewLink' });

export const ReceiptParams = z.object({ secret: z.string().min(1).max(200) });
const Count = z.int().min(0).max(10_000_000_000);
const LotAnswer = z.strictObject({ lot: z.string().min(1).max(64), received: Count.describe('Units counted, the damaged ones among them.'), damaged: Count.default(0), refused: Count.default(0).describe('Units handed back at the door, not among those received.') });
export const ReceiptAnswer = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Who signs. It is kept apart from the journal and can be erased.'),
  lots: z.array(LotAnswer).min(1).max(1000),
  note: z.string().max(2000).nullable().default(null),
  receivedAt: z.string().max(40).nullable().default(null).describe('When it was received; null: now.'),
});
export type Delivery = z.infer<typeof Delivery>;
export const Delivery = z
  .object({
    operation: z.string(),
    dispatch: z.string(),
    recipient: z.object({ id: z.string(), name: z.string() }),
    lots: z.array(z.object({ lot: z.string(), item: z.string(), name: z.string(), units: z.int() })),
    departedAt: z.string().nullable(),
    expiresAt: z.string(),
    answer: z.object({ lots: z.array(LotAnswer), note: z.string().nullable(), receivedAt: z.string(), answeredAt: z.string() }).nullable(),
  })
  .meta({ id: 'Delivery' });

export const Done = z.object({ done: z.literal(true) });

// The roster: what is kept about people and about who may do what, beside the journal and never in it. The two ports that the
// use cases of this folder need: the roster itself, and the sessions with their passwords.

import type { Sha256 } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Permission, Role } from './permissions.ts';

/** What makes a thing of an operation an organisation's own: the donor's name in its pledges, a carrier's name, a recipient, a place; `operation` needs no subject. */
export type BindingKind = 'donor' | 'carrier' | 'recipient' | 'place' | 'operation';

export interface Binding {
  readonly operation: string;
  readonly kind: BindingKind;
  /** Empty for an operation. */
  readonly subject: string;
}

export interface Organisation {
  /** A short code, which facts bear: `BE-MOH`, `LGG-HUB`. */
  readonly organisation: string;
  readonly name: string;
  readonly bindings: readonly Binding[];
}

export interface Member {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  /** Null: the account is open. */
  readonly endedAt: Instant | null;
}

export interface Invitation {
  readonly id: string;
  readonly hash: Sha256;
  readonly organisation: string;
  readonly role: Role;
  /** Who gets a new password by it; null: an account is made. */
  readonly member: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

export interface Token {
  readonly id: string;
  readonly hash: Sha256;
  readonly member: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

export interface LotAnswer {
  readonly lot: string;
  /** Units counted, the damaged ones among them. */
  readonly received: number;
  readonly damaged: number;
  /** Units that were handed back to the driver, not among those received. */
  readonly refused: number;
}

export interface LinkAnswer {
  readonly lots: readonly LotAnswer[];
  readonly note: string | null;
  readonly receivedAt: Instant;
  readonly answeredAt: Instant;
  /** Who signed; the name is in the vault. */
  readonly signedBy: Sha256;
}

export interface DeliveryLink {
  readonly id: string;
  readonly hash: Sha256;
  readonly operation: string;
  readonly dispatch: string;
  readonly recipient: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly answer: LinkAnswer | null;
}

/** Opens one recipient's requests to whoever holds it. */
export interface RequestLink {
  readonly id: string;
  readonly hash: Sha256;
  readonly operation: string;
  readonly recipient: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

export interface Roster {
  organisations(): Promise<readonly Organisation[]>;
  organisation(code: string): Promise<Organisation | null>;
  /** Makes it, or replaces its name and bindings. */
  putOrganisation(organisation: Organisation): Promise<void>;

  members(): Promise<readonly Member[]>;
  member(id: string): Promise<Member | null>;
  /** Sets role, organisation and whether the account is open. */
  changeMember(id: string, change: Pick<Member, 'role' | 'organisation' | 'endedAt'>): Promise<void>;

  putInvitation(invitation: Invitation): Promise<void>;
  invitation(hash: Sha256): Promise<Invitation | null>;
  /** Of several who come at once, one gets it: true for that one only. */
  useInvitation(hash: Sha256, at: Instant): Promise<boolean>;
  /** Gives it back, where nothing came of it. */
  returnInvitation(hash: Sha256): Promise<void>;

  putToken(token: Token): Promise<void>;
  token(hash: Sha256): Promise<Token | null>;
  tokensOf(member: string): Promise<readonly Token[]>;
  /** True where the member has such a token and it was not revoked. */
  revokeToken(member: string, id: string, at: Instant): Promise<boolean>;
  touchToken(hash: Sha256, at: Instant): Promise<void>;

  putLink(link: DeliveryLink): Promise<void>;
  link(hash: Sha256): Promise<DeliveryLink | null>;
  links(operation: string): Promise<readonly DeliveryLink[]>;
  revokeLink(operation: string, id: string, at: Instant): Promise<boolean>;
  /** Of several answers that come at once, one stands: true for that one only. */
  answerLink(operation: string, id: string, answer: LinkAnswer): Promise<boolean>;
  /** Takes the answer back, where its facts were refused. */
  clearAnswer(operation: string, id: string): Promise<void>;

  putRequestLink(link: RequestLink): Promise<void>;
  requestLink(hash: Sha256): Promise<RequestLink | null>;
  requestLinks(operation: string): Promise<readonly RequestLink[]>;
  revokeRequestLink(operation: string, id: string, at: Instant): Promise<boolean>;

  /** The commitment under which a member stands in an operation's journal; null: none yet. */
  actor(operation: string, member: string): Promise<Sha256 | null>;
  /** Answers the one that stands, which may be another's who came first. */
  putActor(operation: string, member: string, commitment: Sha256): Promise<Sha256>;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organisation: string;
}

/** Sign-in, sign-out and cookies; passwords. */
export interface Sessions {
  /** What stands under /api/auth. */
  handle(request: Request): Promise<Response>;
  /** Whose session the cookie is; null: nobody's, or no longer. */
  memberOf(headers: Headers): Promise<string | null>;
  /** Null: the user name is taken. */
  open(account: NewAccount): Promise<string | null>;
  setPassword(member: string, password: string): Promise<void>;
  /** Ends every session of a member. */
  endAll(member: string): Promise<void>;
}

/** 256 bits that nobody can guess, as text for an address: 43 letters, digits, - and _. */
export interface Randomness {
  secret(): string;
}

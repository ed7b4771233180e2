// Members, organisations and the links that bring people in. For administrators; a link itself is for whoever holds it.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { administratorLink, invite, join, openInvitation, passwordLink } from '../../app/people/invitations.ts';
import { changeMember } from '../../app/people/members.ts';
import { type Accounts, joinUrl } from '../../app/people/accounts.ts';
import { answer } from '../answer.ts';
import { Invitation, Joined, Joining, Link, LinkSecret, Member, MemberChange, MemberList, MemberParams, OpenedLink, Organisation, OrganisationBody, OrganisationList, OrganisationParams } from '../contract/people.ts';
import { responses } from '../contract/responses.ts';

const tags = ['People'];
const manage = { permission: 'people.manage' } as const;
const GUESSES = { max: 30, timeWindow: '1 minute' };

export const peopleRoutes =
  (accounts: Accounts): FastifyPluginAsyncZod =>
  async (app) => {
    const { tools } = accounts;
    const { roster } = tools;

    app.get('/people/members', { config: manage, schema: { tags, summary: 'All members', response: responses('The members, by user name.', MemberList) } }, async (_, reply) => reply.send({ members: await roster.members() }));

    app.patch('/people/members/:member', { config: manage, schema: { tags, summary: 'Change a role or organisation; close an account or open it again', params: MemberParams, body: MemberChange, response: responses('The member as changed.', Member, 404, 409) } }, async (request, reply) =>
      answer(reply, await changeMember(tools, request.params.member, request.body)),
    );

    app.post('/people/members/:member/password-link', { config: manage, schema: { tags, summary: 'A one-time link to a new password', params: MemberParams, response: responses('The link.', Link, 404) } }, async (request, reply) =>
      answer(reply, await passwordLink(tools, request.params.member, request.viewer?.member?.id ?? ''), ({ secret, expiresAt }) => ({ url: joinUrl(accounts.url, secret), expiresAt })),
    );

    app.get('/people/organisations', { config: manage, schema: { tags, summary: 'All organisations, and what they are bound to', response: responses('The organisations.', OrganisationList) } }, async (_, reply) => reply.send({ organisations: await roster.organisations() }));

    app.put('/people/organisations/:organisation', { config: manage, schema: { tags, summary: 'Set up an organisation, or change what it is bound to', params: OrganisationParams, body: OrganisationBody, response: responses('The organisation.', Organisation) } }, async (request, reply) => {
      const organisation = { organisation: request.params.organisation, ...request.body };
      await roster.putOrganisation(organisation);
      return reply.send(organisation);
    });

    app.post('/people/invitations', { config: manage, schema: { tags, summary: 'Invite somebody: a one-time link to an account', body: Invitation, response: responses('The link.', Link, 404) } }, async (request, reply) =>
      answer(reply, await invite(tools, { ...request.body, madeBy: request.viewer?.member?.id ?? '' }), ({ secret, expiresAt }) => ({ url: joinUrl(accounts.url, secret), expiresAt })),
    );

    app.post('/people/invitation', { config: { permission: 'open', rateLimit: GUESSES }, schema: { tags, summary: 'What a one-time link opens', body: LinkSecret, response: responses('What it opens.', OpenedLink, 410) } }, async (request, reply) =>
      answer(reply, await openInvitation(tools, request.body.secret)),
    );

    app.post('/people/join', { config: { permission: 'open', rateLimit: GUESSES }, schema: { tags, summary: 'Use a one-time link: makes the account, or sets the password', body: Joining, response: responses('The account stands; sign in.', Joined, 409, 410) } }, async (request, reply) => {
      const { secret, ...joining } = request.body;
      const joined = await join(tools, secret, joining);
      if (!joined.ok) return answer(reply, joined);
      return reply.send({ username: (await roster.member(joined.value))?.username ?? joining.username });
    });

    app.post('/people/admin-link', { config: { permission: 'people.terminal' }, schema: { tags, summary: 'A one-time link to an administrator’s account, for whoever sits at the machine', response: responses('The link.', Link) } }, async (_, reply) => {
      const { secret, expiresAt } = await administratorLink(tools);
      return reply.send({ url: joinUrl(accounts.url, secret), expiresAt });
    });
  };

// API tokens: a member's own; and, for whoever sits at the machine, any member's.

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Member } from '../../app/people/roster.ts';
import { memberNamed } from '../../app/people/members.ts';
import { newToken, revokeToken, tokensOf } from '../../app/people/tokens.ts';
import { invariant } from '../../domain/result.ts';
import type { Accounts } from '../../app/people/accounts.ts';
import { answer } from '../answer.ts';
import { Done, MemberParams, MemberTokenParams, NewToken, TokenList, TokenParams, TokenWish } from '../contract/people.ts';
import { responses } from '../contract/responses.ts';

const tags = ['People'];

export const tokenRoutes =
  ({ tools }: Accounts): FastifyPluginAsyncZod =>
  async (app) => {
    const own = { permission: 'token.manage' } as const;
    const atTheMachine = { permission: 'people.terminal' } as const;

    app.get('/tokens', { config: own, schema: { tags, summary: 'One’s own tokens', response: responses('The tokens, without their secrets.', TokenList) } }, async (request, reply) => reply.send({ tokens: await tokensOf(tools, selfIn(request).id) }));

    app.post('/tokens', { config: own, schema: { tags, summary: 'Make a token: its secret is shown once', body: TokenWish, response: responses('The token.', NewToken, 403) } }, async (request, reply) => answer(reply, await newToken(tools, selfIn(request), request.body)));

    app.delete('/tokens/:token', { config: own, schema: { tags, summary: 'Revoke a token', params: TokenParams, response: responses('It no longer holds.', Done, 404) } }, async (request, reply) =>
      answer(reply, await revokeToken(tools, selfIn(request).id, request.params.token), () => ({ done: true })),
    );

    app.get('/people/members/:member/tokens', { config: atTheMachine, schema: { tags, summary: 'A member’s tokens, at the machine itself', params: MemberParams, response: responses('The tokens, without their secrets.', TokenList, 404) } }, async (request, reply) => {
      const member = await memberNamed(tools, request.params.member);
      return member.ok ? reply.send({ tokens: await tokensOf(tools, member.value.id) }) : answer(reply, member);
    });

    app.post('/people/members/:member/tokens', { config: atTheMachine, schema: { tags, summary: 'Make a token for a member, at the machine itself', params: MemberParams, body: TokenWish, response: responses('The token.', NewToken, 403, 404) } }, async (request, reply) => {
      const member = await memberNamed(tools, request.params.member);
      return answer(reply, member.ok ? await newToken(tools, member.value, request.body) : member);
    });

    app.delete('/people/members/:member/tokens/:token', { config: atTheMachine, schema: { tags, summary: 'Revoke a member’s token, at the machine itself', params: MemberTokenParams, response: responses('It no longer holds.', Done, 404) } }, async (request, reply) => {
      const member = await memberNamed(tools, request.params.member);
      return answer(reply, member.ok ? await revokeToken(tools, member.value.id, request.params.token) : member, () => ({ done: true }));
    });
  };

function selfIn({ viewer }: FastifyRequest): Member {
  invariant(viewer?.member, 'a token is managed by a member');
  return viewer.member;
}

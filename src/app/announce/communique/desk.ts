// What can be asked about texts: a draft of one, and those that there are. They are approved and published as facts like any other.

import { ok } from '../../../domain/result.ts';
import type { Result } from '../../../domain/result.ts';
import type { DeskFailure } from '../../desk.ts';
import type { WithFacts } from '../../look.ts';
import type { Clock } from '../../ports.ts';
import { draftOf, type CommuniqueDraft, type DraftAsk } from './draft.ts';
import { communiquesIn, type CommuniqueStatus } from './register.ts';

export interface CommuniqueDesk {
  draft(operation: string, ask: DraftAsk): Promise<Result<CommuniqueDraft, DeskFailure>>;
  /** Newest first. */
  list(operation: string): Promise<Result<readonly CommuniqueStatus[], DeskFailure>>;
}

export const communiqueDesk = (withFacts: WithFacts, clock: Clock): CommuniqueDesk => ({
  draft: (operation, ask) => withFacts(operation, (facts) => draftOf(facts, ask, clock)),
  list: (operation) => withFacts(operation, (facts) => ok(communiquesIn(facts))),
});

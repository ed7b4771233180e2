// What can be asked of the way onward: the dispatch board, and release orders out of an approved plan.

import { ok, type Result } from '../../domain/result.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Look } from '../look.ts';
import type { PersonalData } from '../ports.ts';
import { dispatchBoard, type DispatchBoard } from './board.ts';
import type { EvidenceFile, KeptEvidence } from './proof.ts';
import type { ReleaseAsk, ReleaseReport } from './release.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface OnwardDesk {
  board(operation: string, when: Asked): Answer<DispatchBoard>;
  release(operation: string, ask: ReleaseAsk): Answer<ReleaseReport>;
  /** A photo, a signature or a document, named by its content. */
  keepEvidence(operation: string, content: Uint8Array): Answer<KeptEvidence>;
  /** A file that facts name, with those facts. */
  evidence(operation: string, sha256: string): Answer<EvidenceFile>;
  /** Who signed, kept in the vault under the commitment that a fact bears. */
  keepSignatory(operation: string, person: PersonalData): Answer<{ readonly signedBy: string }>;
}

export const onwardDesk = (at: Look): Pick<OnwardDesk, 'board'> => ({ board: (operation, when) => at(operation, when, (now) => ok(dispatchBoard(now))) });

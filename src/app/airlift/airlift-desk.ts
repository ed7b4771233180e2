// What people ask before the aircraft leaves: a shipper's own sheet, looked at and accepted; a form for who flies it.

import { ok, type Result } from '../../domain/result.ts';
import type { DeskFailure } from '../desk.ts';
import type { WithFacts } from '../look.ts';
import type { Clock, SheetReader } from '../ports.ts';
import type { IntakeAccepted, IntakeAsk, IntakePreview } from './intake-shape.ts';
import { examine } from './preview-intake.ts';
import { serviceRequestOf } from './service-request.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface AirliftDesk {
  /** A shipper's sheet, read and held against the operation; nothing is written. */
  previewIntake(operation: string, ask: IntakeAsk, signal?: AbortSignal): Answer<IntakePreview>;
  /** Its consignment and lots join the journal, once for each file; refused while anything is open or wrong. */
  acceptIntake(operation: string, ask: IntakeAsk): Answer<IntakeAccepted>;
  /** A consignment as a service request form of the Logistics Cluster (.xlsx), without the people named in it. */
  serviceRequest(operation: string, consignment: string): Answer<{ readonly name: string; readonly content: Uint8Array }>;
}

/** What needs the facts alone, wherever they lie. */
export const airliftDesk = (withFacts: WithFacts, clock: Clock, reader: SheetReader): Omit<AirliftDesk, 'acceptIntake'> => ({
  previewIntake: (operation, ask, signal) =>
    withFacts(operation, async (facts) => {
      const examined = await examine(facts, ask, clock.now(), reader, signal);
      return examined.ok ? ok(examined.value.preview) : examined;
    }),
  serviceRequest: (operation, consignment) => withFacts(operation, (facts) => serviceRequestOf(facts, consignment)),
});

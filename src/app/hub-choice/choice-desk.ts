// What can be asked about the network itself: which hub, and what if something were otherwise. Each makes many plans: some seconds,
// or a minute. Nothing is written; a question that is kept is a fact like any other.

import { ok, type Result } from '../../domain/result.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { DeskFailure } from '../desk.ts';
import type { WithFacts } from '../look.ts';
import { keptIn, type KeptWhatIf } from '../what-if/kept.ts';
import { whatIfs, type WhatIfsAsk, type WhatIfsReport } from '../what-if/several.ts';
import type { WhatIfAsk, WhatIfReport } from '../what-if/try.ts';
import { whatIf } from '../what-if/try.ts';
import type { HubTools } from './candidates.ts';
import { chooseHub } from './choose.ts';
import type { HubAsk, HubChoiceReport } from './report.ts';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface ChoiceDesk {
  /** The operation before its first flight, with each candidate as its hub, ranked, with reasons. */
  hub(operation: string, ask: HubAsk, watch?: PlanWatch): Answer<HubChoiceReport>;
  /** The operation as it stands beside what it would be with some changes. */
  whatIf(operation: string, ask: WhatIfAsk, watch?: PlanWatch): Answer<WhatIfReport>;
  /** Several at once, laid beside the operation as it stands. */
  whatIfs(operation: string, ask: WhatIfsAsk, watch?: PlanWatch): Answer<WhatIfsReport>;
  /** What-ifs that were kept, by name. */
  kept(operation: string): Answer<readonly KeptWhatIf[]>;
}

export const choiceDesk = (withFacts: WithFacts, tools: HubTools): ChoiceDesk => ({
  hub: (operation, ask, watch) => withFacts(operation, (facts) => chooseHub(facts, ask, tools, watch)),
  whatIf: (operation, ask, watch) => withFacts(operation, (facts) => whatIf(facts, ask, tools, watch)),
  whatIfs: (operation, ask, watch) => withFacts(operation, (facts) => whatIfs(facts, ask, tools, watch)),
  kept: (operation) => withFacts(operation, (facts) => Promise.resolve(ok(keptIn(facts)))),
});

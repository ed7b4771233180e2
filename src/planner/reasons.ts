import type { Booked } from './cartons.ts';
import type { Outcome } from './outcome.ts';
import type { PlanningProblem, Supply } from './problem.ts';
import type { Leg } from './timetable.ts';
export const frozenReason = (_supply: Supply, _legs: readonly Leg[], _problem: PlanningProblem): string => 'x';
export const lineReason = (_booking: Booked, _supply: Supply, _outcome: Outcome): string => 'x';

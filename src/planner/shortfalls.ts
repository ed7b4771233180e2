import type { Outcome } from './outcome.ts';
import type { UnservedNeed } from '../domain/plan/plan.ts';
export const planNotes = (_outcome: Outcome): string[] => [];
export const shortfalls = (outcome: Outcome): UnservedNeed[] => [];

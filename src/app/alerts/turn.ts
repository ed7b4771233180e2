// What has changed since the last look: an alert is raised once, raised again where it comes back or gets worse, and cleared
// when it is gone. Pure: the same looks give the same turns.

import type { Instant } from '../../domain/time.ts';
import type { PhraseOf } from '../../domain/phrase.ts';
import type { AlertTitle } from '../../domain/phrases.ts';
import { SEVERITIES, type Alert, type AlertKind, type Severity } from './alert.ts';

/** An alert as it is kept between looks. */
export interface Standing {
  readonly alert: string;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly severity: Severity;
  readonly measure: number;
  /** How often it was raised; whoever was told of an earlier time is told again. */
  readonly raise: number;
  readonly raisedAt: Instant;
  /** Null: it stands. */
  readonly clearedAt: Instant | null;
  readonly title: PhraseOf<AlertTitle>;
}

/** Of minutes late, this much more at least is worth another word. */
const LEAST_MINUTES = 60;

/** Graver than when it was last raised, or its measure has doubled. */
export function isWorse(before: Pick<Standing, 'kind' | 'severity' | 'measure'>, now: Pick<Alert, 'kind' | 'severity' | 'measure'>): boolean {
  if (SEVERITIES.indexOf(now.severity) > SEVERITIES.indexOf(before.severity)) return true;
  const least = now.kind === 'late-flight' || now.kind === 'late-dispatch' ? LEAST_MINUTES : 1;
  return now.measure >= Math.max(before.measure * 2, before.measure + least);
}

/** Those that change, as they stand afterwards. `isUndecided`: cannot be told at this look, so it stays as it is. */
export function turned(standing: readonly Standing[], seen: readonly Alert[], isUndecided: (alert: Standing) => boolean, at: Instant): Standing[] {
  const before = new Map(standing.map((it) => [it.alert, it]));
  const raised = seen.flatMap((alert): Standing[] => {
    const held = before.get(alert.alert);
    const fresh = { alert: alert.alert, kind: alert.kind, subject: alert.subject, severity: alert.severity, measure: alert.measure, title: alert.title, raise: (held?.raise ?? 0) + 1, clearedAt: null };
    if (held === undefined || held.clearedAt !== null) return [{ ...fresh, raisedAt: at }];
    return isWorse(held, alert) ? [{ ...fresh, raisedAt: held.raisedAt }] : [];
  });
  const here = new Set(seen.map(({ alert }) => alert));
  const cleared = standing.filter((it) => it.clearedAt === null && !here.has(it.alert) && !isUndecided(it)).map((it) => ({ ...it, clearedAt: at }));
  return [...raised, ...cleared];
}

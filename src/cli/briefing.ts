// What a server prints when it has started: promised, where it is, verdict; who gets what, how, when; what stays short and
// why; the address.

import type { Desk, OperationSummary } from '../app/desk.ts';
import { count } from '../app/figures.ts';
import { english } from '../words/en/english.ts';
import type { Ink } from './ink.ts';
import { planBrief } from './plan-brief.ts';
import { statusText } from './status-text.ts';

interface Frame {
  readonly version: string;
  readonly url: string;
  readonly ink: Ink;
}

export async function briefing(desk: Desk, { version, url, ink }: Frame): Promise<string> {
  const operations = await desk.operations();
  const parts: string[] = [];
  for (const operation of operations.ok ? operations.value : []) parts.push(await operationText(desk, operation, ink));
  if (parts.length === 0) parts.push('No operation is in this journal yet. Bring one in: npx airbridge import PACK');
  return `${ink.heading(`Airbridge ${version}`)}\n\n${parts.join('\n\n')}\n\n${ink.heading('Serving')} ${url}   for programs: ${url}/api/docs   stop: Ctrl-C\n`;
}

async function operationText(desk: Desk, { operation, name, facts }: OperationSummary, ink: Ink): Promise<string> {
  const status = await desk.status(operation, {});
  const plan = await desk.recordedPlan(operation, 'latest');
  return [
    `${ink.heading(name)} (${operation}, ${count(facts)} facts in the journal)`,
    `${ink.heading('What was promised, and where it is')}\n${status.ok ? statusText(status.value, ink, english) : `${status.error.message}; ${status.error.remedy}`}`,
    ...(plan.ok && plan.value !== null ? [planBrief(plan.value, ink), `${ink.quiet('Every line of it with its reason:')} npx airbridge plan ${operation}`] : [`No plan has been recorded yet. Make one: npx airbridge plan ${operation} --record`]),
  ].join('\n\n');
}

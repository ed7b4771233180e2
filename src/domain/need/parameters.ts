// What a forecast of need may be told otherwise: the closed list of its parameters, what each counts, and what values are
// possible at all. What is published for each, with its source, stands in need/supply-parameters.ts.

import { z } from 'zod';
import { AreaCode, ItemCode } from '../ids.ts';

type Kind = 'share' | 'days' | 'use' | 'factor-below' | 'factor-above' | 'severity';

/** Name → what it is. Those of kind `use` are of one item each. */
const KINDS = {
  'severity-mild': 'share',
  'severity-moderate': 'share',
  'severity-severe': 'share',
  'severity-critical': 'share',
  'stay-isolated': 'days',
  'stay-severe': 'days',
  'stay-critical': 'days',
  'use-ward': 'use',
  'use-intensive-care': 'use',
  'use-isolation': 'use',
  'use-health-worker': 'use',
  'use-screened': 'use',
  'spread-low': 'factor-below',
  'spread-high': 'factor-above',
  'out-of-band-below': 'factor-below',
  'out-of-band-above': 'factor-above',
  'stock-out-days': 'days',
  'estimated-severity': 'severity',
} as const satisfies Record<string, Kind>;

export type NeedParameter = keyof typeof KINDS;
export const NEED_PARAMETERS = Object.keys(KINDS) as NeedParameter[];
export const isOfItem = (parameter: NeedParameter): boolean => KINDS[parameter] === 'use';

/** What a value must be, in words; null: it is possible. */
function impossible(parameter: NeedParameter, value: number): string | null {
  switch (KINDS[parameter]) {
    case 'share':
      return value >= 0 && value <= 1 ? null : `${parameter} is a share: write a number from 0 to 1, such as 0.15`;
    case 'days':
      return value >= 0 && value <= 60 && Number.isInteger(value) ? null : `${parameter} is in whole days: write a number from 0 to 60`;
    case 'use':
      return value >= 0 && value <= 1000 ? null : `${parameter} is in units a person and day: write a number from 0 to 1000`;
    case 'factor-below':
      return value > 0 && value <= 1 ? null : `${parameter} multiplies the central figure downwards: write a number above 0 and at most 1, such as 0.75`;
    case 'factor-above':
      return value >= 1 && value <= 20 ? null : `${parameter} multiplies the central figure upwards: write a number from 1 to 20, such as 1.25`;
    case 'severity':
      return value >= 1 && value <= 5 && Number.isInteger(value) ? null : `${parameter} is a severity: write a whole number from 1 (can wait) to 5 (people die of it)`;
  }
}

/** From its instant on, for its area (absent: everywhere). Set again for the same parameter, item and area, it replaces what stood; narrower areas win. */
export const NeedParameterSet = z
  .strictObject({
    parameter: z.enum(NEED_PARAMETERS as [NeedParameter, ...NeedParameter[]]),
    item: ItemCode.optional(),
    area: AreaCode.optional(),
    value: z.number(),
    /** Where the value is from, in words; a guess says `assumption`. */
    source: z.string().min(1).max(500),
    note: z.string().max(2000).optional(),
  })
  .superRefine(({ parameter, item, value }, context) => {
    const problem = impossible(parameter, value);
    if (problem !== null) context.addIssue({ code: 'custom', path: ['value'], message: problem });
    if (isOfItem(parameter) !== (item !== undefined)) context.addIssue({ code: 'custom', path: ['item'], message: isOfItem(parameter) ? `${parameter} is of one item: name it` : `${parameter} is of no item: leave it out` });
  });
export type NeedParameterSet = z.infer<typeof NeedParameterSet>;

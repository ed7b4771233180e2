// What a schema has against a value, in the words of a person who fills in sheets or writes a file.

import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of fields' };
const FORMATS: Readonly<Record<string, string>> = { url: 'not a link', uuid: 'not the id of a fact', date: 'no such date' };
/** How zod's own messages begin. The schemas' own messages begin in lower case and are written for people. */
const JARGON = /^[A-Z]/;

const plural = (n: number | bigint, word: string): string => `${n} ${word}${Number(n) === 1 ? '' : 's'}`;

/** The complaint as half a sentence about the value: "is above 5". */
export function complaint(issue: z.core.$ZodIssue): string {
  if (!JARGON.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'it is missing' : `it is not ${TYPES[issue.expected] ?? 'of the right form'}`;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) === 1 ? 'it is empty' : `it has fewer than ${plural(issue.minimum, 'character')}`;
      if (issue.origin === 'array') return `the list needs at least ${plural(issue.minimum, 'entry').replace('entrys', 'entries')}`;
      return `it is below ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `it is longer than ${plural(issue.maximum, 'character')}` : `it is above ${issue.maximum}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'it has not the right form';
    case 'invalid_value':
      return `it is none of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.join(', ')}`;
    default:
      return 'it has not the right form';
  }
}

// A phrase as programs read it: a code with its values, to be said in any language. The codes stand in domain/phrases.ts.

import { z } from 'zod';

export const SpokenPhrase = z.looseObject({ say: z.string(), with: z.looseObject({}) }).meta({ id: 'Phrase', description: 'What is said, before any language: a code, and values that name their units ({ euros: 5 }, { at, zone }) or are phrases themselves.' });

// The one place of words on papers and reports, by language. English is the measure: a word that another language lacks, or has
// too many, does not compile.

import type { PaperLanguage } from '../wording.ts';
import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

export type { Words };

export const WORDS: Readonly<Record<PaperLanguage, Words>> = { en, fr, it, ar };

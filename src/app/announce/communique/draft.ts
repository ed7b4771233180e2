// A draft: the sentences that there are to say of an instant, in a language, with the facts behind each of their figures. Nothing is
// written; whoever approves it chooses among the sentences and records what they come to (domain/announce/communique.ts).

import type { CommuniqueForm, DraftSentence } from '../../../domain/announce/communique.ts';
import type { Fact } from '../../../domain/facts.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { Instant } from '../../../domain/time.ts';
import { LANGUAGES, type LanguageCode } from '../../../words/languages.ts';
import type { Asked } from '../../desk.ts';
import type { Failure } from '../../failure.ts';
import { operationOf, whenOf } from '../../journal.ts';
import type { Clock } from '../../ports.ts';
import type { PublicStory } from '../shape.ts';
import { correctionOf } from './correction.ts';
import { communiquesIn } from './register.ts';
import { storyAt } from './story-at.ts';
import { sentencesOf, spoken, type Manner } from './sentences.ts';

export interface DraftAsk extends Pick<Asked, 'asOf'> {
  readonly language: LanguageCode;
  readonly form: Manner['form'];
  readonly tone: Manner['tone'];
  readonly length: Manner['length'];
  readonly link?: string | undefined;
  /** A published text that is to be put right; then form, tone, length and instant are its own. */
  readonly corrects?: string | undefined;
}

/** A fact behind a figure: its id, for the text that names it, and its number, for whoever looks it up. */
export interface Behind {
  readonly fact: string;
  readonly seq: number;
}

export interface CommuniqueDraft {
  readonly operation: string;
  readonly asOf: Instant;
  readonly language: LanguageCode;
  readonly form: CommuniqueForm;
  readonly corrects: string | null;
  readonly sentences: readonly DraftSentence[];
  /** Figure → the facts that it comes out of. */
  readonly basis: Readonly<Record<string, readonly Behind[]>>;
  /** Whether an expected day could be told: only by a plan that stands in the journal. */
  readonly isPlanned: boolean;
}

export function draftOf(journal: readonly Fact[], ask: DraftAsk, clock: Clock): Result<CommuniqueDraft, Failure> {
  const language = LANGUAGES[ask.language];
  if (ask.corrects !== undefined) {
    const wrong = communiquesIn(journal).find(({ communique, publishedAt }) => communique === ask.corrects && publishedAt !== null);
    if (wrong === undefined || wrong.asOf === null) return err({ code: 'unknown-communique', message: `no communiqué ${ask.corrects} with figures was published`, remedy: 'name one that was: GET …/communiques lists them' });
    const story = storyAt(journal, wrong.asOf);
    return ok({ ...headOf(story, ask.language), form: 'correction', corrects: wrong.communique, sentences: spoken(correctionOf(story, wrong), language), basis: basisOf(story, journal) });
  }
  const when = whenOf(operationOf(journal), ask, clock);
  if (!when.ok) return when;
  const story = storyAt(journal, when.value.asOf);
  const sentences = sentencesOf(story, { ...ask, link: ask.link ?? null });
  if (sentences === null) return err({ code: 'nothing-to-say', message: 'nothing that passes the hub has been promised by then, so there is nothing to announce', remedy: 'record the pledge first, or ask for a later instant' });
  return ok({ ...headOf(story, ask.language), form: ask.form, corrects: null, sentences: spoken(sentences, language), basis: basisOf(story, journal) });
}

const headOf = ({ operation, asOf, plan }: PublicStory, language: LanguageCode): Pick<CommuniqueDraft, 'operation' | 'asOf' | 'language' | 'isPlanned'> => ({ operation, asOf, language, isPlanned: (plan?.fact ?? null) !== null });
function basisOf({ arithmetic }: PublicStory, journal: readonly Fact[]): CommuniqueDraft['basis'] {
  const numbers = new Map<string, number>(journal.map(({ id, seq }) => [id, seq]));
  return Object.fromEntries(arithmetic.map(({ figure: { key, facts } }) => [key, facts.flatMap((fact) => { const seq = numbers.get(fact); return seq === undefined ? [] : [{ fact, seq }]; })]));
}

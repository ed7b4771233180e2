// Answers about a journal that are asked for again and again, kept until a fact comes in. Only for what follows from the facts
// and the question alone: not from the clock.

import type { Fact } from '../domain/facts.ts';

/** How many questions about one journal are kept with their answers. */
const KEPT = 64;

export class KeptAnswers<T> {
  /** By the very array, which is another when a fact has come in. */
  readonly #answers = new WeakMap<readonly Fact[], Map<string, T>>();

  of(facts: readonly Fact[], question: string, answer: () => T): T {
    const held = this.#answers.get(facts) ?? new Map<string, T>();
    this.#answers.set(facts, held);
    const known = held.get(question);
    if (known !== undefined) return known;
    const made = answer();
    if (held.size >= KEPT) held.clear();
    held.set(question, made);
    return made;
  }

  /** The answer was none: the next who asks has it made again. */
  forget(facts: readonly Fact[], question: string): void {
    this.#answers.get(facts)?.delete(question);
  }
}

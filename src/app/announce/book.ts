// The book of a story's figures: each is entered under its name with the sum that it is, and leaves with the facts and sources
// behind it. A name is entered once.

import type { Fact } from '../../domain/facts.ts';
import { invariant } from '../../domain/result.ts';
import type { Arithmetic, PublicFigure, PublicUnit, Term } from './shape.ts';

export class Book {
  readonly #sourcesOf: ReadonlyMap<string, readonly string[]>;
  readonly #entries = new Map<string, Arithmetic>();

  constructor(facts: readonly Fact[]) {
    this.#sourcesOf = new Map(facts.map(({ id, sources }) => [id as string, sources]));
  }

  /** The sum of its terms, rounded to whole units. */
  sum(key: string, unit: PublicUnit, item: string | null, terms: readonly Term[]): PublicFigure {
    return this.#enter({ key, value: Math.round(terms.reduce((sum, { value }) => sum + value, 0)), unit, item, ...this.#behind(terms.map(({ fact }) => fact)) }, { how: 'sum', terms, of: null });
  }

  /** The first of the second in per cent, rounded down: a promise is not kept before it is. */
  share(key: string, part: PublicFigure, whole: PublicFigure): PublicFigure {
    const value = whole.value === 0 ? 0 : Math.floor((part.value * 100) / whole.value);
    return this.#enter({ key, value, unit: 'percent', item: null, ...this.#behind([...part.facts, ...whole.facts]) }, { how: 'share', terms: [], of: [part.key, whole.key] });
  }

  /** How many days the first lasts at the second a day, in tenths, rounded down. */
  days(key: string, stock: PublicFigure, perDay: PublicFigure): PublicFigure {
    const value = perDay.value === 0 ? 0 : Math.floor((stock.value * 10) / perDay.value) / 10;
    return this.#enter({ key, value, unit: 'days', item: null, ...this.#behind([...stock.facts, ...perDay.facts]) }, { how: 'days', terms: [], of: [stock.key, perDay.key] });
  }

  get arithmetic(): readonly Arithmetic[] {
    return [...this.#entries.values()];
  }

  #behind(ids: readonly string[]): Pick<PublicFigure, 'facts' | 'sources'> {
    const facts = [...new Set(ids)];
    return { facts, sources: [...new Set(facts.flatMap((id) => this.#sourcesOf.get(id) ?? []))] };
  }

  #enter(figure: PublicFigure, how: Omit<Arithmetic, 'figure'>): PublicFigure {
    invariant(!this.#entries.has(figure.key), `the figure ${figure.key} is entered once`);
    this.#entries.set(figure.key, { figure, ...how });
    return figure;
  }
}

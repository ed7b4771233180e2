// The check in a reader's browser: every leaf of the log hashed here, the totals added up here, and the page's numbers held against
// them. The browser keeps the checkpoint and the key that it has seen, so that the next check also shows whether anything was changed
// since. It believes nothing that the server says about itself, but for this script: whoever doubts that too takes `airbridge verify`.

import { fromBase64, toBase64 } from '../../src/log/hash.ts';
import { nobleSha256, nobleVerify } from '../../src/log/noble.ts';
import type { ProblemCode } from '../../src/log/problem.ts';
import type { LogSource } from '../../src/log/source.ts';
import type { TotalsRow } from '../../src/log/totals.ts';
import { verifyLog, type Verified } from '../../src/log/verify.ts';
import type { CheckWords, Question, Shown } from './question.ts';

type Step = keyof CheckWords['steps'];

/** `place`: the part of the page that holds the question, the list of steps and the status line. */
export async function checkPage(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const question = JSON.parse(place.querySelector('script')?.textContent ?? '{}') as Question;
  const { words, lang } = question;
  const board = new Board(place, words, new Intl.NumberFormat(lang));
  const memory = memoryOf(question.log);
  const known = memory.read();
  const source = logOver(question.log);
  const verified = await verifyLog(source, {
    sha256: nobleSha256,
    verifySignature: nobleVerify,
    asOf: question.asOf,
    ...(known !== null && { keys: [known.key], kept: [{ where: words.kept, note: known.note }] }),
    onProgress: ({ step, done, of }) => board.step(step, done < of ? 'runs' : 'done', step === 'leaves' ? { done, of } : null),
  });
  const { size, key, problems } = verified;
  if (verified.ok) {
    board.say('leaves', words.leaves, { n: verified.checked.leaves });
    board.say('proofs', words.proofs, { n: verified.checked.proofs });
    board.say('totals', words.totals, { n: verified.totals.length });
  }
  for (const { code } of problems) board.step(STEP_OF[code], 'fails', null);
  const differing = verified.ok ? differences(question.promises, verified.totals) : [];
  const isNewer = verified.facts !== question.head;
  if (verified.ok) board.step('page', differing.length === 0 ? 'done' : 'fails', null);
  if (verified.ok && differing.length === 0) board.say('page', words.page, { n: question.promises.length * FIGURES.length });
  board.end(problems.map(({ code, where, problem }) => ({ said: words.problems[code], where: `${where}: ${problem}` })), !verified.ok ? words.fails : differing.length === 0 ? words.holds : isNewer ? words.since : fillWith(words.differs, { what: differing.join(', ') }), { size, root: verified.root });
  if (verified.ok && source.checkpoint !== null && key !== null) {
    memory.keep({ key, note: source.checkpoint });
    board.note(known === null ? words.first : words.kept);
  }
  button.textContent = words.again;
}

/** Where a problem shows among the steps. */
const STEP_OF: Readonly<Record<ProblemCode, Step>> = { missing: 'leaves', unreadable: 'leaves', keys: 'keys', signature: 'keys', tile: 'leaves', leaf: 'leaves', root: 'leaves', forked: 'leaves', shrunk: 'leaves', proof: 'proofs', totals: 'totals', ledger: 'totals' };

const FIGURES = ['promised', 'surplus', 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'lost', 'everLanded'] as const satisfies readonly (keyof Shown & keyof TotalsRow)[];

/** The promises whose numbers on the page are not those of the leaves, both ways round. */
export function differences(shown: readonly Shown[], totals: readonly TotalsRow[]): string[] {
  const nameOf = ({ pledge, item }: { readonly pledge: string; readonly item: string }): string => `${pledge} ${item}`;
  const added = new Map(totals.map((row) => [nameOf(row), row]));
  const names = new Set([...shown.map(nameOf), ...added.keys()]);
  const pages = new Map(shown.map((row) => [nameOf(row), row]));
  return [...names].filter((name) => FIGURES.some((figure) => (pages.get(name)?.[figure] ?? 0) !== (added.get(name)?.[figure] ?? 0)));
}

/** The log as this server serves it; what it says last of its checkpoint stays at hand. */
function logOver(address: string): LogSource & { readonly checkpoint: Uint8Array | null } {
  let checkpoint: Uint8Array | null = null;
  return {
    get checkpoint() {
      return checkpoint;
    },
    read: async (path) => {
      const reply = await fetch(`${address}/${path}`);
      if (reply.status === 404) return null;
      if (!reply.ok) throw new Error(`status ${reply.status}`);
      const content = new Uint8Array(await reply.arrayBuffer());
      if (path === 'checkpoint') checkpoint = content;
      return content;
    },
  };
}

interface Known {
  readonly key: string;
  readonly note: Uint8Array;
}

/** A browser that keeps nothing checks all the same. */
function memoryOf(log: string): { read(): Known | null; keep(known: Known): void } {
  const place = `airbridge-log:${log}`;
  return {
    read: () => {
      try {
        const { key, note } = JSON.parse(localStorage.getItem(place) ?? '{}') as { readonly key?: unknown; readonly note?: unknown };
        const bytes = typeof note === 'string' ? fromBase64(note) : null;
        return typeof key === 'string' && bytes !== null ? { key, note: bytes } : null;
      } catch {
        return null;
      }
    },
    keep: ({ key, note }) => {
      try {
        localStorage.setItem(place, JSON.stringify({ key, note: toBase64(note) }));
      } catch {
        // Full, or forbidden.
      }
    },
  };
}

const fillWith = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');

/** The steps as they stand in the page, and the line that says how it ended. */
class Board {
  readonly #words: CheckWords;
  readonly #figures: Intl.NumberFormat;
  readonly #steps: HTMLElement;
  readonly #status: HTMLElement;

  constructor(place: HTMLElement, words: CheckWords, figures: Intl.NumberFormat) {
    this.#words = words;
    this.#figures = figures;
    this.#steps = within(place, 'ol');
    this.#status = within(place, '[role=status]');
    this.#status.replaceChildren();
    this.#steps.hidden = false;
    this.#steps.replaceChildren(...Object.entries(words.steps).map(([step, said]) => element('li', said, { 'data-step': step })));
  }

  step(step: Step, state: 'runs' | 'done' | 'fails', progress: { readonly done: number; readonly of: number } | null): void {
    const line = this.#line(step);
    line.dataset['state'] = state;
    line.textContent = progress === null ? this.#words.steps[step] : `${this.#words.steps[step]} ${this.#figures.format(progress.done)} / ${this.#figures.format(progress.of)}`;
  }

  say(step: Step, text: string, values: Readonly<Record<string, number>>): void {
    this.#line(step).textContent = fillWith(text, Object.fromEntries(Object.entries(values).map(([slot, value]) => [slot, this.#figures.format(value)])));
  }

  end(problems: readonly { readonly said: string; readonly where: string }[], verdict: string, { size, root }: Pick<Verified, 'size' | 'root'>): void {
    this.#status.append(element('strong', verdict));
    if (size !== null && root !== null) this.#status.append(element('code', `${this.#figures.format(size)} · ${root}`));
    for (const { said, where } of problems.slice(0, 5)) this.#status.append(element('span', said), element('code', where));
  }

  note(text: string): void {
    this.#status.append(element('span', text));
  }

  #line(step: Step): HTMLElement {
    return within(this.#steps, `[data-step=${step}]`);
  }
}

function within(place: HTMLElement, selector: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

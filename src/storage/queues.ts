// Work that must come one after the other, in the order in which it was asked for: a queue for each key.

export class Queues<K> {
  readonly #last = new Map<K, Promise<unknown>>();

  /** Runs the task after all that were given under this key before, however they ended. */
  async run<T>(key: K, task: () => Promise<T>): Promise<T> {
    const running = (this.#last.get(key) ?? Promise.resolve()).then(task, task);
    this.#last.set(key, running);
    try {
      return await running;
    } finally {
      if (this.#last.get(key) === running) this.#last.delete(key);
    }
  }

  /** Waits for all that were given so far. */
  async drained(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}

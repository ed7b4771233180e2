// Rests between rounds of work, and is woken before its time: what waits for due things in this process rests here.

interface Alarm {
  /** Ends a rest, or the next one before it begins. */
  ring(): void;
  /** The same, and asks for a round. */
  call(): void;
  isCalled(): boolean;
  rest(ms: number): Promise<void>;
}

export function alarmClock(): Alarm {
  let rang = false;
  let called = false;
  let wakeUp: (() => void) | null = null;
  const ring = (): void => {
    rang = true;
    wakeUp?.();
  };
  return {
    ring,
    call: () => {
      called = true;
      ring();
    },
    isCalled: () => {
      const was = called;
      called = false;
      return was;
    },
    rest: async (ms) => {
      if (!rang)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(1, ms));
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wakeUp = null;
      rang = false;
    },
  };
}

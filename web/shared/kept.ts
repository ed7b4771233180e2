// What the pages remember of a reader between visits, in the reader's own browser. A browser that keeps nothing is no error: the
// choice then holds until the page is left.

const held = new Map<string, string>();

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? held.get(key) ?? null;
  } catch {
    return held.get(key) ?? null;
  }
}

export function keep(key: string, value: string): void {
  held.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // It holds until the page is left.
  }
}

// A file that was dropped on another page, on its way to the page that reads it. It is taken once.

let waiting: File | null = null;

export function handOver(file: File): void {
  waiting = file;
}

export function takeHanded(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}

// Colour, only where a person looks at it; meaning is never in the colour alone.

import pc from 'picocolors';
import type { World } from './world.ts';

export interface Ink {
  readonly heading: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly quiet: (text: string) => string;
}

export function inkFor(world: World): Ink {
  const { bold, green, red, dim } = pc.createColors(world.isTerminal.out && world.env['NO_COLOR'] === undefined);
  return { heading: bold, good: green, bad: red, quiet: dim };
}

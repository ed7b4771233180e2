// Running text in lines of a width that a terminal shows, each after an indent.

import { stripVTControlCharacters } from 'node:util';

const WIDTH = 118;

/** A word that is longer than a line stands alone on one. */
export function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + stripVTControlCharacters(longer).length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((written) => indent + written).join('\n');
}

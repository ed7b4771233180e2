// XML as the parts of a workbook use it: elements by their local names, read in one pass; and texts made fit to stand in
// it. Characters that XML cannot hold are written _xHHHH_, as ECMA-376 (22.9.2.19) has it.

import { SaxesParser } from 'saxes';
import { escapedAttribute, escapedText } from '../xml.ts';

export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws where the text is not well-formed; entities of a document's own are never expanded. */
export function listen(xml: string, listener: Listener): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(local(tag.name)));
  parser.write(xml).close();
}

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const UNFIT = /[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** For the text of a cell. */
export const cellText = (text: string): string => escapedText(text.replaceAll(UNFIT, hex));
/** For an attribute. */
export const attribute = (text: string): string => escapedAttribute(text.replaceAll(UNFIT, hex));
/** The text of a cell as it was before it was written. */
export const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

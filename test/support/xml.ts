// XML read by other people's programs: xmldom for its tree, xpath for XPath 1.0 over it. The package xpath declares its types over those
// of a browser, which have no place among a server's; what is needed of them stands here.

import { createRequire } from 'node:module';
import { DOMParser, type Document, type Node } from '@xmldom/xmldom';

type Select = (expression: string, node: Node) => string | number | boolean | readonly Node[];
const require = createRequire(import.meta.url);
const xpath = require('xpath') as { useNamespaces(prefixes: Readonly<Record<string, string>>): Select };
const select = xpath.useNamespaces({ xml: 'http://www.w3.org/XML/1998/namespace' });

/** Throws where the text is not well-formed. */
export const parseXml = (text: string): Document =>
  new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(text, 'text/xml');

export function nodesAt(expression: string, from: Node): readonly Node[] {
  const found = select(expression, from);
  if (!Array.isArray(found)) throw new Error(`${expression} names no nodes`);
  return found as readonly Node[];
}

export const textOf = (node: Node): string => node.nodeValue ?? node.textContent ?? '';
export const textsAt = (expression: string, from: Node): string[] => nodesAt(expression, from).map(textOf);
export const holdsAt = (expression: string, from: Node): boolean => select(`boolean(${expression})`, from) === true;

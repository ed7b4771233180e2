// A text → lines of pieces from left to right, each in one face, as they are drawn: broken by UAX 14, ordered by UAX 9
// (right-to-left and mixed text), shaped by the face. Widths are in points. Knows no page.

import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import type { Direction } from '../standards/documents/wording.ts';
import { fallbackFace, faceFor, widthIn, type Face, type Weight } from './faces.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly direction: Direction;
}

export interface Piece {
  /** As handed to the face: a right-to-left word in its logical order, the face turns it round. */
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

const bidi = bidiFactory();
/** Steer the order of text and draw nothing. */
const UNSEEN = /[\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/u;
/** Letters that a face turns round by itself. */
const TURNED = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The characters of a text that no face holds, each once. */
export const unprintable = (text: string): string[] => [...new Set(tidy(text))].filter((character) => character !== '\n' && !UNSEEN.test(character) && faceFor(character, 'plain') === null);

/** Composed, with one kind of space, so that a face is asked only for what faces hold. */
const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll('\u202f', '\u00a0').replaceAll(/\p{Cc}(?<!\n)/gu, '');

/** Breaks a text into lines no wider than `width`; a word that is wider is broken within. There is always a line. */
export const setLines = (text: string, style: TextStyle, width: number): Line[] => tidy(text).split('\n').flatMap((paragraph) => setParagraph(paragraph, style, width));

/** Width of a text on one line. */
export const naturalWidth = (text: string, style: TextStyle): number => Math.max(...setLines(text, style, Infinity).map((line) => line.width));

/** Width of its longest part that does not break. */
export function leastWidth(text: string, style: TextStyle): number {
  return Math.max(0, ...tidy(text).split('\n').flatMap((paragraph) => {
    const stops = stopsOf(paragraph);
    return stops.map((stop, i) => naturalWidth(paragraph.slice(stops[i - 1] ?? 0, stop).trimEnd(), style));
  }));
}

function stopsOf(paragraph: string): number[] {
  const breaker = new LineBreaker(paragraph);
  const stops: number[] = [];
  for (let stop = breaker.nextBreak(); stop !== null; stop = breaker.nextBreak()) stops.push(stop.position);
  return stops;
}

function setParagraph(paragraph: string, style: TextStyle, width: number): Line[] {
  const { levels } = bidi.getEmbeddingLevels(paragraph, directionWithin(paragraph, style.direction));
  const line = (start: number, end: number): Line => lineOf(paragraph.slice(start, end).trimEnd(), levels.subarray(start), style);
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  for (const stop of stopsOf(paragraph)) {
    if (end > start && line(start, stop).width > width) {
      lines.push(line(start, end));
      start = end;
    }
    end = stop;
    for (let cut = cutOf(start, end); cut < end; cut = cutOf(start, end)) {
      lines.push(line(start, cut));
      start = cut;
    }
  }
  return [...lines, line(start, end)];

  /** Where a word that is wider than the line is broken: after as many characters as fit, and at least one. */
  function cutOf(from: number, to: number): number {
    if (line(from, to).width <= width) return to;
    let cut = from;
    for (const character of paragraph.slice(from, to)) {
      if (cut > from && line(from, cut + character.length).width > width) return cut;
      cut += character.length;
    }
    return to;
  }
}

/** A text without a letter of the paper's own direction is a foreign name, a date, an address: it keeps its own order. */
function directionWithin(paragraph: string, direction: Direction): Direction {
  const turns = TURNED.test(paragraph);
  if (direction === 'rtl') return turns ? 'rtl' : 'ltr';
  return turns && !/\p{L}/u.test(paragraph.replaceAll(new RegExp(TURNED, 'gu'), '')) ? 'rtl' : 'ltr';
}

interface Stretch {
  text: string;
  readonly face: Face;
  readonly level: number;
}

function lineOf(text: string, levels: Uint8Array, { size, weight }: TextStyle): Line {
  const pieces: Piece[] = [];
  for (const { text: logical, face, level } of visualOrder(stretchesOf(text, levels, weight))) {
    const drawn = level % 2 === 1 && !TURNED.test(logical) ? turned(logical) : logical;
    const width = widthIn(face, drawn) * size;
    const last = pieces.at(-1);
    // Words that a face sets from left to right are drawn in one go: half the size of the file.
    if (last?.face === face && !TURNED.test(last.text + drawn)) pieces[pieces.length - 1] = { text: last.text + drawn, face, width: last.width + width };
    else pieces.push({ text: drawn, face, width });
  }
  return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) };
}

/** Cut wherever level or face changes and after each space, so that what is measured once is measured for every line. */
function stretchesOf(text: string, levels: Uint8Array, weight: Weight): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    if (UNSEEN.test(character)) continue;
    const last = stretches.at(-1);
    const joins = /[\p{M}\u200c\u200d]/u.test(character);
    const face = (joins ? last?.face : undefined) ?? faceFor(character, weight) ?? fallbackFace(weight);
    // Persian digits are written with Arabic letters but run left to right: alone, a face does not turn them round.
    const alone = level % 2 === 0 && TURNED.test(character);
    if (last !== undefined && last.level === level && last.face === face && !last.text.endsWith(' ') && !alone) last.text += character;
    else stretches.push({ text: character, face, level });
  }
  return stretches;
}

/** UAX 9, rule L2: from the highest level down, turn round whatever stands at that level or above. */
function visualOrder(stretches: readonly Stretch[]): Stretch[] {
  const order = [...stretches];
  for (let level = Math.max(0, ...order.map((it) => it.level)); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while ((order[to]?.level ?? -1) >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

/** Signs without a direction of their own in right-to-left text: in the order of sight, brackets mirrored (rule L4). */
const turned = (text: string): string => Array.from(text).reverse().map((character) => bidi.getMirroredCharacter(character) ?? character).join('');

// Texts made fit to stand in XML 1.0, for every standard that is written in it. What XML cannot hold at all is each standard's own
// affair: a workbook writes it _xHHHH_ (sheets/xml.ts), elsewhere it becomes the sign for what cannot be shown.

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;' };
const marked = (text: string, which: RegExp): string => text.replaceAll(which, (mark) => MARKS[mark] ?? mark);

/** Of a text whose characters XML can all hold. A carriage return would be read as a line feed if it stood there bare. */
export const escapedText = (text: string): string => marked(text, /[&<>\r]/g);
export const escapedAttribute = (text: string): string => marked(text, /[&<>"\n\t\r]/g);

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** Control characters and halves of characters → U+FFFD. */
export const fitted = (text: string): string => text.toWellFormed().replaceAll(UNFIT, '\ufffd');

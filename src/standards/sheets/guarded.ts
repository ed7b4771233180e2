// Text in a table that people open in a spreadsheet: a cell that the spreadsheet would compute, such as =HYPERLINK(…), gets an
// apostrophe in front, as people do it by hand. Taking one apostrophe away where one stands before such a sign gives the text back.
// Numbers are not guarded: they are written by us.

/** What a spreadsheet takes for the beginning of a formula. */
const COMPUTED = /^'*[=+\-@\t\r]/;

export const guarded = (text: string): string => (COMPUTED.test(text) ? `'${text}` : text);
export const unguarded = (text: string): string => (text.startsWith("'") && COMPUTED.test(text.slice(1)) ? text.slice(1) : text);

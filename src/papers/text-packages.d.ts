// The parts of two packages that lines.ts uses: linebreak brings no types, and those of bidi-js take it for CommonJS with a
// `default` inside, which its module does not have.

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end; null after the last. `required`: it must end there. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module 'bidi-js' {
  interface Bidi {
    /** UAX 9 embedding levels, one for each UTF-16 unit. */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}

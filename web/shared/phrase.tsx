// A sentence with live parts: the words come from the dictionary, `<name/>` marks where a part stands. So each language puts
// its numbers where its own grammar wants them.

import { Fragment, type ReactElement, type ReactNode } from 'react';

export const Phrase = ({ text, parts }: { readonly text: string; readonly parts: Readonly<Record<string, ReactNode>> }): ReactElement => (
  <>
    {text.split(/(<\w+\/>)/).map((piece, index) => {
      const name = /^<(\w+)\/>$/.exec(piece)?.[1];
      // The pieces of one text keep their places.
      // oxlint-disable-next-line react/no-array-index-key
      return <Fragment key={index}>{name === undefined ? piece : parts[name]}</Fragment>;
    })}
  </>
);

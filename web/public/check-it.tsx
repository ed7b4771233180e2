// “Check it yourself”: the log's address, the command, and the button that the page's only script shows (web/check/).

import type { ReactElement } from 'react';
import script from 'virtual:check';
import type { CheckWords, Question, Shown } from '../check/question.ts';
import { asScript, type Tools } from './page-tools.tsx';
import type { PublicWords } from './words/words.ts';

export function CheckIt({ tools }: { readonly tools: Tools }): ReactElement {
  const { story, wish, words: { text } } = tools;
  const log = `/log/${encodeURIComponent(story.operation)}`;
  const question: Question = { log, lang: wish.lang, asOf: story.asOf, head: story.head, promises: story.promises.map(shownOf), words: wordsOf(text) };
  return (
    <div className="check" data-check="">
      <p className="text">{text.checkText}</p>
      <button type="button" hidden data-unreachable={text.checkUnreachable}>{text.checkButton}</button>
      <ol hidden />
      <p role="status" />
      <p className="source">{text.checkCommand} <code>{`npx airbridge verify ${wish.origin}${log}`}</code></p>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: asScript(question) }} />
      <script type="module" src={script} />
    </div>
  );
}

/** As the totals of the log name the parts: what is allocated is still at the hub. */
const shownOf = ({ pledge, item, promised, surplus, landed, parts }: Tools['story']['promises'][number]): Shown => ({
  pledge, item, promised: promised.value, surplus: surplus.value, everLanded: landed.value,
  outstanding: parts.outstanding.value, consigned: parts.consigned.value, inTheAir: parts.inTheAir.value, atHub: parts.atHub.value + parts.allocated.value, onward: parts.onward.value, delivered: parts.delivered.value, lost: parts.lost.value,
});

const wordsOf = (text: PublicWords['text']): CheckWords => ({
  again: text.checkAgain,
  steps: { keys: text.checkKeys, leaves: text.checkLeaves, proofs: text.checkProofs, totals: text.checkTotals, page: text.checkPage },
  leaves: text.checkedLeaves, proofs: text.checkedProofs, totals: text.checkedTotals, page: text.checkedPage,
  kept: text.checkKept, first: text.checkFirst,
  holds: text.checkHolds, fails: text.checkFails, since: text.checkSince, differs: text.checkDiffers, unreachable: text.checkUnreachable,
  problems: { missing: text.problemMissing, unreadable: text.problemUnreadable, keys: text.problemKeys, signature: text.problemSignature, tile: text.problemTile, leaf: text.problemLeaf, root: text.problemRoot, proof: text.problemProof, forked: text.problemForked, shrunk: text.problemShrunk, totals: text.problemTotals, ledger: text.problemLedger },
});

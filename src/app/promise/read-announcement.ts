// A pasted communiqué, post or article, read against an operation: its proposals, and the claims that they would make. Nothing is
// written; whoever confirms records the drafts.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ALWAYS, effective } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { register, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { readInstant } from '../../domain/time.ts';
import { areaNames } from '../../standards/announcements/area-words.ts';
import { readAnnouncement } from '../../standards/announcements/read-announcement.ts';
import { goodsNames, placeNames } from '../../standards/announcements/thing-words.ts';
import type { DonorName, Names } from '../../standards/announcements/vocabulary.ts';
import type { DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import type { WithFacts } from '../look.ts';
import type { Clock } from '../ports.ts';
import type { AnnouncementAsk, AnnouncementReading } from './announcement-shape.ts';
import { draftClaims } from './draft-claims.ts';

export interface AnnouncementsDesk {
  /** Proposes the claims of a text, each field with its words; nothing is written. */
  read(operation: string, ask: AnnouncementAsk): Promise<Result<AnnouncementReading, DeskFailure>>;
}

/** UTF-16 code units: a long article has a tenth of it. */
const MOST_TEXT = 200_000;

export const announcementsDesk = (withFacts: WithFacts, clock: Clock): AnnouncementsDesk => ({
  read: (operation, ask) => withFacts(operation, (facts) => readingOf(facts, ask, clock)),
});

function readingOf(facts: readonly Fact[], ask: AnnouncementAsk, clock: Clock): Result<AnnouncementReading, Failure> {
  const { id, zone, standsAt } = operationOf(facts);
  const { text, language = null } = ask;
  if (text.trim() === '') return err({ code: 'announcement-refused', message: 'the text is empty', remedy: 'paste a communiqué, a post or an article' });
  if (text.length > MOST_TEXT) return err({ code: 'announcement-refused', message: `the text has ${text.length} characters; ${MOST_TEXT} can be read at once`, remedy: 'paste the part that speaks of the goods, or read it in parts' });
  const published = ask.publishedAt === undefined ? ok(standsAt ?? clock.now()) : readInstant(ask.publishedAt, zone);
  if (!published.ok) return err({ code: 'bad-instant', message: `publishedAt is ${ask.publishedAt ?? ''}, which is not an instant`, remedy: published.error });
  const holding = effective(facts, ALWAYS);
  const known = register(holding);
  const recorded = new Set<string>(holding.flatMap((fact) => (isKind(fact, 'claim.recorded') ? [fact.body.claim] : [])));
  const { proposals, sentences, unread, ...reading } = readAnnouncement(text, { publishedAt: published.value, zone, language, ...namesOf(known) });
  // The text as it stands, and when it was published: a correction of the day is another announcement.
  const hash = bytesToHex(sha256(utf8ToBytes(`${published.value}\n${text}`))).slice(0, 12);
  const said = { author: written(ask.author), channel: written(ask.channel), link: written(ask.link) };
  const drafts = draftClaims(proposals, { register: known, publishedAt: published.value, language: reading.language, prefix: `A-${hash}`, recorded, ...said });
  return ok({ operation: id, key: `announcement:${hash}`, publishedAt: published.value, language: reading.language, sentences, proposals, unread, drafts });
}

const written = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

function namesOf(known: Register): Names {
  const donors = [...new Set([...known.pledges.values()].map(({ donor }) => donor))];
  return {
    items: goodsNames([...known.items.values()]),
    areas: areaNames(),
    places: [...known.places.values()].map((place) => ({ place: place.place, area: place.area, names: placeNames(place) })),
    donors: donors.map((name) => ({ name, aliases: aliasesOf(name, donors) })),
  };
}

/** What a donor is, in both languages: where only one of the operation's donors is that, the word alone means it. */
const HEADS: readonly (readonly string[])[] = [['foundation', 'fondation'], ['government', 'gouvernement'], ['ministry', 'ministère'], ['federation', 'fédération'], ['association', 'association'], ['bank', 'banque'], ['university', 'université'], ['company', 'entreprise'], ['group', 'groupe']];
const headOf = (name: string): readonly string[] | undefined => HEADS.find((words) => words.some((word) => name.toLowerCase().split(/[^\p{L}]+/u).includes(word)));

function aliasesOf(name: string, donors: readonly string[]): DonorName['aliases'] {
  const head = headOf(name);
  return head === undefined || donors.some((other) => other !== name && headOf(other) === head) ? [] : head;
}

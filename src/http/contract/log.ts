// What the routes of the transparency log take and answer. The log itself is in the formats of C2SP tlog-tiles.

import { z } from 'zod';
import { OperationParams } from './operation.ts';

export const LogParams = OperationParams;
export const TileParams = OperationParams.extend({ '*': z.string().max(200).describe('`L/N` or `entries/N`, each with `.p/W` where it is partial; N in groups of three digits, such as x001/234.') });
export const LogFactParams = OperationParams.extend({ fact: z.string().min(1).max(64).describe('The id of a fact, or its number in the journal.') });

export const LogSummary = z
  .looseObject({
    operation: z.string(),
    origin: z.string().describe('The name of the log, in the first line of its checkpoints.'),
    size: z.int().min(0).describe('Leaves.'),
    root: z.string().describe('Base 64.'),
    key: z.string().describe('The key that signs, as name+id+key.'),
    facts: z.int().min(0).describe('Facts that are in it.'),
    problem: z.string().nullable().describe('Why it has not gone on; null: it has.'),
  })
  .meta({ id: 'LogSummary' });

export const FactProof = z
  .looseObject({
    operation: z.string(),
    origin: z.string(),
    fact: z.looseObject({ seq: z.int(), id: z.string() }),
    leaves: z.array(z.looseObject({ index: z.int().min(0), leaf: z.string().describe('Canonical JSON; its hash is SHA-256 over a zero byte and this text in UTF-8.'), proof: z.array(z.string()).describe('Hashes beside the way up to the root, Base 64 (RFC 6962, section 2.1.1).') })),
    size: z.int().min(0),
    root: z.string(),
    checkpoint: z.string().describe('The signed note that vouches for size and root.'),
  })
  .meta({ id: 'FactProof', description: 'That a fact is in the log.' });

export const RotationWish = z.strictObject({ from: z.string().min(1).max(500).describe('The key that signs now, and is to be replaced.') });

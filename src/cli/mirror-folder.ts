// A copy of a transparency log in a folder: laid out like its address, so that any web server can serve it and `verify` reads it.
// Parts that have arrived lie in `incoming/` until all of them have been checked; then they take their places, the checkpoint
// last. `checkpoints/` has every checkpoint that was seen, `evidence/` what proves that the log was changed.

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { toHex } from '../log/hash.ts';
import type { TreeHead } from '../log/checkpoint.ts';
import type { LogSource } from '../log/source.ts';
import { TILE_WIDTH, tilePath, tilesOf } from '../log/tiles.ts';
import { logIn } from './log-source.ts';

const INCOMING = 'incoming';
/** What changes with each checkpoint; the checkpoint itself is the last to take its place. */
const HEADS = ['totals', 'keys', 'checkpoint'] as const;
type HeadName = (typeof HEADS)[number];

const nameOf = ({ size, root }: TreeHead): string => `${String(size).padStart(12, '0')}-${toHex(root.subarray(0, 8))}`;

export class MirrorFolder {
  readonly folder: string;
  /** Parts fetched in this run. */
  fetched = 0;
  readonly #here: LogSource;
  readonly #incoming: LogSource;
  #part = 0;

  constructor(folder: string) {
    this.folder = folder;
    this.#here = logIn(folder);
    this.#incoming = logIn(join(folder, INCOMING));
  }

  /** A folder with something else in it is nobody's copy. */
  async isForeign(): Promise<boolean> {
    const names: readonly string[] = existsSync(this.folder) ? await readdir(this.folder) : [];
    return names.length > 0 && !names.includes(INCOMING) && !(names.includes('checkpoint') && names.includes('tile'));
  }

  /** The log there, through what is here already: its heads as they are there now, tiles as they lie here or arrive. */
  through(there: LogSource, heads: Readonly<Record<HeadName, Uint8Array | null>>): LogSource {
    return {
      read: async (path) => {
        const head = HEADS.find((name) => name === path);
        if (head !== undefined) return heads[head];
        const standing = (await this.#here.read(path)) ?? (await this.#incoming.read(path));
        if (standing !== null) return standing;
        const part = await there.read(path);
        if (part === null) return null;
        this.fetched += 1;
        await this.#write(join(INCOMING, path), part);
        return part;
      },
    };
  }

  /** What arrived takes its place; tiles that were partial and have grown go. */
  async take(heads: Readonly<Record<HeadName, Uint8Array>>, head: TreeHead, before: TreeHead | null): Promise<void> {
    for (const path of await filesIn(join(this.folder, INCOMING, 'tile'))) {
      const place = join('tile', path);
      await mkdir(dirname(join(this.folder, place)), { recursive: true });
      await rename(join(this.folder, INCOMING, place), join(this.folder, place));
    }
    await this.#write(join('checkpoints', nameOf(head)), heads.checkpoint);
    for (const name of HEADS) await this.#write(name, heads[name]);
    await this.dropIncoming();
    const wanted = new Set([...tilesOf(head.size)].map(tilePath));
    for (const tile of before === null ? [] : tilesOf(before.size)) {
      if (tile.width === TILE_WIDTH || wanted.has(tilePath(tile))) continue;
      await rm(join(this.folder, ...tilePath(tile).split('/')), { force: true });
    }
  }

  dropIncoming(): Promise<void> {
    return rm(join(this.folder, INCOMING), { recursive: true, force: true });
  }

  /** Keeps both sides of a contradiction; answers where. */
  async keepEvidence(sides: readonly (TreeHead & { readonly note: Uint8Array })[]): Promise<string[]> {
    const paths: string[] = [];
    for (const side of sides) {
      const path = join('evidence', nameOf(side));
      if (!existsSync(join(this.folder, path))) await this.#write(path, side.note);
      paths.push(path);
    }
    return paths;
  }

  /** Whole or not at all. */
  async #write(path: string, content: Uint8Array): Promise<void> {
    const place = join(this.folder, ...path.split('/'));
    await mkdir(dirname(place), { recursive: true });
    const half = join(dirname(place), `.${process.pid}-${(this.#part += 1)}.part`);
    await writeFile(half, content);
    await rename(half, place);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part')).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

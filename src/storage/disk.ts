// The few things that durability asks of a disk: write, sync, truncate, and put a whole file in place so that it is there
// entirely or not at all, also after a power loss. An interface, so that tests can fill the disk or cut the power.

import { open, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface DiskFile {
  /** Writes all bytes at the position. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Answers once everything written is on the medium. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** `create`: the file must not stand yet. */
  open(path: string, mode: 'create' | 'update'): Promise<DiskFile>;
}

export const realDisk: Disk = {
  async open(path, mode) {
    const handle = await open(path, mode === 'create' ? 'wx+' : 'r+', 0o600);
    return {
      async write(bytes, position) {
        for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
      },
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
};

/** Makes the names in a folder durable. Windows cannot open folders and needs no such step. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it that are missing, each durable in its parent. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || dirname(made) === made) return;
  }
}

export const TEMPORARY = '.part';
let written = 0;

/** The whole file or nothing: written beside its place, synced, renamed into it, the name synced. */
export async function putFile(disk: Disk, path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = join(folder, `${process.pid}-${++written}${TEMPORARY}`);
  try {
    await rm(temporary, { force: true });
    const file = await disk.open(temporary, 'create');
    try {
      await file.write(content, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

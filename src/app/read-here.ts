// The SheetReader in this thread: for commands, and wherever nobody else waits.

import { readPack } from '../standards/packs/read-pack.ts';
import { readList } from './airlift/read-list.ts';
import { readRequests } from './need/requests/read-sheet.ts';
import { readCountFiles } from './need/read-count-files.ts';
import type { SheetReader } from './ports.ts';

export const readHere: SheetReader = {
  list: (ask) => Promise.resolve(readList(ask)),
  requests: (ask) => Promise.resolve(readRequests(ask)),
  pack: (files) => Promise.resolve(readPack(files)),
  counts: (ask) => Promise.resolve(readCountFiles(ask)),
};

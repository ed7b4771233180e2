// A further thread for the scans of an instance: waits for calls and takes parts (scan-parts.ts).

import { parentPort } from 'node:worker_threads';
import { helpOut, type PartWork } from './scan-parts.ts';

parentPort?.on('message', (work: PartWork) => helpOut(work));

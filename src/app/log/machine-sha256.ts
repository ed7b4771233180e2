// SHA-256 by the machine's own code, for logs on a server and on the command line. As text of one sign a byte: Node makes that
// faster than a buffer of its own for each hash.

import { hash } from 'node:crypto';
import type { Sha256Into } from '../../log/hash.ts';

export const machineSha256: Sha256Into = (data, into, at) => {
  const signs = hash('sha256', data, 'latin1');
  for (let n = 0; n < signs.length; n += 1) into[at + n] = signs.charCodeAt(n);
};

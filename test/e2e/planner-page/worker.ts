// The planner in a module worker of a page: a question comes in, its answer goes out.

import { answer, type Question } from './answer.ts';

declare const self: { addEventListener(kind: 'message', heard: (event: { readonly data: Question }) => void): void; postMessage(message: unknown): void };

self.addEventListener('message', ({ data }) => {
  answer(data).then((found) => self.postMessage({ found }), (error: unknown) => self.postMessage({ failed: String(error) }));
});

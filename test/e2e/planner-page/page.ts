// The planner in a page: two functions for whoever drives the browser, one that plans in the page's own thread and counts how often
// others had it meanwhile, one that plans in a worker.

import { answer, type Answer, type Question } from './answer.ts';

interface PageWorker {
  addEventListener(kind: 'message', heard: (event: { readonly data: { readonly found?: Answer; readonly failed?: string } }) => void): void;
  addEventListener(kind: 'error', heard: (event: { readonly message: string }) => void): void;
  postMessage(message: Question): void;
  terminate(): void;
}
declare const Worker: new (file: URL, options: { readonly type: 'module' }) => PageWorker;

async function here(question: Question): Promise<Answer & { readonly others: number }> {
  let [others, done] = [0, false];
  const other = (): void => {
    if (done) return;
    others += 1;
    setTimeout(other, 0);
  };
  setTimeout(other, 0);
  const found = await answer(question);
  done = true;
  return { ...found, others };
}

function inWorker(question: Question): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.addEventListener('message', ({ data: { found, failed } }) => (found === undefined ? reject(new Error(failed)) : resolve(found)));
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  worker.postMessage(question);
  return promise.finally(() => worker.terminate());
}

Object.assign(globalThis, { planner: { here, inWorker } });

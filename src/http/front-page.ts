// The page at `/`: says what this server is, how each promise stands, and where programs find more. One small page made on
// the server, without a script; every figure comes out of the journal. The control tower will stand here later.

import type { FastifyPluginAsync } from 'fastify';
import type { Desk, OperationSummary } from '../app/desk.ts';
import { VERDICTS, count, moment, percent } from '../app/figures.ts';
import type { StatusReport } from '../app/promise/status.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);

export const frontPage =
  (desk: Desk, version: string): FastifyPluginAsync =>
  async (app) => {
    app.get('/', { schema: { hide: true } }, async (_, reply) => {
      const operations = await desk.operations();
      const sections: string[] = [];
      for (const operation of operations.ok ? operations.value : []) {
        const report = await desk.status(operation.operation, {});
        sections.push(section(operation, report.ok ? statusTable(report.value) : `<p>${escape(report.error.message)} ${escape(report.error.remedy)}</p>`));
      }
      return reply.type('text/html; charset=utf-8').send(page(sections.length > 0 ? sections.join('\n') : EMPTY, version));
    });
  };

const EMPTY = '<p>No operation is in this journal yet. <code>npx airbridge import PACK</code> brings one in; <code>npm start</code> brings the reference operation, Liège in March 2020.</p>';

function section({ operation, name, facts }: OperationSummary, table: string): string {
  const address = `/api/v1/operations/${encodeURIComponent(operation)}`;
  return `<section aria-labelledby="${operation}">
<h2 id="${operation}">${escape(name)}</h2>
${table}
<p class="more">${count(facts)} facts in the journal. As data: <a href="${address}/status">status</a> · <a href="${address}/plans/latest">latest plan</a> · <a href="${address}/audit">audit</a> · <a href="${address}/facts">facts</a></p>
</section>`;
}

/** P2 stands before P10. */
const byName = new Intl.Collator('en', { numeric: true });
const HEADINGS = ['Promised', 'Outstanding', 'On the way in', 'At the hub', 'Onward', 'Delivered', 'Lost', 'Landed'];

function statusTable({ asOf, promises }: StatusReport): string {
  const kept = promises.filter(({ verdict }) => verdict === 'kept' || verdict === 'on-course').length;
  const bodies = promises.toSorted((a, b) => byName.compare(a.pledge, b.pledge)).map((row) => {
    const figures = [row.promised, row.outstanding, row.consigned + row.inTheAir, row.atHub, row.onward, row.delivered, row.lost].map((units) => (units === 0 ? '–' : count(units)));
    const cells = [...figures, percent(row.landedShare)].map((text) => `<td class="n">${text}</td>`).join('');
    return `<tbody><tr><th scope="row">${escape(row.pledge)}</th><td>${escape(row.item)}</td><td>${escape(row.scope)}</td>${cells}<td class="v ${row.verdict}">${VERDICTS[row.verdict]}</td></tr>
<tr class="why"><td></td><td colspan="11">${escape(row.why)}</td></tr></tbody>`;
  });
  return `<p class="answer">${kept} of ${promises.length} promises are kept or on course.</p>
<p>As it stood on <time datetime="${asOf}">${moment(asOf)}</time>. Figures are units.</p>
<div class="scroll" role="region" aria-label="Promises" tabindex="0"><table>
<thead><tr>${['Promise', 'Item', 'For'].map((title) => `<th scope="col">${title}</th>`).join('')}${HEADINGS.map((title) => `<th scope="col" class="n">${title}</th>`).join('')}<th scope="col">Verdict</th></tr></thead>
${bodies.join('\n')}</table></div>`;
}

const STYLE = `
:root{color-scheme:light dark;--canvas:#f3f4f2;--surface:#fff;--ink:#14181d;--ink-2:#414a52;--rule:#d3d8d7;--link:#175e9c;--good:#0a5f49;--bad:#b5350a}
@media (prefers-color-scheme:dark){:root{--canvas:#0f1316;--surface:#161b1f;--ink:#edf0f1;--ink-2:#b9c2c8;--rule:#2f393f;--link:#7cc0f2;--good:#52c79a;--bad:#ff8b66}}
body{margin:0 auto;max-width:76rem;padding:1.5rem 1rem 3rem;background:var(--canvas);color:var(--ink);font:1rem/1.5 'Source Sans 3',system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums}
h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .25rem}
a{color:var(--link)}a:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.answer{font-size:1.25rem;margin:.25rem 0}
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--rule)}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{padding:.35rem .6rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--rule)}
thead th{color:var(--ink-2);font-weight:600;white-space:nowrap}.n{text-align:end;white-space:nowrap}td{white-space:nowrap}tr:not(.why) th,tr:not(.why) td{border-block-end:0;padding-block-end:0}.why td{color:var(--ink-2);white-space:normal;padding-block-start:0}thead tr th{border-block-end:1px solid var(--rule)!important}
.v{white-space:nowrap;font-weight:600}.kept,.on-course{color:var(--good)}.at-risk,.broken{color:var(--bad)}
.more,footer{color:var(--ink-2)}`;

const page = (content: string, version: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Airbridge</title><style>${STYLE}</style></head>
<body>
<header><h1>Airbridge</h1><p>A humanitarian air bridge, from the public promise to the signed receipt.</p></header>
<main>
${content}
</main>
<footer><p>For programs: <a href="/api/docs">the interface, page by page</a> and <a href="/api/openapi.json">as OpenAPI 3.1</a>. Version ${escape(version)}.</p></footer>
</body>
</html>
`;

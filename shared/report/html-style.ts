import { classificationTitles } from '../incident/record-titles.ts'

/** Who may read it, at the head of every page that is printed: pages are named for it. */
const marks = Object.entries(classificationTitles)
  .map(
    ([id, title]) =>
      `@page ${id} { @top-right { content: "${title}"; font: 600 9pt system-ui, sans-serif; color: #444; } } .${id} { page: ${id}; }`,
  )
  .join('\n')

/**
 * The text of the one `<style>` element of the HTML report, to the letter: nothing stands around it.
 *
 * Under a strict policy its SHA-256 goes into `style-src`; no other style and no script is in the report.
 */
export const reportStyle = `
${marks}
@page { size: auto; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #666; } }
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5c5b57; --line: #dddbd4; --paper: #fff; --tint: #f6f5f1; --risk: #a3400f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ecebe6; --soft: #a9a7a0; --line: #3c3b38; --paper: #191918; --tint: #232321; --risk: #f0a37a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 48px 24px 80px; max-width: 860px; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word; }
.mark { font-weight: 600; font-size: 14px; letter-spacing: 0.04em; margin: 0 0 4px; color: var(--soft); }
h1 { font-size: 34px; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 12px; text-wrap: balance; }
h2 { font-size: 21px; line-height: 1.3; margin: 44px 0 12px; padding-top: 16px; border-top: 1px solid var(--line); break-after: avoid; }
h3 { font-size: 16px; margin: 24px 0 6px; break-after: avoid; }
h4 { font-size: 14px; margin: 14px 0 4px; color: var(--soft); break-after: avoid; }
p, ul, ol, pre, dl, table { margin: 0 0 12px; }
ul, ol { padding-left: 22px; } li > ul, li > ol { margin: 4px 0; }
code, pre { font: 0.875em/1.5 ui-monospace, Menlo, Consolas, monospace; background: var(--tint); border-radius: 4px; } code { padding: 1px 4px; overflow-wrap: anywhere; }
pre { padding: 8px 12px; white-space: pre-wrap; overflow-wrap: anywhere; } hr { border: 0; border-top: 1px solid var(--line); margin: 16px 0; }
li { margin: 4px 0; } li:first-child:not(:last-child) { break-after: avoid; } li:last-child:not(:first-child) { break-before: avoid; } li:not(:has(ul, ol, pre, p + p)) { break-inside: avoid; } li.open::marker { content: "☐  "; } li.done::marker { content: "☑  "; }
a { color: inherit; }
blockquote { margin: 24px 0; padding: 4px 0 4px 20px; border-left: 3px solid var(--line); color: var(--soft); }
blockquote p { margin: 0 0 4px; }
.linked { display: block; } a[href^="#"] { text-decoration-color: var(--line); text-underline-offset: 3px; }
small, .soft { color: var(--soft); font-size: 0.875em; } td small { font-size: inherit; } p:has(> .linked) { break-before: avoid; }
.lack { color: var(--risk); font-weight: 600; break-after: avoid; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }
dl.figures div { background: var(--tint); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; break-inside: avoid; }
dl.figures dt { color: var(--soft); font-size: 13px; }
dl.figures dd { margin: 0; font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.45; }
th { text-align: left; color: var(--soft); font-weight: 500; }
th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
table.actions { table-layout: fixed; }
table.actions th:nth-child(1) { width: 29%; } table.actions th:nth-child(2) { width: 15%; } table.actions th:nth-child(3) { width: 13%; } table.actions th:nth-child(4) { width: 10%; } table.actions th:nth-child(5) { width: 12%; }
td.time, td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: block; margin: 8px 0 12px; overflow: visible; } .bar line { stroke: var(--soft); } .bar text { fill: var(--soft); font-size: 12px; } .bar .strong { fill: var(--ink); font-weight: 600; }
.unnoticed { fill: #c2410c; } .responding { fill: #e08a1e; } .mitigating { fill: #7aa5c9; } .after { fill: #b9c6b3; }
.tree, .tree ul { list-style: none; padding-left: 0; } .tree ul { margin: 0 0 0 6px; padding-left: 16px; border-left: 1px solid var(--line); } .tree li:not(:has(ul)) { break-inside: avoid-page; }
.fishbone { margin: 8px 0 16px; } .fishbone svg { display: block; width: 100%; height: auto; } .fishbone .narrow { display: none; }
.fishbone text { fill: var(--ink); } .fishbone .strong { font-weight: 600; } .fishbone .head { fill: var(--tint); stroke: var(--soft); }
.spine, .bone { stroke: var(--soft); stroke-width: 1.75; stroke-linecap: round; } .spine { stroke-width: 2.5; } .twig { stroke: var(--soft); stroke-width: 0.6; }
.votes { fill: #5b7fb4; } .track { fill: var(--line); }
.meter { display: block; width: 140px; height: 8px; margin-top: 7px; }
footer { margin-top: 56px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 14px; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #ccc; --paper: #fff; --tint: #fff; --risk: #8a2f00; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 9pt; } h1 { font-size: 22pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }
  .bar, .meter { print-color-adjust: exact; }
  dl.figures { grid-template-columns: repeat(auto-fit, minmax(112px, 1fr)); gap: 8px; } dl.figures div { padding: 6px 10px; } dl.figures dd { font-size: 12.5pt; white-space: nowrap; }
  .fishbone { break-inside: avoid; } .fishbone .wide { max-height: 210mm; }
  pre { break-inside: avoid; } table + p { break-before: avoid; } footer { margin-top: 16px; break-before: avoid; }
}
@media screen and (max-width: 600px) { .bar { height: 20px; } .bar line, .bar text { display: none; } .fishbone .wide { display: none; } .fishbone .narrow { display: block; } }
@media (max-width: 600px) { body { padding: 24px 16px 48px; } h1 { font-size: 27px; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: 8px; } }
@media screen and (max-width: 600px) {
  table, tbody, tr, td { display: block; } thead { position: absolute; clip-path: inset(50%); }
  tr { padding: 8px 0; border-bottom: 1px solid var(--line); } td { padding: 0; border: 0; } td:empty { display: none; }
  td.time { color: var(--soft); } td[data-label]:not([data-label="Action"])::before { content: attr(data-label) " "; color: var(--soft); } td[data-label="Action"] { font-weight: 500; }
}
`

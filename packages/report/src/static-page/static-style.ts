/**
 * The look of reports: results one reads, prints and passes on. Classes: `report` around all; `facts` a line of facts;
 * `verdict` with `is-good`, `is-warning`, `is-error`; `finding` with `error`, `warning`, `advice`; `place` where it
 * stands; `table.sheet` a table that becomes cards on a phone (cells need `data-label`); `differs`, `doubtful`,
 * `missing` for cells. Everything is said of what stands in `.report`, so that other pages can hold one.
 */
export const reportStyle = `.report{max-width:1440px;margin:0 auto;padding:24px 28px 64px}
.report h1{font-size:22px;line-height:1.4;margin:0 0 4px;font-weight:600}
.report h2{font-size:17px;margin:32px 0 8px;padding-bottom:4px;border-bottom:1px solid var(--line)}
.report h3{font-size:14px;margin:18px 0 4px}
.report p{margin:4px 0}
.report ul{list-style:none;margin:0;padding:0}
.report a{color:var(--blue)}
.facts,.place{color:var(--soft)}
.place{font-variant-numeric:tabular-nums;font-size:13px}
.verdict{font-weight:600}
.is-good{color:#2c5d3f}.is-warning{color:var(--ochre)}.is-error{color:var(--cinnabar)}
.finding{padding:4px 0 4px 12px;border-left:3px solid var(--line);margin:6px 0}
.finding.error{border-color:var(--cinnabar)}.finding.warning{border-color:var(--ochre)}.finding.advice{border-color:var(--blue)}
.severity{font-weight:600;margin-right:6px}
.error>.severity{color:var(--cinnabar)}.warning>.severity{color:var(--ochre)}.advice>.severity{color:var(--blue)}
.why{color:var(--soft);font-size:13px}
.scroll{overflow-x:auto}
table.sheet{border-collapse:collapse;width:100%;background:var(--sheet);font-variant-numeric:tabular-nums}
table.sheet th,table.sheet td{border:1px solid var(--line);padding:6px 8px;vertical-align:top;text-align:left;white-space:pre-line}
table.sheet th{background:var(--blue-tint);font-weight:600;position:sticky;top:0}
td.differs{background:#fdf0ee}td.doubtful{background:#fbf5e6}td.missing{background:#fdf0ee;color:var(--cinnabar)}
.report mark{background:none;color:inherit;border-bottom:2px solid var(--cinnabar)}
.report blockquote{margin:4px 0;font-family:var(--reading);font-size:15px}
@media (max-width:640px){.report{padding:16px 14px 48px}
table.sheet,table.sheet tbody,table.sheet tr,table.sheet td{display:block;width:100%}
table.sheet thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.sheet tr{border:1px solid var(--line);border-radius:4px;margin:0 0 12px;padding:4px 0}
table.sheet td{border:0;padding:4px 10px}
table.sheet td[data-label]::before{content:attr(data-label);display:block;color:var(--soft);font-size:12px}}
@media print{.report{padding:0;max-width:none}.report h2{break-after:avoid}.finding,tr{break-inside:avoid}table.sheet th{position:static}@page{size:A4;margin:18mm 16mm}}
`

/** The look of a page that is a report and nothing else. */
export const staticStyle = `:root{--ground:#fcfcfa;--sheet:#fff;--ink:#1b2430;--soft:#556070;--blue:#1f4e79;--blue-tint:#e8eff6;--line:#d9dee5;--cinnabar:#b3261e;--ochre:#8a5a00;
--interface:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif;--reading:FangSong,'FangSong_GB2312','STFangsong','仿宋','Noto Serif CJK SC',serif}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.6 var(--interface);overflow-wrap:anywhere}
@media print{body{background:#fff;font-size:10.5pt}}
${reportStyle}`

/**
 * The style of a report: system fonts, light and dark by the reader's setting, black on white in print. Contrast is
 * at least 4.5 : 1 for text (WCAG 2.2, 1.4.3). Drawings carry their own light colours; the rules for `.drawn-…`
 * repaint their ground, lines and text.
 */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--faint:#57606a;--line:#d0d7de;--panel:#f6f8fa;--link:#0550ae;--bar:#2166ac}
@media (prefers-color-scheme:dark){:root{--ground:#0f1419;--ink:#e6edf3;--faint:#9ba7b4;--line:#343d47;--panel:#171d24;--link:#79b8ff;--bar:#6cb0eb}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem 1.5rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.8rem;line-height:1.2;margin:1rem 0 .25rem}
h2{font-size:1.3rem;margin:2.5rem 0 .25rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:46rem}
.about{color:var(--faint)}
a{color:var(--link)}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav ol{columns:3 14rem;padding-left:1.25rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
.tiles div{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem}
.tiles dt{color:var(--faint);font-size:.85rem}
.tiles dd{margin:0;font-size:1.35rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
bdi{white-space:nowrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border-bottom:1px solid var(--line);padding:.3rem .7rem;text-align:left;vertical-align:top}
th{font-weight:600}
.number{text-align:right;white-space:nowrap}
td ul{margin:0;padding-left:1.1rem}
svg{max-width:100%;height:auto;display:block}
.drawn-ground{fill:none}
.drawn-ink{fill:var(--ink)}
.drawn-faint{fill:var(--faint)}
.drawn-line{stroke:var(--line)}
.drawn-bar{fill:var(--bar)}
dl.record{display:grid;grid-template-columns:minmax(12rem,max-content) 1fr;gap:.25rem 1.5rem}
dl.record dt{color:var(--faint)}
dl.record dd{margin:0;overflow-wrap:anywhere}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.75rem;color:var(--faint)}
@media (max-width:40rem){dl.record{grid-template-columns:1fr}dl.record dd{margin-bottom:.5rem}}
@media print{:root{--ground:#fff;--ink:#000;--faint:#333;--line:#999;--panel:#fff;--link:#000;--bar:#2166ac}body{max-width:none;padding:0;font-size:9.5pt}nav,.skip{display:none}h2{break-after:avoid}tr,svg,.tiles div{break-inside:avoid}.scroll{overflow:visible}thead{display:table-header-group}}
`;

/** The page's look: calm on a screen, on a phone, in the dark and on A4. No file from outside, system fonts only. */

const TOKENS = `
:root{color-scheme:light dark;--bg:#f5f4f1;--paper:#fff;--ink:#1c2128;--muted:#59616d;--line:#e2dfd8;--soft:#f7f6f2;--accent:#0b5a6b;--on-accent:#fff;--good:#1b6a3d;--good-bg:#e6f2ea;--warn:#7a4b00;--warn-bg:#fbf0da;--bad:#a3211b;--bad-bg:#fbe9e7;--plain-bg:#eeece7}
@media (prefers-color-scheme:dark){:root{--bg:#14171b;--paper:#1b1f25;--ink:#e6e8eb;--muted:#a2abb7;--line:#323842;--soft:#20252c;--accent:#7cc7d8;--on-accent:#0c1a1e;--good:#86d3a4;--good-bg:#1b3226;--warn:#f0c26c;--warn-bg:#372b14;--bad:#f3a09a;--bad-bg:#3d2220;--plain-bg:#2a3038}}
`;

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:400 16px/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI","Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",Roboto,sans-serif;overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
.page{max-width:56rem;margin:0 auto;padding:2rem 1.5rem 4rem}
h1,h2,h3,h4,h5{line-height:1.3;margin:0;font-weight:650}
h1{font-size:2rem;letter-spacing:-.015em}
h2{font-size:1.3rem;letter-spacing:-.01em}
h3{font-size:1.02rem;margin:1.4rem 0 .5rem}
h4{font-size:1rem}
h5{font-size:.85rem;color:var(--muted)}
p{margin:.35rem 0}
ul,ol{margin:.35rem 0;padding-left:1.25rem}
li{margin:.3rem 0}
ul.plain{list-style:none;padding:0}
ul.plain>li{padding:.7rem 0;border-top:1px solid var(--line)}
ul.plain>li:first-child{border-top:0}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
small{font-size:.85em;color:var(--muted)}
code{font:.85em ui-monospace,SFMono-Regular,Consolas,monospace}
blockquote{margin:0;padding-left:.9rem;border-left:3px solid var(--accent)}
.said{white-space:pre-line;unicode-bidi:isolate}
.facts{color:var(--muted);font-size:.875rem;margin:.2rem 0 0}
.facts>span:not(:last-child)::after{content:" ·"}
.empty{color:var(--muted)}
.n{color:var(--muted);font-weight:400;font-size:.9em}
.accent{color:var(--accent)}
.warn-text{color:var(--warn)}
.lead{font-weight:500}
.skip{position:absolute;left:-9999px}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
`;

const COVER = `
.cover,.toc,section{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:1.75rem 2rem;margin-bottom:1rem}
.brand{display:flex;justify-content:space-between;align-items:center;margin:0 0 1.5rem;color:var(--muted);font-weight:600;letter-spacing:.02em}
.badge{font-size:.8rem;padding:.2rem .7rem;border-radius:999px;background:var(--bad-bg);color:var(--bad);letter-spacing:0}
.badge.customer_safe,.badge.anonymised{background:var(--good-bg);color:var(--good)}
.no{color:var(--muted);font-weight:400;white-space:nowrap}
.sub{font-size:1.1rem;color:var(--muted);margin:.3rem 0 1.25rem}
.notice{margin:.6rem 0 1.25rem;background:var(--warn-bg);color:var(--warn);border-radius:10px;padding:.7rem 1rem}
.notice.bad{background:var(--bad-bg);color:var(--bad)}
dl{margin:0}
.meta{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem 1.5rem;border-top:1px solid var(--line);padding-top:1.1rem}
dt{color:var(--muted);font-size:.8rem}
dd{margin:.1rem 0 0}
.counts{margin-top:1.5rem}
.counts>p:first-child{color:var(--muted);font-size:.875rem;margin-bottom:.5rem}
.three{display:grid;grid-template-columns:repeat(3,1fr);gap:.75rem}
.count{display:block;padding:.9rem 1.1rem;border-radius:12px;text-decoration:none;line-height:1.3}
.count b{display:block;font-size:2rem;font-weight:650;font-variant-numeric:tabular-nums}
.count:hover span{text-decoration:underline}
.count.secured{background:var(--good-bg);color:var(--good)}
.count.owned{background:var(--warn-bg);color:var(--warn)}
.count.unowned{background:var(--bad-bg);color:var(--bad)}
.count.zero{background:var(--soft);color:var(--muted)}
.words{color:var(--muted);font-size:.85rem;margin:1.25rem 0 0;border-top:1px solid var(--line);padding-top:.9rem}
.toc h2{font-size:.95rem;color:var(--muted);margin-bottom:.6rem}
.toc ol{columns:3;column-gap:2rem;padding-left:1.4rem;margin:0;font-size:.925rem}
.toc li{break-inside:avoid;margin:0;padding:.15rem 0}
.toc a{text-decoration:none}
.toc a:hover{text-decoration:underline}
`;

const SECTIONS = `
.head{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;border-bottom:1px solid var(--line);padding-bottom:.7rem;margin-bottom:.9rem}
.profile{color:var(--muted);font-size:.78rem;white-space:nowrap}
.tag{display:inline-block;font-size:.76rem;font-weight:550;line-height:1.35;padding:.12rem .5rem;border-radius:6px;background:var(--plain-bg);color:var(--muted);vertical-align:.08em;white-space:nowrap}
.tag.good{background:var(--good-bg);color:var(--good)}
.tag.warn{background:var(--warn-bg);color:var(--warn)}
.tag.bad{background:var(--bad-bg);color:var(--bad)}
.lines>div{display:grid;grid-template-columns:7.5rem 1fr;gap:1rem;padding:.55rem 0;border-top:1px solid var(--line)}
.lines>div:first-child{border-top:0}
.lines dt{font-size:.9rem;padding-top:.05rem}
.asks>li{padding:.2rem 0}
.columns{display:grid;grid-template-columns:repeat(3,1fr);gap:0 1.75rem}
.columns.two{grid-template-columns:repeat(2,1fr)}
.columns h3{margin-top:.5rem}
.standing.unowned h3{color:var(--bad)}.standing.owned h3{color:var(--warn)}.standing.secured h3{color:var(--good)}
.standing ul{list-style:none;padding:0;font-size:.925rem}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.925rem}
th,td{text-align:left;vertical-align:top;padding:.65rem .8rem .65rem 0;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--muted);font-size:.8rem;font-weight:550;white-space:nowrap;padding-top:0}
tbody th{font-weight:500;width:38%}
td em{color:var(--bad);font-style:normal}
.card{padding:.4rem 0 1rem}
.card h3{margin-top:.4rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
.side{background:var(--soft);border-radius:10px;padding:.8rem 1rem}
.side h4{font-size:.8rem;color:var(--muted);font-weight:550}
.rules{list-style:none;padding:0}
.rules>li{padding:.35rem 0}
ul.inline{list-style:none;padding:0;font-size:.85rem}
ul.inline li{display:inline-block;margin:.1rem .8rem .1rem 0}
.group>h3{color:var(--accent);margin-top:1.8rem}
.answer{padding:.85rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
.answer h4{font-weight:600}
.code{color:var(--muted);font-weight:400;font-variant-numeric:tabular-nums}
.q{color:var(--muted);font-size:.9rem}
.value{font-size:1.02rem}
.history{margin-top:.5rem;padding-left:.9rem;border-left:2px solid var(--line);font-size:.9rem}
.minutes{border-top:1px solid var(--line);padding:1rem 0}
.minutes:first-of-type{border-top:0;padding-top:0}
.minutes h3{margin-top:0}
.part{display:grid;grid-template-columns:8.5rem 1fr;gap:1rem;padding:.45rem 0}
.part h4{font-size:.9rem;color:var(--muted);font-weight:550}
.part p{margin:.1rem 0}.part ul{margin:.1rem 0;padding-left:1.1rem}.part li{margin:.15rem 0}.deeper{margin-left:1.1rem!important}
footer{color:var(--muted);font-size:.8rem;padding:1rem .5rem}
:target{scroll-margin-top:1rem}
.answer:target h4,.standing:target h3,tr:target th{text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:.15em;text-underline-offset:.25em}
`;

const FORM = `
fieldset{border:0;padding:0;margin:0;min-width:0}
.field{margin:.8rem 0;min-width:0}
label,legend,summary{font-weight:550;font-size:.95rem}
legend{padding:0}
fieldset.block>legend,fieldset.field>legend{float:left;width:100%;padding-bottom:.5rem}
fieldset.block>legend+*,fieldset.field>legend+*{clear:both}
.field>label{display:block;margin-bottom:.25rem}
summary{cursor:pointer;padding:.2rem 0}
.block{border-top:1px solid var(--line);padding-top:1.1rem;margin-top:1.3rem}
.block .block{border-top:0;margin-top:.4rem;padding-top:.4rem}
.hint{color:var(--muted);font-size:.85rem;margin:.1rem 0 .4rem;font-weight:400}
input[type=text],input[type=date],input[type=number],select,textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:8px;padding:.5rem .65rem;min-height:2.6rem}
textarea{resize:vertical;display:block}
[aria-invalid=true]{border-color:var(--bad)!important;border-width:2px!important}
.error{color:var(--bad);font-size:.875rem;font-weight:500}
.radios{display:grid;grid-template-columns:repeat(3,1fr);gap:.75rem;margin-top:.5rem}
.radio{display:flex;gap:.6rem;align-items:flex-start;border:1px solid var(--line);border-radius:10px;padding:.8rem;cursor:pointer;font-weight:400}
.radio:has(:checked){border-color:var(--accent);background:var(--soft)}
.radio small{display:block}
input[type=radio]{margin:.3rem 0 0;accent-color:var(--accent);width:1.1rem;height:1.1rem;flex:none}
.ruling{display:grid;grid-template-columns:1fr 13rem;gap:.3rem 1rem;align-items:start;padding:.7rem 0;border-top:1px solid var(--line)}
.ruling .needed{grid-column:1/-1}
.asked{padding:.7rem 0;border-top:1px solid var(--line)}
.asked textarea{margin:.3rem 0 .4rem}.asked .facts{margin:.1rem 0}
.check{display:inline-flex;gap:.5rem;align-items:center;cursor:pointer;font-weight:400;min-height:1.6rem}
.check input{accent-color:var(--accent);width:1.1rem;height:1.1rem;flex:none;margin:0}
.later{max-width:16rem}
.ruling small{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.two-fields,.three-fields,.four-fields{display:grid;gap:0 1rem;grid-template-columns:repeat(2,1fr)}
.three-fields{grid-template-columns:repeat(3,1fr)}.four-fields{grid-template-columns:2fr 1fr 1fr 1fr}
.row{border:1px solid var(--line);border-radius:10px;padding:.4rem 1rem .8rem;margin:.6rem 0}
.button,.quiet{font:inherit;border-radius:10px;cursor:pointer;border:1px solid transparent}
.button{display:inline-block;background:var(--accent);color:var(--on-accent);text-decoration:none;padding:.65rem 1.3rem;font-weight:600}
.quiet{background:none;border-color:var(--line);color:var(--accent);padding:.4rem .9rem}
.go{margin-top:1.4rem}
#reply-status:not(:empty){background:var(--soft);border-radius:10px;padding:.7rem 1rem}
[hidden]{display:none!important}
`;

const PHONE = `
@media (max-width:44rem){
.page{padding:.75rem .5rem 3rem}
.cover,.toc,section{padding:1.15rem 1rem;border-radius:12px}
h1{font-size:1.55rem}
.meta{grid-template-columns:repeat(2,minmax(0,1fr))}.meta .tag{white-space:normal}
.toc ol{columns:2;column-gap:2.25rem}
.columns,.columns.two,.sides,.radios,.three-fields,.two-fields{grid-template-columns:1fr}
.four-fields{grid-template-columns:1fr 1fr 1fr}.four-fields>:first-child{grid-column:1/-1}
.three{gap:.5rem}.count{padding:.7rem .75rem;font-size:.82rem}.count b{font-size:1.55rem}
.lines>div,.part{grid-template-columns:1fr;gap:.1rem}
.ruling{grid-template-columns:1fr}
.stack,.stack tbody,.stack tr,.stack th,.stack td{display:block;width:auto}
.stack thead{position:absolute;left:-9999px}
.stack tr{border-top:1px solid var(--line);padding:.8rem 0}
.stack tr:first-child{border-top:0}
.stack th,.stack td{border:0;padding:.1rem 0}
.stack td::before{content:attr(data-label);display:inline-block;min-width:6.5rem;margin-right:.5rem;color:var(--muted);font-size:.8rem}
}
`;

/**
 * Of a long meeting's page only what is near is laid out: it opens at once, in the panel's preview too. Paper has all of it. Links jump:
 * a page that scrolls to them smoothly goes by the heights that were guessed when it began, and ends somewhere else.
 */
const LONG = `
@media screen{main>section{content-visibility:auto;contain-intrinsic-size:auto 30rem}}
`;

const PRINT = `
@media (forced-colors:active){.tag,.badge,.counts a,.go a,.side{border:1px solid CanvasText}}
@media print{
:root{color-scheme:light;--bg:#fff;--paper:#fff;--ink:#111;--muted:#4a4f57;--line:#d5d2cb;--soft:#f6f5f1;--accent:#0b4f5e;--on-accent:#fff;--good:#175c35;--good-bg:#e9f3ec;--warn:#6b4200;--warn-bg:#faf1de;--bad:#8f1d18;--bad-bg:#faeae8;--plain-bg:#efede8}
body{font-size:10pt;line-height:1.5;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-width:none;padding:0}
.cover,.toc,section{border:0;border-radius:0;padding:0;margin:0 0 8mm}
.toc{border-top:1px solid var(--line);padding-top:4mm}
#reply,.toc li:has([href="#reply"]),.skip,.go,.box+textarea{display:none}
li,.answer,.card,tr,.side,.lines>div{break-inside:avoid}
h2,h3,h4,.head{break-after:avoid}
a{color:inherit;text-decoration:none}
.stack thead{display:table-header-group}
footer{border-top:1px solid var(--line);padding:3mm 0 0}
}
`;

function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .·#-]/gu, '')}"`;
}

/** The style of a packet's page; `running` is printed at the foot of every sheet. */
export function pageStyle(running: string): string {
  const sheet = `@page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:${cssString(running)};font:8pt sans-serif;color:#4a4f57}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#4a4f57}}`;
  return [TOKENS, BASE, COVER, SECTIONS, FORM, PHONE, LONG, PRINT, sheet].join('').replace(/\n+/g, '\n');
}

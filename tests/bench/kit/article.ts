/** A made-up article page of about 1 MB, with what surrounds an article on the web. */
import { seeded, sentence } from './words';

const PARAGRAPH_SENTENCES = 6;

function paragraphs(count: number, seed: number): string {
  const random = seeded(seed);
  const paragraph = (): string => Array.from({ length: PARAGRAPH_SENTENCES }, () => sentence(random)).join('. ');
  return Array.from({ length: count }, (_, i) => {
    const extra = i % 40 === 39 ? `<table><tbody>${Array.from({ length: 6 }, () => `<tr><td>${sentence(random)}</td><td>${String(random.int(10_000))}</td></tr>`).join('')}</tbody></table>` : i % 15 === 14 ? `<ul>${Array.from({ length: 5 }, () => `<li>${sentence(random)}</li>`).join('')}</ul>` : '';
    const head = i % 12 === 0 ? `<h2>${sentence(random)}</h2>` : '';
    return `${head}<p>${paragraph()} <a href="/more/${String(i)}">${sentence(random)}</a>. <b>${sentence(random)}</b></p>${extra}`;
  }).join('\n');
}

function around(count: number, seed: number): string {
  const random = seeded(seed);
  return `<ul>${Array.from({ length: count }, (_, i) => `<li class="item"><div><a href="/x/${String(i)}"><span>${sentence(random)}</span></a></div></li>`).join('')}</ul>`;
}

/** The page as HTML; `bytes` as UTF-8, within some percent. */
export function articlePage(bytes = 1_048_576): string {
  const whole = (count: number): string => `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>창고 자동화 사례</title><style>body { max-width: 40rem; margin: auto }</style></head><body>
<nav>${around(120, 1)}</nav><main><article><h1>창고 자동화, 1년 뒤</h1><p class="byline">Jonas Weber</p>${paragraphs(count, 2)}</article></main>
<aside>${around(200, 3)}</aside><footer>${around(60, 4)}</footer><script>window.seen = 1;</script></body></html>`;
  const perParagraph = (Buffer.byteLength(whole(240)) - Buffer.byteLength(whole(120))) / 120;
  const fixed = Buffer.byteLength(whole(120)) - 120 * perParagraph;
  return whole(Math.round((bytes - fixed) / perParagraph));
}

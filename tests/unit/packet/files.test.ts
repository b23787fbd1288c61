/** The files of a packet: names, bytes, hash, CSV, evidence, and reading `packet.json` back. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHashOf, isRecord, isUnchanged, packetJson, sealed, sha256Hex } from '@/utils/packet/build/canonical';
import { buildContext } from '@/utils/packet/build/context';
import { MAX_EVIDENCE, packetEvidence, trustedEvidence } from '@/utils/packet/build/evidence';
import { mapStrings } from '@/utils/packet/build/map-strings';
import { exportPacket, filesOf, packetSchemaText } from '@/utils/packet/export';
import { packetFileName } from '@/utils/packet/file-name';
import { packetLabels } from '@/utils/packet/labels/labels';
import { parsePacket } from '@/utils/packet/parse';
import { csvCell } from '@/utils/packet/render/escape';
import { isEvidencePage, renderEvidence } from '@/utils/packet/render/evidence';
import { renderGapsCsv } from '@/utils/packet/render/gaps-csv';
import { zipFiles } from '@/utils/packet/zip';
import { aClip, aGap, anAnswer, aNote, DAY, small, smallInput, T0 } from './small';

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the canonical form', () => {
  it('is JSON with sorted keys, no spaces, and nothing undefined', () => {
    expect(canonicalJson({ b: [1, undefined, null, { d: true, c: '한"글' }], a: undefined, A: -0.5 })).toBe('{"A":-0.5,"b":[1,null,null,{"c":"한\\"글","d":true}]}');
    expect([canonicalJson(undefined), canonicalJson([]), canonicalJson({}), canonicalJson('x')]).toEqual(['null', '[]', '{}', '"x"']);
  });

  it('takes only plain records for records', () => {
    expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
    expect([null, undefined, [], 'a', 1, true].map(isRecord)).toEqual([false, false, false, false, false, false]);
  });

  it('hashes as SHA-256 of UTF-8, as any other tool does', () => expect(sha256Hex('한글 é')).toBe(sha('한글 é')));

  it('gives the hash of everything but the hash itself; a value that is no packet has one too', () => {
    const raw = { packet: { id: 'p', contentHash: 'x' }, z: 1 };
    expect(contentHashOf(raw)).toBe(sha('{"packet":{"id":"p"},"z":1}'));
    expect([contentHashOf('a'), contentHashOf(null), contentHashOf({ packet: 1 })]).toEqual([sha('"a"'), sha('null'), sha('{"packet":1}')]);
  });

  it('tells a changed packet from an unchanged one', () => {
    const packet = sealed(small());
    expect(packet).toEqual(small());
    expect(isUnchanged(packet)).toBe(true);
    expect([{ ...packet, format: 'x' }, { ...packet, packet: { ...packet.packet, contentHash: '' } }, { ...packet, packet: 1 }, 'x', null].map(isUnchanged)).toEqual([false, false, false, false, false]);
  });

  it('changes each text with the key it stands under, and leaves keys, numbers and shape', () => {
    const value = { a: 'x', list: ['y', { b: 'z', n: 1 }], none: null, yes: true };
    expect(mapStrings(value, (text, key) => `${key}:${text}`)).toEqual({ a: 'a:x', list: ['list:y', { b: 'b:z', n: 1 }], none: null, yes: true });
    expect(mapStrings('x', (text, key) => `${key}|${text}`)).toBe('|x');
  });
});

describe('packet.json', () => {
  it('is readable text that ends with a line break', () => {
    const packet = small();
    const text = packetJson(packet);
    expect(text).toBe(`${JSON.stringify(packet, null, 2)}\n`);
    expect(text.split('\n').slice(0, 3)).toEqual(['{', '  "format": "baton.packet",', '  "formatVersion": 1,']);
    expect(packetSchemaText().split('\n').slice(0, 2)).toEqual(['{', '  "$schema": "https://json-schema.org/draft/2020-12/schema",']);
    expect(packetSchemaText().endsWith('}\n')).toBe(true);
  });

  it('is refused with the reason and the place', () => {
    const packet = small();
    const problems = (raw: unknown): unknown => { const read = parsePacket(raw); return read.ok ? 'ok' : read.problems; };
    expect(problems(packet)).toBe('ok');
    for (const raw of [null, [], 'x', {}, { format: 'baton.reply' }, [packet]]) expect(problems(raw)).toEqual([{ path: 'format', code: 'not_a_packet' }]);
    expect(problems({ format: 'baton.packet' })).toEqual([{ path: 'formatVersion', code: 'invalid' }]);
    expect(problems({ ...packet, formatVersion: '2' })).toEqual([{ path: 'formatVersion', code: 'invalid' }]);
    expect(problems({ ...packet, formatVersion: 2 })).toEqual([{ path: 'formatVersion', code: 'newer_format' }]);
    expect(problems({ ...packet, formatVersion: 0 })).toEqual([{ path: 'formatVersion', code: 'invalid' }]);
    const { name: _name, ...account } = packet.account;
    const { stage: _stage, ...deal } = packet.deal;
    expect(problems({ ...packet, account, deal: { ...deal, name: 1 } })).toEqual([{ path: 'account.name', code: 'missing' }, { path: 'deal.name', code: 'invalid' }, { path: 'deal.stage', code: 'missing' }]);
    expect(problems({ ...packet, answers: packet.answers.map((a, i) => (i === 1 ? { ...a, state: 'known' } : a)) })).toEqual([{ path: 'answers.1.state', code: 'invalid' }]);
    expect(problems({ ...packet, extra: 1 })).toEqual([{ path: 'packet.contentHash', code: 'changed_after_export' }]);
  });
});

describe('the name of the ZIP', () => {
  it('is day, account, deal and number; copies for others and practice say so', () => {
    const name = (options: Parameters<typeof small>[1]) => packetFileName(small({}, options));
    expect(name({ number: 12 })).toBe('2026-11-26_한빛물류(주)_재고-관리_v12.baton.zip');
    expect(name({ redaction: 'customer_safe', practice: true })).toBe('2026-11-26_한빛물류(주)_재고-관리_v1_customer_practice.baton.zip');
    expect(name({ redaction: 'anonymised', practice: false })).toBe('2026-11-26_고객사_재고-관리_v1_anonymised.baton.zip');
  });

  it('keeps 24 letters of account and deal', () => {
    const rows = { account: { ...smallInput().account, name: 'a'.repeat(40) }, deal: { ...smallInput().deal, name: '나'.repeat(40) } };
    expect(packetFileName(small(rows))).toBe(`2026-11-26_${'a'.repeat(24)}_${'나'.repeat(24)}_v1.baton.zip`);
  });
});

describe('the ZIP', () => {
  it('holds its files in sorted order with a fixed time: the same bytes whenever and in whatever order it is made', () => {
    const bytes = zipFiles({ 'b.txt': '나', 'a.txt': 'a' });
    expect(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, Buffer.from(data).toString('utf8')])).toEqual([['a.txt', 'a'], ['b.txt', '나']]);
    expect(Buffer.from(zipFiles({ 'a.txt': 'a', 'b.txt': '나' })).equals(Buffer.from(bytes))).toBe(true);
    // 1980-01-01 12:00 as a ZIP writes it.
    expect(Buffer.from(bytes).readUInt32LE(10)).toBe(0x00216000);
    expect(zipFiles({ 'a.txt': 'a'.repeat(10_000) }).length).toBeLessThan(300);
  });

  it('holds what the export shows, evidence included, and the two texts for the clipboard', () => {
    const out = exportPacket(smallInput({ clips: [aClip('c')] }));
    expect(Object.keys(unzipSync(out.zip))).toEqual(['evidence/01-c.html', 'gaps.csv', 'minutes.md', 'packet.html', 'packet.json', 'packet.md', 'packet.schema.json']);
    expect(out.markdown).toBe(out.files['packet.md']);
    expect(out.richText).toContain('<h2>');
    expect([out.fileName, Object.keys(out.evidence)]).toEqual([packetFileName(out.packet), ['evidence/01-c.html']]);
    expect(out.files['packet.html']).toContain(`data-file="${out.fileName}.reply.json"`);
    expect(out.files['packet.schema.json']).toBe(packetSchemaText());
    expect(Object.keys(filesOf(out.packet).files)).not.toContain('evidence/01-c.html');
  });
});

describe('gaps.csv', () => {
  const rows = (packet: ReturnType<typeof small>): string[][] => Papa.parse<string[]>(renderGapsCsv(packet, packetLabels(packet.packet.language)).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

  it('has every gap with everything about it, in the order of its heading', () => {
    const full = aGap('g', { question: '언제?', itemId: 'A-04', topic: 'budget.range', origin: 'asked_will_send', route: 'ask_customer', owner: '박지훈', askWhom: '이수민', due: '2026-12-03', blocksEstimate: true, state: 'waiting', askedOn: ['2026-11-24', '2026-11-26'], outcome: '곧' });
    expect(rows(small({ gaps: [full, aGap('h', { at: T0 + DAY })] }))).toEqual([
      ['ID', '질문', '항목', '생긴 이유', '알아낼 방법', '우리 담당', '답할 분', '기한', '견적을 막음', '상태', '함께 볼 역할', '물은 날', '결과', '생긴 날'],
      ['g', '언제?', 'A-04 예산', '주기로 함', '고객에게', '박지훈', '이수민', '2026-12-03', '예', '답변 대기', '계약·견적', '2026-11-24, 2026-11-26', '곧', '2026-11-24T14:01:00+09:00'],
      ['h', 'h?', '', '직접 적음', '방법 미정', '', '', '', '아니요', '열림', '', '', '', '2026-11-25T14:00:00+09:00'],
    ]);
  });

  it('begins with a BOM, parts rows by CRLF, quotes every cell, ends with a row', () => {
    expect(renderGapsCsv(small({ gaps: [aGap('g', { question: 'a "b"\nc' })] }, { language: 'en' }), packetLabels('en'))).toMatch(/^\uFEFF"ID","Question",.*"Raised"\r\n"g","a ""b""\nc","","Written down",.*"2026-11-24T14:01:00\+09:00"\r\n$/);
  });

  it.each([
    ['=1+1', "'=1+1"], ['+1', "'+1"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], ['|cmd', "'|cmd"], ['＝1', "'＝1"], ['＋1', "'＋1"], ['－1', "'－1"], ['＠a', "'＠a"], ['  =1', "'  =1"], ['\t1', "'\t1"], ['\r\n=1', "'\n'=1"],
    ['\u200b=1', "'\u200b=1"], ['\u202e=1', "'\ufffd=1"], ['a\r\nb\rc', 'a\nb\nc'], ['a=1', 'a=1'], ['1-2', '1-2'], ['재고 = 45', '재고 = 45'], ['', ''],
    ["범위;=cmd|'/C calc'!A0;", "범위;'=cmd|'/C calc'!A0;"], ['a\t=1\tb', "a\t'=1\tb"], ['a\n- b\n- c', "a\n'- b\n'- c"], ['a;;="b"', "a;;'=\"b\""], ['a; "=1";', "a; \"'=1\";"], ['"=1+1', "'\"=1+1"], ['a;\u200b＝1', "a;\u200b'＝1"], ['=1;=2', "'=1;'=2"], ['a;b; c\td, -5', 'a;b; c\td, -5'], ['"a"; b\n"c"', '"a"; b\n"c"'],
  ])('never starts a formula: %j', (typed, cell) => expect(csvCell(typed)).toBe(cell));
});

/** Rows of cells as a program reads them that parts cells by `separator`: as Python's csv does, which honours quotes only where a cell begins. */
function cellsOf(csv: string, separator: string): string[] {
  const cells = [''];
  let state: 'start' | 'bare' | 'quoted' | 'closing' = 'start';
  const add = (sign: string): void => { cells.push(`${cells.pop() ?? ''}${sign}`); };
  for (const sign of csv.replace(/^\uFEFF/, '')) {
    if (state === 'quoted') { if (sign === '"') state = 'closing'; else add(sign); }
    else if (state === 'closing' && sign === '"') { add(sign); state = 'quoted'; }
    else if (state === 'start' && sign === '"') state = 'quoted';
    else if (sign === separator || sign === '\n' || sign === '\r') { cells.push(''); state = 'start'; }
    else { add(sign); state = 'bare'; }
  }
  return cells;
}

describe('gaps.csv in a program that parts cells by another sign', () => {
  const piece = fc.constantFrom(';', '\t', '\n', '\r', ',', '"', "'", ' ', '=1+1', '+1', '-1', '@A', "=cmd|'/C calc'!A0", '\u200b', '글', 'a');
  it.each([',', ';', '\t'])('has no formula with %j either', (separator) => {
    expect(cellsOf('"a","b;=1"\r\n', ';')).toContain('=1"');
    fc.assert(fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const csv = renderGapsCsv(small({ gaps: [aGap(pieces.join(''), { owner: pieces.join(''), outcome: `a${pieces.join('')}` })] }), packetLabels('ko'));
      for (const cell of cellsOf(csv, separator)) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    }), { numRuns: 40 });
  });
});

describe('a page of evidence', () => {
  const page = (more: Parameters<typeof aClip>[1] = {}): string => renderEvidence(aClip('c', { title: '제목 <b>', siteName: '한빛', byline: '기자', ...more }), '2026-11-24T14:00:00+09:00');

  it('says what it is, where it is from and when it was kept, and shows what was kept', () => {
    const text = page().replace(/[^]*<body>|<\/body>[^]*/g, '');
    expect(text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()).toBe('제목 &lt;b&gt; 한빛 · 기자 https://hanbit.example/c · 2026-11-24T14:00:00+09:00 c');
    expect(text).toContain('<main>\n<p>c</p>\n</main>');
    expect(page()).toContain('<title>제목 &lt;b&gt;</title>');
    expect(page()).toMatch(/^<!doctype html>\n<html lang="ko" dir="ltr">\n/);
    expect(page({ language: 'ar', direction: 'rtl' })).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">\n/);
  });

  it('links only to the web, without telling where from', () => {
    for (const url of ['https://a.example/x', 'HTTP://a.example']) expect(page({ url })).toContain(`<a href="${url}" rel="noreferrer noopener nofollow">${url}</a>`);
    for (const url of ['', 'javascript:alert(1)', 'xhttps://a', 'file:///etc']) expect(page({ url })).not.toMatch(/<a |javascript|etc/);
    expect(page()).toContain('<meta name="referrer" content="no-referrer">');
  });

  it('shows the plain text of a page without HTML, escaped, and leaves out what is not known', () => {
    const text = page({ html: '', text: '<i>글</i>', siteName: '', byline: '', url: '' });
    expect(text).toContain('<main>\n<pre>&lt;i&gt;글&lt;/i&gt;</pre>\n</main>');
    expect(text).toContain('</h1>\n<p><time datetime="2026-11-24T14:00:00+09:00">2026-11-24T14:00:00+09:00</time></p></header>');
    expect(page({ siteName: '' })).toContain('<p>기자</p>');
  });

  it('allows nothing to run or load, before anything of a stranger’s, and is known by that', () => {
    expect(page().indexOf('http-equiv="Content-Security-Policy" content="default-src \'none\'; base-uri \'none\'; form-action \'none\'"')).toBeLessThan(page().indexOf('제목'));
    expect([page(), page({ direction: 'rtl', language: '' })].map(isEvidencePage)).toEqual([true, true]);
    expect([page({ siteName: '', byline: '' }), page({ url: '' }), page({ siteName: '', byline: '', url: '' }), page({ html: '', text: '<i>글</i>\n"x"' }), page({ title: '' }), page({ url: 'HTTP://a.example/?a=1&b="2"' })].map(isEvidencePage)).toEqual([true, true, true, true, true, true]);
    for (const broken of [` ${page()}`, page().replace("default-src 'none'", 'default-src *'), page().replace('dir="ltr"', 'dir="ltr" onload="x"'), page().replace('lang="ko"', 'lang="ko"><script>'), page().replace('<meta charset="utf-8">', '<script>1</script>')]) expect(isEvidencePage(broken), broken).toBe(false);
  });

  it('is not known when anything in it is not of Baton’s making: what redirects, looks a name up or waits for a click', () => {
    const hostile = ['<meta http-equiv="refresh" content="0;url=https://evil.example/">', '<link rel="dns-prefetch" href="//evil.example">', '<link rel="preconnect" href="https://evil.example">', '<a href="javascript:x">a</a>', '<p onclick="x">a</p>', '</main>', '<!-- -->'];
    for (const html of hostile) {
      expect(isEvidencePage(page({ html })), html).toBe(false);
      for (const place of ['</head>', '<body>', '<hr>', '<p>', '</body>', '</html>', '<title>', '</h1>', '</time>']) for (const put of [`${html}${place}`, `${place}${html}`]) expect(isEvidencePage(page().replace(place, put)), put).toBe(false);
    }
    for (const url of ['javascript:x//https://', 'ftp://a']) expect(isEvidencePage(page().replace('href="https://hanbit.example/c"', `href="${url}"`)), url).toBe(false);
    for (const broken of [`${page()}<p>x</p>`, page().replace('<meta name="referrer" content="no-referrer">\n', ''), page().replace('</time>', '</time onclick="x">'), page().replace('datetime="', 'datetime="" onclick="')]) expect(isEvidencePage(broken), broken).toBe(false);
  });
});

describe('evidence of a packet', () => {
  it('is numbered in its order and named by its title, with its hash, kind and place', () => {
    const out = exportPacket(smallInput({ clips: [aClip('b', { title: 'b: 둘/2', at: T0 + DAY, kind: 'link', limit: 'pdf' }), aClip('a', { title: `${'긴'.repeat(60)}`, itemId: 'A-02', topic: 'scope.must', meetingId: 'm1' })] }));
    expect(out.packet.clips).toEqual([
      { id: 'a', title: '긴'.repeat(60), url: 'https://hanbit.example/a', takenAt: '2026-11-24T14:00:00+09:00', file: `evidence/01-${'긴'.repeat(40)}.html`, fileHash: sha(Object.values(out.evidence)[0] ?? ''), kind: 'article', limit: null, language: 'ko', itemId: 'A-02', topic: 'scope.must' },
      { id: 'b', title: 'b: 둘/2', url: 'https://hanbit.example/b', takenAt: '2026-11-25T14:00:00+09:00', file: 'evidence/02-b-둘-2.html', fileHash: sha(Object.values(out.evidence)[1] ?? ''), kind: 'link', limit: 'pdf', language: 'ko', itemId: null, topic: null },
    ]);
  });

  it('that does not fit goes by title and address; what is smaller and comes later still travels', () => {
    const length = (html: string): number => renderEvidence(aClip('a', { html }), '2026-11-24T14:00:00+09:00').length;
    const small5k = 'b'.repeat(5000);
    const room = MAX_EVIDENCE - 2 * length('<p>c</p>') + '<p>c</p>'.length;
    const files = (html: string): string[] => packetEvidence(buildContext(smallInput({ clips: [aClip('a', { html }), aClip('b', { html: small5k }), aClip('c')] })), (v) => v).clips.map((c) => `${c.file} ${c.fileHash.length}`);
    expect(files('a'.repeat(room))).toEqual(['evidence/01-a.html 64', ' 0', 'evidence/03-c.html 64']);
    expect(packetEvidence(buildContext(smallInput({ clips: [aClip('a'), aClip('b')] })), (v) => v).files.map((f) => f.path)).toEqual(['evidence/01-a.html', 'evidence/02-b.html']);
    expect(files('a'.repeat(room + 1))).toEqual(['evidence/01-a.html 64', ' 0', ' 0']);
  });

  it('with a resident number in its page or title travels masked', () => {
    const out = exportPacket(smallInput({ clips: [aClip('a', { title: '900101-1234567', html: '<p>900101-1234567</p>' })] }));
    expect(JSON.stringify(out.files)).not.toContain('1234567');
  });

  it('from a stored packet is taken only as it was: same path, same bytes, made by Baton', () => {
    const { packet, evidence } = exportPacket(smallInput({ clips: [aClip('a'), aClip('b', { at: T0 + DAY })] }));
    const [path = '', text = ''] = Object.entries(evidence)[0] ?? [];
    expect(trustedEvidence(packet, evidence)).toEqual(evidence);
    expect(Object.keys(trustedEvidence(packet, { ...evidence, [path]: `${text} ` }))).toEqual(['evidence/02-b.html']);
    expect(trustedEvidence(packet, {})).toEqual({});
    const moved = (file: string) => trustedEvidence({ ...packet, clips: packet.clips.slice(0, 1).map((c) => ({ ...c, file })) }, { [file]: text });
    expect(Object.keys(moved('evidence/x.html'))).toEqual(['evidence/x.html']);
    for (const file of ['', 'x.html', 'evidence/../x.html', 'evidence/a\\b.html', 'evidence/x.htm', '/evidence/x.html', 'evidence/x.html.exe', 'evidence/.html', 'evidence/']) expect(moved(file), file).toEqual({});
  });

  it('that is left out of a download is named in it', () => {
    const { packet, evidence, files } = exportPacket(smallInput({ clips: [aClip('a'), aClip('b', { at: T0 + DAY })] }));
    expect(Object.keys(files)).not.toContain('evidence/left-out.txt');
    const { 'evidence/01-a.html': _gone, ...rest } = evidence;
    expect(filesOf(packet, rest).files['evidence/left-out.txt']).toBe('인계서에 적힌 파일이지만 보관된 내용이 Baton이 만든 그대로가 아니어서 뺐습니다.\n- evidence/01-a.html\n');
    expect(filesOf({ ...packet, packet: { ...packet.packet, language: 'en' } }).files['evidence/left-out.txt']).toMatch(/^The packet names these files.* left out\.\n- evidence\/01-a\.html\n- evidence\/02-b\.html\n$/);
  });

  it('of which a copy names none is in no copy', () => {
    expect(exportPacket(smallInput({ clips: [aClip('a')], notes: [aNote('note', 'n')], answers: [anAnswer('scope.must', 'x')] }, { redaction: 'customer_safe' })).evidence).toEqual({});
  });
});

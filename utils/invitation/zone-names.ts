/**
 * Time zones as people and calendars name them, besides the IANA names: Windows names, cities, abbreviations,
 * Korean names. An abbreviation that is one country's for most readers stands for the whole zone, summer time
 * included: who writes "2pm PST" in July means the clock on the wall in Los Angeles.
 */

const SEOUL = 'Asia/Seoul';
const TOKYO = 'Asia/Tokyo';
const SINGAPORE = 'Asia/Singapore';
const CHINA = 'Asia/Shanghai';
const PACIFIC = 'America/Los_Angeles';
const MOUNTAIN = 'America/Denver';
const CENTRAL = 'America/Chicago';
const EASTERN = 'America/New_York';
const LONDON = 'Europe/London';
const BERLIN = 'Europe/Berlin';
const PARIS = 'Europe/Paris';
const INDIA = 'Asia/Kolkata';
const BANGKOK = 'Asia/Bangkok';
const SYDNEY = 'Australia/Sydney';

/** Names of Windows, and so of Outlook and Exchange. Lower case, as all names here. */
const WINDOWS: readonly (readonly [string, string])[] = [
  ['korea standard time', SEOUL], ['korean standard time', SEOUL], ['tokyo standard time', TOKYO], ['japan standard time', TOKYO], ['singapore standard time', SINGAPORE],
  ['china standard time', CHINA], ['taipei standard time', 'Asia/Taipei'], ['se asia standard time', BANGKOK], ['indochina time', BANGKOK], ['hong kong standard time', 'Asia/Hong_Kong'],
  ['india standard time', INDIA], ['arabian standard time', 'Asia/Dubai'], ['gulf standard time', 'Asia/Dubai'], ['israel standard time', 'Asia/Jerusalem'], ['turkey standard time', 'Europe/Istanbul'],
  ['aus eastern standard time', SYDNEY], ['e. australia standard time', 'Australia/Brisbane'], ['w. australia standard time', 'Australia/Perth'], ['new zealand standard time', 'Pacific/Auckland'],
  ['gmt standard time', LONDON], ['greenwich mean time', 'UTC'], ['greenwich standard time', 'UTC'], ['british summer time', LONDON], ['w. europe standard time', BERLIN], ['romance standard time', PARIS],
  ['central europe standard time', 'Europe/Budapest'], ['central european standard time', 'Europe/Warsaw'], ['central european time', BERLIN], ['central european summer time', BERLIN],
  ['fle standard time', 'Europe/Kyiv'], ['gtb standard time', 'Europe/Bucharest'], ['e. europe standard time', 'Europe/Chisinau'], ['russian standard time', 'Europe/Moscow'],
  ['south africa standard time', 'Africa/Johannesburg'], ['egypt standard time', 'Africa/Cairo'], ['e. south america standard time', 'America/Sao_Paulo'],
  ['pacific standard time', PACIFIC], ['pacific daylight time', PACIFIC], ['pacific time', PACIFIC], ['mountain standard time', MOUNTAIN], ['mountain daylight time', MOUNTAIN], ['mountain time', MOUNTAIN],
  ['us mountain standard time', 'America/Phoenix'], ['central standard time', CENTRAL], ['central daylight time', CENTRAL], ['central time', CENTRAL],
  ['eastern standard time', EASTERN], ['eastern daylight time', EASTERN], ['eastern time', EASTERN], ['atlantic standard time', 'America/Halifax'], ['hawaiian standard time', 'Pacific/Honolulu'],
  ['alaskan standard time', 'America/Anchorage'], ['utc', 'UTC'], ['coordinated universal time', 'UTC'],
];

const CITIES: readonly (readonly [string, string])[] = [
  ['seoul', SEOUL], ['korea time', SEOUL], ['korea', SEOUL], ['tokyo', TOKYO], ['osaka', TOKYO], ['japan time', TOKYO], ['singapore time', SINGAPORE], ['singapore', SINGAPORE], ['hong kong', 'Asia/Hong_Kong'],
  ['beijing', CHINA], ['shanghai', CHINA], ['shenzhen', CHINA], ['taipei', 'Asia/Taipei'], ['bangkok', BANGKOK], ['hanoi', BANGKOK], ['ho chi minh city', 'Asia/Ho_Chi_Minh'],
  ['jakarta', 'Asia/Jakarta'], ['kuala lumpur', 'Asia/Kuala_Lumpur'], ['manila', 'Asia/Manila'], ['mumbai', INDIA], ['new delhi', INDIA], ['kolkata', INDIA], ['bangalore', INDIA],
  ['dubai', 'Asia/Dubai'], ['abu dhabi', 'Asia/Dubai'], ['sydney', SYDNEY], ['melbourne', 'Australia/Melbourne'], ['auckland', 'Pacific/Auckland'], ['london', LONDON], ['dublin', 'Europe/Dublin'],
  ['paris', PARIS], ['berlin', BERLIN], ['munich', BERLIN], ['frankfurt', BERLIN], ['amsterdam', 'Europe/Amsterdam'], ['madrid', 'Europe/Madrid'], ['zurich', 'Europe/Zurich'], ['stockholm', 'Europe/Stockholm'],
  ['new york', EASTERN], ['boston', EASTERN], ['toronto', 'America/Toronto'], ['chicago', CENTRAL], ['dallas', CENTRAL], ['denver', MOUNTAIN], ['los angeles', PACIFIC], ['san francisco', PACIFIC],
  ['seattle', PACIFIC], ['vancouver', 'America/Vancouver'],
];

const KOREAN: readonly (readonly [string, string])[] = [
  ['한국 표준시', SEOUL], ['한국표준시', SEOUL], ['대한민국 표준시', SEOUL], ['한국 시간', SEOUL], ['한국시간', SEOUL], ['서울 시간', SEOUL], ['서울', SEOUL], ['일본 표준시', TOKYO], ['일본 시간', TOKYO], ['일본시간', TOKYO], ['도쿄', TOKYO],
  ['싱가포르 표준시', SINGAPORE], ['싱가포르 시간', SINGAPORE], ['싱가포르', SINGAPORE], ['중국 표준시', CHINA], ['중국 시간', CHINA], ['베이징', CHINA], ['상하이', CHINA], ['홍콩 시간', 'Asia/Hong_Kong'], ['홍콩', 'Asia/Hong_Kong'],
  ['인도차이나 시간', BANGKOK], ['베트남 시간', 'Asia/Ho_Chi_Minh'], ['인도 표준시', INDIA], ['태평양 표준시', PACIFIC], ['태평양 시간', PACIFIC], ['미 서부 시간', PACIFIC], ['미국 서부 시간', PACIFIC], ['동부 표준시', EASTERN], ['동부 시간', EASTERN],
  ['미 동부 시간', EASTERN], ['미국 동부 시간', EASTERN], ['중부 유럽 표준시', BERLIN], ['그리니치 표준시', LONDON], ['런던 시간', LONDON], ['협정 세계시', 'UTC'], ['협정세계시', 'UTC'],
];

/** CST, IST's other countries and the like are left out where two of them are as likely: the reader is told instead. */
const SHORT: readonly (readonly [string, string])[] = [
  ['kst', SEOUL], ['jst', TOKYO], ['sgt', SINGAPORE], ['hkt', 'Asia/Hong_Kong'], ['ict', BANGKOK], ['wib', 'Asia/Jakarta'], ['ist', INDIA], ['gst', 'Asia/Dubai'], ['gmt', 'UTC'], ['utc', 'UTC'], ['z', 'UTC'],
  ['bst', LONDON], ['cet', BERLIN], ['cest', BERLIN], ['eet', 'Europe/Athens'], ['eest', 'Europe/Athens'], ['msk', 'Europe/Moscow'], ['aest', SYDNEY], ['aedt', SYDNEY], ['awst', 'Australia/Perth'], ['nzst', 'Pacific/Auckland'], ['nzdt', 'Pacific/Auckland'],
  ['pst', PACIFIC], ['pdt', PACIFIC], ['pt', PACIFIC], ['mst', MOUNTAIN], ['mdt', MOUNTAIN], ['cdt', CENTRAL], ['est', EASTERN], ['edt', EASTERN], ['et', EASTERN],
];

/** Lower-case name to IANA name. A Map: `constructor` and `__proto__` are no names. */
export const ZONE_NAMES: ReadonlyMap<string, string> = new Map([...WINDOWS, ...CITIES, ...KOREAN, ...SHORT]);
/** Names that mean a zone wherever they stand in brackets; the short ones would be found inside words. */
export const LONG_ZONE_NAMES: readonly string[] = [...WINDOWS, ...CITIES, ...KOREAN].map(([name]) => name).sort((a, b) => b.length - a.length);

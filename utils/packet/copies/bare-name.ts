/** Names as they are recorded, and the titles that stand with them. */
const TITLES = [
  '대표이사', '대표', '사장', '부사장', '전무', '상무', '이사', '본부장', '센터장', '실장', '부장', '차장', '과장', '대리', '주임', '사원', '팀장', '파트장',
  '매니저', '수석', '책임', '선임', '연구원', '원장', '교수', '박사', 'PM', 'PL', '님', '씨',
];
/** A title behind a name. */
export const TITLE = `(?:${TITLES.join('|')})`;
/** After a surname alone: 손님 is a guest, not somebody called 손. */
export const SURNAME_TITLE = `(?:${TITLES.filter((t) => t !== '님').join('|')})`;

/** A recorded name without titles and what is in brackets: "김민수 팀장 (영업)" is 김민수. */
export function bareName(name: string): string {
  const noBrackets = name.replace(/[([（].*$/u, '').trim();
  const words = noBrackets.split(/\s+/).filter((w) => !TITLES.includes(w.replace(/(?<=.)님$/u, '')));
  const joined = words.join(' ');
  const hangul = new RegExp(`^([가-힣]{2,4}?)${TITLE}님?$`).exec(joined);
  const core = hangul?.[1] ?? joined;
  return core === '' ? noBrackets : core;
}

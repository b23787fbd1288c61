/** Days as people write them, in Korean and in English, whatever the browser's language. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = { ko: ['일', '월', '화', '수', '목', '금', '토'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

/** The day of an ISO date or instant: `2026. 12. 10. (목)` or `Thu 10 Dec 2026`. What is no such day stays as it is. */
export function dayText(iso: string, language: 'ko' | 'en'): string {
  const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  const weekday = WEEKDAYS[language][at.getUTCDay()] ?? '';
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  return language === 'ko' ? `${year}. ${month + 1}. ${day}. (${weekday})` : `${weekday} ${day} ${MONTHS[month] ?? ''} ${year}`;
}

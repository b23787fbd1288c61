import type { search as en } from '../../en/pages/search';
import type { Translated } from '../../shape';

export const search: Translated<typeof en> = {
  title: '검색',
  label: '전체 검색',
  keys: '아래 화살표로 결과 이동, Enter로 열기, Esc로 검색창 복귀',
  kind: '종류',
  all: '전체',
  kinds: {
    notes: '메모', gaps: '미확인 사항', commitments: '약속', wants: '고객 요청', answers: '답변', meetings: '미팅',
    deals: '영업 건', accounts: '고객사', contacts: '담당자', clips: '근거 자료', packets: '인계서', followUps: '후속 연락',
  },
  count: '{count, plural, =0 {결과 없음} other {결과 #건}}',
  results: '검색 결과',
  more: '{count}건 더 보기',
  preparing: '검색 준비 중',
  failed: '검색을 준비하지 못했습니다. 화면을 새로 고쳐 주세요.',
  empty: {
    lead: '메모, 답변, 미확인 사항, 약속, 근거 자료 등 남긴 내용 전체에서 찾습니다. 단어가 모두 들어 있어야 하고, 띄어쓰기는 상관없습니다.',
    try: '검색 예시',
    words: '재고 ERP', wordsWhy: '두 단어 모두 포함, 순서 무관',
    initials: 'ㅈㄱ', initialsWhy: '초성으로 찾기: 재고',
    part: '서버', partWhy: '단어의 일부: 서버실, 서버 이전',
  },
  nothing: '단어를 줄이거나 일부만 입력해 보세요. 삭제했거나 기록에서 뺀 내용은 검색되지 않습니다.',
};

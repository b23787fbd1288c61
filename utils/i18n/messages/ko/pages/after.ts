import type { after as en } from '../../en/pages/after';
import type { Translated } from '../../shape';

export const after: Translated<typeof en> = {
  course: {
    title: '진행 상태',
    states: { open: '영업 중', on_hold: '보류', lost: '실주', contracted: '계약 완료', delivering: '수행 중', operating: '운영 중', ended: '종료' },
    since: '{date}부터',
    steps: { open: '다시 진행', on_hold: '보류', lost: '실주', contracted: '계약 완료', delivering: '수행 시작', operating: '검수 완료, 운영 시작', ended: '서비스 종료' },
    on: { open: '다시 시작한 날', on_hold: '보류한 날', lost: '실주한 날', contracted: '계약일', delivering: '수행 시작일', operating: '검수 완료일', ended: '종료일' },
    why: '사유', whyLost: '실주한 이유', needWhy: '이유를 적어 주세요. 이유가 남아야 다음에 배울 수 있습니다.', needDate: '날짜를 적어 주세요.',
    revisit: '다시 연락할 날', revisitHelp: '그날 후속 연락 목록에 나옵니다.',
    needsHandoff: '수행팀이 수행 인계를 수락하면 수행 중으로 바꿀 수 있습니다.', toHandoff: '수행 인계서 만들기',
    said: '이제 ‘{state}’ 상태입니다.', back: '이전 상태로', backSaid: '되돌렸습니다. 이제 ‘{state}’ 상태입니다.', history: '지나온 과정 ({count})',
    days: '계약 날짜', daysHelp: '아는 날짜만 적으세요. 여기에 맞춰 후속 연락이 잡히고, 날짜를 고치면 함께 옮겨집니다.', daysChange: '날짜 고치기', daysAdd: '날짜 적기', daysSaid: '날짜와 거기에 맞춘 후속 연락을 고쳤습니다.',
    goLive: '오픈 예정일', warranty: '무상 하자보수 만료일', ends: '계약 만료일',
  },
  risks: {
    open: '계약할 때까지 정리되지 않은 것 ({count})', none: '책임지고 넘어가야 할 것이 없습니다.',
    lead: '계약을 막지는 않습니다. 누가 책임지기로 했는지 인계서에 남습니다.',
    kinds: { gap: '견적을 막는 미확인', conflict: '서로 다른 답변', promise: '수행팀 확인 없는 약속', acceptance: '검수 기준 없음', item: '견적을 막는 항목', blocks: '견적을 막는 항목', rest: '확인하지 못한 항목', off: '기록하지 않기로 한 항목' },
    items: '{count}개: {names}',
    by: '책임지는 사람', why: '이유 (선택)', acceptance: '무엇으로 검수할지 아직 정해지지 않았습니다.', about: '{kind}: {text}',
    accepted: '계약할 때 안고 가기로 한 것 ({count})', settled: '정리됨', gone: '지금은 없음', reason: '이유: {why}', noReason: '이유 없음', needBy: '이름을 적어 주세요.',
  },
  relationship: {
    existing: '{account}의 일을 수행했습니다. 이제 기고객입니다.', regular: '{account}: 2년 안에 두 번 계약했고, 어긴 약속이 없습니다. 단골 고객으로 볼 만합니다.',
    set: { existing: '기고객으로 바꾸기', regular: '단골로 바꾸기' }, said: '고객사 관계를 바꿨습니다.',
  },
  follow: {
    title: '후속 연락', empty: '잡아 둔 후속 연락이 없습니다. 계약 완료로 바꾸면 저절로 잡힙니다.', emptyAll: '챙길 후속 연락이 없습니다. 계약 완료로 바꾸면 저절로 잡히고, 영업 건 화면에서 직접 추가할 수도 있습니다.',
    steps: {
      thanks: '감사 인사, 담당자와 앞으로의 일정 안내', introduce: '수행 PM 소개 미팅', owed: '약속하고 아직 못 한 것이 있는지 여쭙기',
      settled: '오픈 후 첫 점검: 불편한 점 확인', goal: '오픈 후 점검: 처음 목표와 지금 비교', review: '분기 리뷰: 성과, 불편한 점, 다음 계획',
      warranty_soon: '하자보수 만료 전: 유지보수 제안 준비', warranty: '하자보수 만료 전: 유지보수 협의',
      renewal_talk: '계약 만료 전: 갱신 이야기 꺼내기', renewal_options: '계약 만료 전: 조건과 선택지 제안', renewal: '계약 만료 전: 갱신 서류 준비',
      revisit: '지금은 어떤지 다시 연락', later: '다시 여쭙기: {want}', own: '후속 연락',
    },
    wantGone: '지금은 없는 고객 요청',
    groups: { overdue: '기한 지남', today: '오늘', week: '일주일 안', later: '그 뒤' }, closed: '끝난 것', closedCount: '끝난 것 ({count})', showClosed: '끝난 것도 보기', overdueBy: '{days}일 지남',
    states: { done: '완료', skipped: '건너뜀' },
    done: '완료', doneOf: '완료: {text}', skip: '건너뛰기', skipOf: '건너뛰기: {text}', edit: '수정', editOf: '수정: {text}', reopen: '다시 열기', reopenOf: '다시 열기: {text}',
    outcome: '결과 (선택)', reason: '건너뛰는 이유', needReason: '건너뛰는 이유를 적어 주세요.', text: '내용', day: '날짜', needText: '내용을 적어 주세요.', needDay: '날짜를 적어 주세요.',
    doneSaid: '완료로 표시했습니다.', skipSaid: '건너뛰었습니다.', editSaid: '고쳤습니다.', reopenSaid: '다시 열었습니다.', addSaid: '{date}에 잡았습니다.',
    calendar: '날짜를 내 캘린더에 넣기 (.ics)', calendarWhy: '{deal} 후속 연락',
    add: '후속 연락 추가', deal: '영업 건', deals: '모든 영업 건',
    due: '챙길 후속 연락이 {count}건 있습니다.', show: '보기',
    reasons: '나중으로 미룬 고객 요청', plan: '날짜 잡기', planOf: '날짜 잡기: {text}', trigger: '계기: {trigger}',
    without: '다음이 정해지지 않은 영업 건 ({count})', withoutHelp: '다음 미팅도 후속 연락도 잡혀 있지 않습니다.',
  },
};

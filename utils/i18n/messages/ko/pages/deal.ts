import type { deal as en } from '../../en/pages/deal';
import type { Translated } from '../../shape';

export const deal: Translated<typeof en> = {
  back: '영업 건 전체',
  settings: '영업 건',
  lead: { comfortable: '여유가 있습니다. {recommended}까지 수행팀에 요청하면 좋습니다.', tight: '빠듯합니다. 늦어도 {latest}까지 수행팀에 요청하세요.', late: '늦었습니다. 요청할 수 있는 마지막 날이 {latest}이었습니다.' },
  counts: '{stage}까지 최소 확보',
  next: '다음 질문', nextNone: '이 단계에 필요한 항목을 모두 확보했거나 담당이 있습니다.',
  known: '알고 있는 것', knownNone: '아직 답변이 없습니다.',
  gaps: '열린 미확인', gapsAll: '이 영업 건의 미확인 전체',
  meetings: '미팅', meetingsNone: '아직 미팅이 없습니다. 통화를 열면 Baton이 어느 영업 건인지 묻거나 회의실로 알아봅니다.',
  packets: '인계서', packetsNone: '아직 인계서가 없습니다.',
  evidence: '근거 자료', evidenceNone: '아직 근거 자료가 없습니다. 웹 페이지에서 마우스 오른쪽 버튼을 눌러 “Baton에 근거 자료로 담기”를 고르세요.',
  wants: '고객 요청', wantsNone: '적은 것이 없습니다. “+”로 시작하면 고객 요청이 됩니다.',
  pains: 'Pain Point', painsNone: '적은 것이 없습니다. “#”으로 시작하면 Pain Point가 됩니다.',
  promises: '약속', promisesNone: '약속한 것이 없습니다. “!”로 시작하면 약속이 됩니다.',
  want: {
    edit: '고객 요청 “{words}” 수정', words: '고객이 말한 그대로', need: '요청 뒤의 필요', pain: '해결하려는 Pain Point', noPain: '고르지 않음',
    priority: '중요도', noPriority: '말하지 않음', trigger: '나중이 지금이 되는 계기',
    feasibility: '가능 여부', feasibilityHelp: '수행팀 회신으로만 정해집니다.',
    feasibilities: { unknown: '아직 확인 전', feasible: '가능', with_conditions: '조건부 가능', not_as_asked: '요청대로는 어려움' },
    priorities: { must: '필수', should: '권장', could: '있으면 좋음', later: '나중에' },
    thenHow: '그러면 어떻게', needThenHow: '요청대로 어렵다면 “그러면 어떻게”를 적어야 합니다.',
    save: '고객 요청 저장', serves: 'Pain Point: {pain}', needs: '필요: {need}',
  },
  promiseEdit: '약속 “{words}” 수정', noDue: '날짜 없음', onBehalf: '수행팀 이름으로',
};

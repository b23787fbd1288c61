import type { deal as en } from '../../en/pages/deal';
import type { Translated } from '../../shape';

export const deal: Translated<typeof en> = {
  back: '영업 건 전체',
  settings: '단계와 체크리스트',
  inDownloads: '다운로드 폴더에 {file} 파일을 저장했습니다.',
  lead: { comfortable: '여유가 있습니다. {recommended}까지 수행팀에 요청하면 좋습니다.', tight: '빠듯합니다. 늦어도 {latest}까지 수행팀에 요청하세요.', late: '늦었습니다. 요청할 수 있는 마지막 날이 {latest}이었습니다.',
    calendar: { save: '{count, plural, =1 {마감일을 내 캘린더에 넣기 (.ics)} other {두 날짜를 내 캘린더에 넣기 (.ics)}}', recommended: '수행팀에 요청: {deal}', latest: '수행팀 요청 마감일: {deal}', why: '고객과 약속한 날짜: {due}' } },
  plan: {
    title: '다음 미팅', none: '아직 계획이 없습니다. 무엇을 얻을 미팅인지 적어 두면 통화가 그 목적과 함께 열립니다.', start: '다음 미팅 준비', change: '수정', removed: '계획을 지웠습니다.', added: '담당자에 {count}명을 추가했습니다.', remove: '계획 지우기',
    name: '제목', aim: '목적', noAim: '아직 목적 없음', aimHelp: '끝났을 때 알게 되거나 정해져야 할 것. 통화 화면, 회의록, 인계서에 나옵니다.',
    when: '일시', noTime: '시간 미정', date: '날짜', from: '시작', to: '끝', toDate: '끝나는 날', otherDay: '다른 날에 끝남', needEnd: '끝나는 시간을 적거나 같은 날 끝나는 것으로 바꿔 주세요.', endBefore: '끝이 시작보다 빠릅니다.', assumedTime: '초대장에 시간이 없어 {time}을 넣었습니다. 시간을 알면 바꿔 주세요.', needDate: '날짜도 적거나 시간을 비워 주세요.', needTime: '시간도 적거나 날짜를 비워 주세요.',
    link: '회의 링크', linkHelp: '이 Google Meet 또는 Zoom 회의실에 들어가면 패널이 이 영업 건으로 열립니다.', noRoom: 'Google Meet나 Zoom 회의실 주소가 아니라서 통화를 알아볼 수 없습니다.', opensHere: '이 영업 건으로 열림',
    people: '초대한 사람', peopleHelp: '한 줄에 한 명: 이름, 메일 주소 또는 둘 다', addContacts: '담당자로 {count}명 추가',
    save: '계획 저장',
  },
  invitation: {
    title: '초대장 붙여넣기', label: '초대장 내용', help: '캘린더나 메일의 글, 또는 .ics 파일 내용. 이 컴퓨터 안에서만 읽습니다.', read: '채우기', file: '.ics 파일 고르기',
    filled: '아래에 채웠습니다. 확인하고 저장하세요.',
    refused: {
      empty: '읽을 내용이 없습니다.', too_large: '초대장이라기에는 너무 큽니다. 미팅 하나의 파일을 골라 주세요.', not_an_invitation: '날짜, 링크, 사람을 찾지 못했습니다. 초대장 전체를 붙여넣어 주세요.',
      damaged: '캘린더 파일이 손상되었습니다. 초대장 글을 대신 붙여넣어 주세요.',
    },
    notes: {
      cancelled: '취소된 미팅이라고 적혀 있습니다.', past: '이미 지난 날짜입니다.', several_events: '미팅이 여러 개라 다음 것을 가져왔습니다.', recurring_first: '반복 일정이라 다음 날짜를 가져왔습니다.',
      recurring_unclear: '반복 규칙을 다 읽지 못했습니다. 날짜를 확인해 주세요.', no_date: '날짜가 없습니다.', no_time: '시간이 없습니다.', no_end: '끝나는 시간이 없습니다.', other_zone: '다른 시간대로 적힌 시간을 이곳 시간으로 바꿨습니다.',
      unknown_zone: '알 수 없는 시간대라 이곳 시간으로 읽었습니다. 확인해 주세요.', no_room: 'Google Meet나 Zoom 링크가 없습니다.', people_cut: '사람이 너무 많아 앞의 일부만 가져왔습니다.',
    },
  },
  work: {
    back: '영업 건으로 돌아가기', startOver: '처음부터 다시', startedOver: '고른 내용을 지웠습니다.', open: '살펴볼 것 {count}건', nobodys: '{count, plural, =0 {모두 담당 있음} other {담당 없음 {count}건}}',
    checklist: '체크리스트 열기', checklistTitle: '체크리스트', checklistLead: '메일이나 전화로 들은 것, 직접 알아본 것을 적습니다. 누가 말했는지 함께 적어 주세요. 미팅 기록에는 들어가지 않습니다.',
    packet: '인계서 만들기', packetTitle: '인계서 만들기', packetLead: '통화 없이, 지금까지 알고 있는 내용으로 만듭니다. 견적·공수 검토 요청, 미팅 동석 요청, 계약 후 수행 인계에 쓰세요.',
  },
  counts: '{stage}까지 최소 확보',
  next: '다음 질문', nextMore: '{count}개 더 보기', nextNone: '이 단계에 필요한 항목을 모두 확보했거나 담당이 있습니다.',
  known: '알고 있는 것', knownNone: '아직 답변이 없습니다.',
  gaps: '열린 미확인', gapsAll: '이 영업 건의 미확인 전체',
  meetings: '미팅', meetingsNone: '아직 미팅이 없습니다. 통화를 열면 Baton이 어느 영업 건인지 묻거나 회의실로 알아봅니다.',
  packets: '인계서', packetsNone: '아직 인계서가 없습니다.',
  evidence: '근거 자료', evidenceNone: '아직 근거 자료가 없습니다. 웹 페이지에서 마우스 오른쪽 버튼을 눌러 “Baton에 근거 자료로 추가”를 고르세요.',
  wants: '고객 요청', wantsNone: '적은 것이 없습니다. “+”로 시작하면 고객 요청이 됩니다.',
  pains: 'Pain Point', painsNone: '적은 것이 없습니다. “#”으로 시작하면 Pain Point가 됩니다.',
  promises: '약속', promisesNone: '약속한 것이 없습니다. “!”로 시작하면 약속이 됩니다.',
  painAdd: 'Pain Point 추가', painEdit: 'Pain Point “{words}” 수정', painWords: '고객이 말한 그대로', painWants: '관련 요청: {wants}', wantAdd: '고객 요청 추가',
  overdue: '기한 지남', kept: '지킨 것으로 표시', keptOf: '지킨 것으로 표시: “{words}”', keptSaid: '오늘 지킨 것으로 적었습니다.',
  want: {
    edit: '고객 요청 “{words}” 수정', words: '고객이 말한 그대로', pain: '해결하려는 Pain Point', noPain: '고르지 않음',
    trigger: '나중이 지금이 되는 계기',
    feasibility: '가능 여부', asksAnew: '수행팀은 다른 표현에 답했습니다. 이대로 저장하면 다시 확인받아야 합니다.', feasibilityHelp: '수행팀 회신으로만 정해집니다.',
    feasibilities: { unknown: '아직 확인 전', feasible: '가능', with_conditions: '조건부 가능', not_as_asked: '요청대로는 어려움' },
    thenHow: '그러면 어떻게', needWords: '고객이 말한 내용을 적어 주세요.', needThenHow: '요청대로 어렵다면 “그러면 어떻게”를 적어야 합니다.',
    cut: '여기부터는 1차에 넣지 않음', whenIt: '계기: {trigger}', noTrigger: '언제 다시 볼지 아직 없음', conditions: '조건: {conditions}', instead: '대신: {offer}',
    save: '고객 요청 저장', serves: 'Pain Point: {pain}', needs: '필요: {need}',
  },
  heard: '영업이 들은 답: {by}, {on}, {where}',
  verdict: {
    write: '수행팀 답 적기', writeOf: '수행팀 답 적기: “{words}”', change: '들은 답 고치기', changeOf: '들은 답 고치기: “{words}”', said: '수행팀이 뭐라고 했나요?', verdicts: { can: '가능', can_if: '조건부 가능', cannot_but: '어려움, 대신 …' },
    note: { can_if: '어떤 조건이면', cannot_but: '그러면 어떻게' }, by: '누가 말했나요', on: '언제', where: '어디에서', whereHelp: '전화, 메신저, 메일처럼 나중에 찾아볼 수 있게 적습니다. 수행팀 회신이 올 때까지 인계서에는 영업이 들은 답이라고 나옵니다.',
    need: { verdict: '수행팀의 답을 골라 주세요.', note: '조건이나 대안을 적어 주세요.', by: '누구의 답인지 이름을 적어 주세요.', on: '날짜를 적어 주세요.', where: '어디에서 들었는지 적어 주세요.' }, saved: '들은 대로 적었습니다.',
  },
  renamed: '변경했습니다.',
  outside: {
    title: '그 밖에 미팅 밖에서 적은 것', none: '없습니다. 팝업이나 마우스 오른쪽 메뉴에서 이 영업 건에 저장한 메모가 여기에 나옵니다. 열린 미확인, Pain Point, 고객 요청, 약속은 위의 목록에 있습니다.',
    from: '다른 영업 건의 미팅에서 나온 말:', fromGone: '삭제된 미팅에서 나온 말입니다.',
  },
  promiseAdd: '약속 추가', promiseEdit: '약속 “{words}” 수정', noDue: '기한 없음', deliverySays: '수행팀: {words}', goBack: '고객과 다시 이야기', onBehalf: '수행팀 이름으로',
};

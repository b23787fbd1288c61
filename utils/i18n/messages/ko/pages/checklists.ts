import type { checklists as en } from '../../en/pages/checklists';
import type { Translated } from '../../shape';

export const checklists: Translated<typeof en> = {
  title: '체크리스트',
  lead: '첫 미팅에서 최소한 무엇을 확보할지 수행팀과 합의해 둔 목록입니다. 초안을 우리 것으로 만들어 고치고 수행팀과 합의하세요. 합의한 버전은 그대로 남습니다.',
  empty: '아직 우리 팀 체크리스트가 없습니다. 아래 초안 중 하나를 우리 것으로 만들거나, 동료가 저장한 파일을 가져오세요.',
  own: '우리 팀 체크리스트', shipped: 'Baton이 제공하는 초안', shippedLead: '아직 어느 수행팀과도 합의하지 않은 초안입니다. 영업 건에 그대로 쓸 수 있고, 우리 팀 체크리스트는 여기에서 시작합니다.',
  name: '체크리스트', version: '버전 {version}', state: '상태', agreed: '수행팀 합의', items: '항목', uses: '영업 건', notAgreed: '아직', by: '{name}, {date}',
  states: { draft: '초안', agreed: '합의됨', retired: '사용 중지' },
  shippedState: '초안, 수행팀과 합의 전',
  itemCount: '항목 {count}개', useCount: '{count, plural, =0 {쓰는 영업 건 없음} other {영업 건 #건에서 사용}}',
  make: '우리 것으로 만들기', makeOf: '우리 것으로 만들기: {name}', makeName: '우리 체크리스트 이름', made: '“{name}” 초안을 만들었습니다.', open: '열기',
  file: {
    title: '파일에서 가져오기', choose: '체크리스트 파일 가져오기', help: '“.baton-checklist.json”으로 끝나는 파일입니다. 이 화면 아무 데나 끌어다 놓아도 되고, 이 컴퓨터 안에서만 읽습니다.', taken: '가져왔습니다: “{name}” 버전 {version}',
    problem: {
      too_large: '체크리스트라기에는 너무 큽니다. “.baton-checklist.json”으로 끝나는 파일을 골라 주세요.',
      not_json: '체크리스트가 아니거나 오는 중에 일부가 빠졌습니다. 파일을 다시 받아 주세요.',
      not_a_checklist: '팀 체크리스트 파일이 아닙니다. “파일로 저장”으로 만든 것만 가져올 수 있습니다.',
      newer: '더 새로운 Baton에서 저장한 체크리스트입니다. 이 Baton을 업데이트해 주세요.',
      invalid: '체크리스트가 손상되었거나 손으로 고친 흔적이 있습니다: {place}. 아무것도 가져오지 않았습니다. 파일을 다시 받아 주세요.',
      two: '파일은 한 번에 하나씩 가져와 주세요.',
      same: '똑같은 버전이 이미 있습니다. 더 하실 일은 없습니다.',
      other: '같은 버전이 다른 내용으로 이미 있고, 버전의 내용은 바뀌지 않습니다. 보낸 분께 다음 버전으로 저장해 달라고 요청하세요.',
    },
  },
  elsewhere: {
    title: '다른 체크리스트에서 다르게 부르는 주제', line: '‘{list}’ 버전 {version}에서는 ‘{name}’ 주제의 이름이 ‘{other}’입니다.', place: '인계서에서 들어가는 자리도 다릅니다.',
    help: '체크리스트마다, 그리고 그것을 쓰는 영업 건마다 각자의 이름을 그대로 씁니다. 그 밖의 화면에는 나중에 고친 이름이 나옵니다.',
  },
  back: '체크리스트 전체', gone: '지금은 없는 체크리스트입니다.',
  agreedText: '합의됨: 영업 {sales} · 수행 {delivery}, {date}', draftText: '초안, 수행팀과 합의 전', retiredText: '사용 중지: 새 영업 건에는 나오지 않습니다. 이미 쓰는 영업 건에는 그대로 남습니다.',
  readOnly: '합의한 버전은 바뀌지 않습니다. 고칠 것은 다음 버전에 담으세요.',
  shippedText: 'Baton이 제공하는 초안입니다. 고치려면 우리 것으로 만드세요.', note: '달라진 점', fallback: '어느 버전을 쓰든 답변은 영업 건에 그대로 남습니다.',
  act: {
    next: '다음 버전 만들기', nextSaid: '버전 {version} 초안을 시작했습니다.', toDraft: '버전 {version} 초안 열기', save: '파일로 저장', saved: '다운로드 폴더에 {file} 파일을 저장했습니다.',
    retire: '사용 중지', retireSaid: '사용을 중지했습니다. 새 영업 건에는 나오지 않습니다.', back: '다시 사용', backSaid: '다시 사용합니다.', delete: '이 버전 삭제', deleteSaid: '삭제했습니다: “{name}” 버전 {version}',
    head: '이름과 목적', headSaid: '이름과 목적을 고쳤습니다.', purpose: '목적', needName: '이름을 적어 주세요.', needPurpose: '무엇에 쓰는지 한 문장으로 적어 주세요.',
  },
  other: '영어로도', otherFilled: '영어로도 (따로 적은 문구 있음)', otherOf: '{field} (영어)', otherHelp: '비워 두면 위에 적은 문구가 그대로 보입니다.',
  section: {
    add: '섹션 추가', addSaid: '“{name}” 섹션을 추가했습니다.', name: '섹션 이름', edit: '“{name}” 섹션 이름 변경', editSaid: '섹션 이름을 변경했습니다.', up: '“{name}” 섹션 위로 옮기기', down: '“{name}” 섹션 아래로 옮기기', moveSaid: '“{name}” 섹션을 옮겼습니다.',
    remove: '“{name}” 섹션 삭제', removeSaid: '“{name}” 섹션을 삭제했습니다.', empty: '항목이 없습니다. 빈 섹션은 삭제할 수 있습니다.',
  },
  item: {
    add: '항목 추가', addIn: '항목 추가: {section}', addSaid: '항목을 추가했습니다.', edit: '{id} 수정', editSaid: '{id} 항목을 고쳤습니다.', up: '{id} 위로 옮기기', down: '{id} 아래로 옮기기', moveSaid: '{id} 항목을 옮겼습니다.', remove: '{id} 삭제', removeSaid: '{id} 항목을 삭제했습니다.',
    left: '{id}에 적다 만 내용', leftNew: '추가하려던 항목: {section}', last: '항목이 하나는 남아 있어야 합니다.',
    ask: '질문', why: '묻는 이유', good: '좋은 답변', topic: '주제', topicFixed: '답변이 주제에 묶여 있어서 저장한 뒤에는 바꿀 수 없습니다. 다른 것을 물으려면 항목을 추가하세요.', topicHelp: '무엇을 알아내는 질문인지 고릅니다. 같은 주제의 답변은 모든 체크리스트가 함께 씁니다.',
    topicPick: '고르기', topicTaken: '{topic} ({id}에서 이미 묻습니다)', topicNew: '우리 팀의 새 주제…', topicName: '주제 이름', topicPlace: '인계서에서의 자리', topicPlaceHelp: '“금액·계약”에 두면 고객 공유용 인계서에서 빠집니다.',
    type: '답변 형식', options: '선택지', optionsHelp: '한 줄에 하나씩 적습니다.', multi: '여러 개 고를 수 있음', unit: '단위', need: '필요한 정도', by: '언제까지', estimate: '답이 없으면 견적은', bring: '가장 필요로 하는 수행 역할', section: '섹션',
    needAsk: '질문을 적어 주세요.', needTopic: '주제를 골라 주세요.', needTopicName: '주제 이름을 적어 주세요.', needPlace: '자리를 골라 주세요.', needOptions: '선택지를 두 개 이상 적어 주세요.', needPairs: '두 언어의 선택지는 개수와 순서가 같아야 합니다.',
    locked: '그사이 합의된 버전이라 더는 저장할 수 없습니다. 적은 내용은 여기 남아 있으니 필요한 것을 다음 버전에 옮겨 적으세요.', removed: '다른 창에서 삭제한 항목입니다. 적은 내용은 버리기 전까지 여기 남아 있습니다.', discard: '버리기', close: '닫기',
    estimateTag: { blocks: '없으면 견적 불가', refines: '견적이 정확해짐', none: '견적과 무관' },
  },
  types: { text: '서술', choice: '선택지', number: '숫자', money: '금액', date: '날짜', yesno: '예/아니요', people: '사람' },
  needs: { minimum: '최소 확보', nice: '있으면 좋음' },
  estimates: { blocks: '낼 수 없음', refines: '덜 정확함', none: '그대로' },
  byStage: '{stage}까지',
  places: { summary: '계기·요약', pain_goal: 'Pain Point와 목표', environment: '현재 업무·기술 환경', scope_mvp: '범위', wants: '고객 요청', schedule: '일정·검수', commercial: '금액·계약', people: '사람·의사결정', plan: '도입·운영', promises: '약속', raid: '위험·이슈', minutes: '자료', next: '다음 단계' },
  agree: {
    title: '수행팀과 합의', lead: '수행 담당자와 함께 항목을 살펴보세요. 양쪽 이름이 적히면 이 버전은 더 이상 바뀌지 않습니다.', ready: '합의에 필요한 것이 모두 있습니다.',
    lacks: '합의하려면 {count}가지가 더 필요합니다.', open: '수행팀이 합의했습니다…', form: '합의', sales: '영업 담당자', delivery: '수행 담당자', on: '합의한 날', note: '버전 {version}에서 달라진 점', needName: '이름을 적어 주세요.', needDay: '날짜를 적어 주세요.',
    save: '합의된 버전으로 남기기', said: '합의했습니다. 버전 {version}의 내용은 이제 바뀌지 않습니다.', toItem: '{id} 항목으로 이동', toAdd: '항목 추가하기', toHead: '이름 고치기',
    problem: {
      no_name: '체크리스트 이름이 없습니다.', no_minimum: '“{topic}” 항목이 최소 확보로 들어 있지 않습니다. 이것 없이는 인계할 수 없습니다.', no_question: '{id}에 질문이 없습니다.', no_topic: '{id}의 주제를 알 수 없습니다.',
      few_options: '{id}에 선택지가 두 개 이상 있어야 합니다.', no_section: '{id} 항목이 어느 섹션에도 없습니다.', topic_twice: '앞 항목에서 이미 묻는 주제입니다: {id}, “{topic}”',
    },
  },
  changes: {
    title: '이전 버전({version})과 다른 점', none: '아직 다른 점이 없습니다.', added: '추가', removed: '삭제', changed: '변경', head: '이름이나 목적이 바뀌었습니다.', sections: '섹션이 추가·삭제되었거나 이름이 바뀌었습니다.', order: '순서가 바뀌었습니다.',
    line: '{part}: {before} → {after}', blank: '(없음)',
  },
};

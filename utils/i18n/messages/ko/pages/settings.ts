import type { settings as en } from '../../en/pages/settings';
import type { Translated } from '../../shape';

export const settings: Translated<typeof en> = {
  title: '설정',
  general: '기본',
  work: {
    title: '근무일과 요청 기한', help: '수행팀에 요청할 기한을 이 기준으로 계산합니다.',
    days: '근무 요일', day: { sun: '일', mon: '월', tue: '화', wed: '수', thu: '목', fri: '금', sat: '토' }, oneDay: '근무 요일은 하루 이상이어야 합니다.',
    country: '공휴일', countries: { KR: '대한민국', none: '없음' }, until: '{year}년까지 반영되어 있습니다. 이후 공휴일은 아래에 적어 주세요.',
    daysOff: '그 밖의 휴무일', daysOffHelp: '한 줄에 하루씩. 예: 2026-12-31', daysOffWrong: '날짜가 아닙니다: {line}',
    latest: '늦어도 며칠 전(근무일)', recommended: '권장 며칠 전', wrongNumber: '1부터 {max}까지의 정수를 적어 주세요.',
  },
  keys: {
    title: '단축키', set: '브라우저에서 변경', none: '지정 안 됨', inBaton: 'Baton 안에서', browser: '브라우저에서',
    elsewhere: 'about:addons를 열고 톱니바퀴에서 “확장 기능 단축키 관리”를 고르세요.', panel: '패널 열기', capture: '메모 적기', gap: '미확인 사항 적기',
  },
  keep: {
    title: '내용 보관 기간', label: '미팅 내용 삭제 시점', months: '{n, plural, =0 {삭제 안 함} other {#개월 뒤}}',
    help: '날짜와 영업 건은 남고 그 미팅의 메모, 답변, 쓰던 글, 인계서 내용은 지워집니다. 일주일 전부터 보관함에 알립니다.',
    due: '미팅 {count}건의 내용이 {date}까지 삭제됩니다.', show: '보기', keepOne: '“{title}” 계속 보관', kept: '계속 보관합니다.', deletedOn: '{date} 삭제', untitled: '제목 없는 미팅',
  },
  storage: {
    title: '저장 공간', used: '{quota} 중 {used} 사용', usedOnly: '{used} 사용', safe: '브라우저가 임의로 지우지 않습니다.', unsafe: '디스크가 부족하면 브라우저가 지울 수 있습니다.',
    ask: '보호하기', refused: '브라우저가 허용하지 않았습니다. 자주 백업해 주세요.', unknown: '브라우저가 알려 주지 않습니다.',
  },
  backup: {
    title: '백업', lead: '모든 내용은 이 컴퓨터에만 있습니다. 백업하면 전체 내용과 설정이 파일 하나에 담깁니다.',
    now: '지금 백업', busy: '백업 중…', done: '{file} 파일로 저장했습니다. {count}건입니다.', aside: '{count}건은 내용이 손상되어 파일 안에 따로 담았습니다. 복원할 때는 그 항목이나, 달력에 없는 날짜만 빠집니다.', tooLarge: '파일이 256MB를 넘어 복원할 수 없습니다. 오래된 미팅이나 큰 근거 자료를 정리한 뒤 다시 백업해 주세요.', last: '마지막 백업: {date}', never: '아직 백업하지 않았습니다.',
    every: '백업 알림', interval: '{n, plural, =0 {안 함} other {#일마다}}', failed: '백업하지 못했습니다: {reason}',
  },
  restore: {
    title: '복원', choose: '백업 파일 선택', reading: '읽는 중…', made: '{date} 백업', caption: '파일 내용과 현재 내용 비교',
    column: { table: '항목', fresh: '새로 추가', same: '같음', different: '다름', onlyHere: '여기에만', removed: '여기서 지움' },
    table: {
      accounts: '고객사', deals: '영업 건', meetings: '미팅', answers: '답변', contradictions: '서로 다른 답', notes: '메모', gaps: '미확인 사항', commitments: '약속', wants: '고객 요청',
      packets: '인계서', drafts: '쓰던 글', contacts: '담당자', clips: '근거 자료', followUps: '후속 연락', checklists: '체크리스트', proposals: '제안에 대한 결정', bin: '휴지통',
    },
    mode: '방법', modes: { merge: '합치기: 최신 내용 우선', keep: '없는 것만 추가', replace: '모두 바꾸기' },
    modeHelp: { merge: '여기 있는 내용은 지우지 않고, 여기서 지운 내용은 되살리지 않습니다.', keep: '여기 있는 내용은 그대로 두고, 여기서 지운 내용은 되살리지 않습니다.', replace: '여기에만 있는 {count}건이 지워지고 설정도 파일의 것으로 바뀝니다.' },
    forgets: '다른 컴퓨터에서 기록에서 뺀 내용이 여기 {count}건에 남아 있습니다. 어떤 방법으로 복원하든 함께 지워지며 되돌릴 수 없습니다.',
    go: '복원', busy: '복원 중…', done: '복원했습니다. {written}건을 쓰고 {removed}건을 지웠습니다.', undo: '복원 되돌리기', undone: '복원 이전으로 되돌렸습니다.', failed: '복원하지 못했습니다. 바뀐 내용은 없습니다: {reason}',
    copy: '{date} 복원 이전의 사본이 있습니다.', where: '파일 안 위치: {where}',
    fault: {
      not_a_backup: 'Baton 백업 파일이 아닙니다.', damaged: '파일이 손상되었거나 일부가 없습니다. 바뀐 내용은 없습니다.', newer: '더 새로운 Baton에서 만든 백업입니다. 먼저 Baton을 업데이트해 주세요.',
      too_large: 'Baton 백업이라고 보기에는 파일이 너무 큽니다.', foreign: 'Baton이 넣지 않은 것이 파일에 들어 있습니다.', bad_row: '파일에 형식이 맞지 않는 항목이 있습니다. 바뀐 내용은 없습니다.',
      duplicate: '파일에 같은 항목이 두 번 있습니다. 바뀐 내용은 없습니다.', dangling: '파일에 연결 대상이 없는 항목이 있습니다. 바뀐 내용은 없습니다.',
    },
  },
  reset: {
    title: '모두 삭제', lead: '이 컴퓨터의 영업 건, 미팅, 인계서, 설정을 모두 지웁니다. 되돌릴 수 없으니 먼저 백업해 주세요.',
    word: '삭제', type: '확인을 위해 “{word}”라고 입력', go: '모두 삭제', done: '모두 삭제했습니다.', failed: '삭제하지 못했습니다: {reason}',
  },
};

import type { cost as en } from '../../en/pages/cost';
import type { Translated } from '../../shape';

export const cost: Translated<typeof en> = {
  title: '원가와 마진', lead: '사내에서만 봅니다. 통화 화면에 나오지 않고, 고객에게 나가는 사본에도 들어가지 않습니다.', open: '원가와 마진',
  effort: '공수', effortHelp: '단위는 M/M입니다. 최소와 최대는 비워 두어도 됩니다.',
  delivery: '수행팀 견적: {by}, {on} (인계서 {number}호, {class})', classes: { rough: '개산(ROM)', budget: '예산', definitive: '상세' },
  guess: '영업팀이 어림한 공수입니다. 수행팀 확인 전입니다.', noEstimate: '수행팀 회신에 아직 견적이 없습니다. 견적이 오기 전까지는 여기 적은 값을 영업팀이 어림한 값으로 표시합니다.',
  useOwn: '직접 어림해서 적기', useDelivery: '수행팀 견적으로 계산하기',
  role: '역할', low: '최소', likely: '보통', high: '최대', rate: 'M/M당 원가', rateOf: 'M/M당 원가, {role}', lineOf: '역할 {n}', add: '역할 추가', remove: '{role} 빼기', nameless: '역할 {n}', months: '{n} M/M',
  file: '단가 파일 가져오기 (CSV)', fileHelp: '한 줄에 역할과 M/M당 원가를 적은 파일. 이 컴퓨터 안에서만 읽습니다.',
  fileRead: '단가 {count}건을 읽었고, 이 중 {used}건이 이 영업 건의 역할입니다. 저장하면 반영됩니다.', fileUnread: '읽지 못한 줄: {lines}',
  fileFaults: { too_long: '단가표라기에는 너무 깁니다.', no_rates: '역할과 {currency} 금액이 함께 있는 줄이 없습니다.', unreadable: '파일을 읽지 못했습니다.' },
  other: '그 밖의 비용', direct: '직접경비', directHelp: '출장, 라이선스, 장비 등', subcontract: '외주비', contingency: '예비비(%)', contingencyHelp: '위 비용 전체에 더합니다.',
  price: '판매가', currency: '통화', priceField: '판매가(부가세 별도)', target: '목표 마진(%)',
  faults: { role: '역할 이름을 적어 주세요.', effort: '최소 ≤ 보통 ≤ 최대가 되도록 숫자를 적어 주세요.', amount: '{currency} 금액 하나만 적어 주세요.', percent: '0에서 {most} 사이의 숫자를 적어 주세요.' },
  result: '계산 결과', nothing: '공수나 비용을 적으면 계산해 드립니다.', total: '공수', cost: '원가', lost: '알 수 없음: 계산에 쓰던 수행팀 견적이 더는 없습니다.', missing: '아직 모름: M/M당 원가가 없는 역할 {roles}',
  range: '{expected} ({low}~{high})', band: '견적 등급에 따른 범위', bandOf: '{low}~{high}',
  margin: '마진', marginOf: '{percent} ({amount} 남음)', marginNone: '판매가를 적으면 계산해 드립니다.', worst: '가장 안 좋을 때 {percent}', below: '목표 마진보다 낮습니다.', loss: '판매가가 원가보다 낮습니다.', forTarget: '마진 {percent}가 되는 판매가',
  time: '기간', needs: '수행팀 예상 {low}~{high}주', needsOne: '수행팀 예상 {low}주', left: '{deadline}까지 {count, plural, =0 {1주도 남지 않았습니다.} other {#주 남았습니다.}}',
  fit: { fits: '기간은 충분합니다.', tight: '모두 순조로워야 맞출 수 있습니다.', short: '기간이 모자랍니다.' }, levers: '일정, 범위, 예산 중 하나는 바뀌어야 합니다. 무엇을 바꿀지 수행팀과 정하고, 그렇게 하면 무엇이 가능한지 고객에게 말씀하세요.',
  inHandoff: '수행 인계서에 금액도 넣기', inHandoffHelp: '끄면 인계서에는 원가와 마진을 계산해 두었다는 것만 나옵니다.', unsaved: '아직 저장하지 않음', save: '저장',
};

/** Made-up sentences of sales calls, Korean and English, the same for the same seed. */

export interface Random { next: () => number; int: (below: number) => number; pick: <T>(from: readonly T[]) => T }

/** mulberry32: small, quick, and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next, int,
    pick: (from) => {
      const one = from[int(from.length)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
  };
}

const KO_WHO = ['고객사', '운영팀', '재고 담당자', '전산실', '본사 구매팀', '물류센터', '박 부장님', '이 차장님', '대표님', '현장 작업자', '회계팀', '협력사', '품질팀', '콜센터'];
const KO_WHAT = ['재고 수량', '발주 승인', '서버실 이전', '정산 마감', '출고 라벨', '바코드 스캔', '견적 금액', '개인정보 보관', '야간 배치', '권한 설정', '월말 보고서', '모바일 화면', '기존 ERP 연동', '엑셀 업로드', '반품 처리'];
const KO_SAYS = ['때문에 매주 하루를 쓴다고 함', '은 다음 달까지 정해야 함', '이 두 시스템에서 서로 다르게 나옴', '은 담당자가 바뀌어서 다시 확인해야 함', '을 자동으로 하고 싶어 함', '은 예산에 들어 있지 않음', '을 먼저 보여 달라고 함', '이 느려서 현장에서 쓰지 않음', '은 보안 심사를 통과해야 함', '에 대해서는 아직 결정된 것이 없음'];
const EN_WHO = ['The warehouse team', 'Procurement', 'Their IT lead', 'The branch in Busan', 'Finance', 'The new CFO', 'Support', 'The plant manager', 'A subcontractor', 'Legal', 'The data team', 'Two of the founders'];
const EN_WHAT = ['the stock count', 'purchase approval', 'the server migration', 'month-end closing', 'label printing', 'the barcode scanner', 'the quoted price', 'data retention', 'the nightly batch', 'access rights', 'the SAP interface', 'returns'];
const EN_SAYS = ['loses a day every week over', 'has to decide by next month on', 'sees two different numbers for', 'wants a demo first of', 'has no budget yet for', 'would like to automate', 'cannot sign before a review of', 'asked twice about', 'was burned before by', 'will send a sample of'];

/** One sentence; six in ten are Korean. */
export function sentence(random: Random): string {
  const number = random.int(4) === 0 ? ` ${String(random.int(900) + 10)}` : '';
  return random.next() < 0.6
    ? `${random.pick(KO_WHO)} ${random.pick(KO_WHAT)}${random.pick(KO_SAYS)}${number}`
    : `${random.pick(EN_WHO)} ${random.pick(EN_SAYS)} ${random.pick(EN_WHAT)}${number}`;
}

/** A line as it is typed in a call: one or two sentences. */
export function line(random: Random): string {
  return random.int(3) === 0 ? `${sentence(random)}. ${sentence(random)}` : sentence(random);
}

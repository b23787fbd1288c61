import { expect, it } from 'vitest';
import { namesCost } from '@/utils/text/cost-words';

it.each([
  '마진 18%까지 가능', '우리마진은 낮음', '이익률을 지켜야 함', '이윤이 남지 않음', '이윤은 5%', '(이윤)', '이윤율', '실원가 7천', '탄소원가 계산', '영업이익 3%', '수익률이 낮음', 'gross profit of 12%', '원가 9천만', '원가가 올랐다', '우리 원가는', '제조원가', '총원가 1억', '당사원가', '인건비 원가', '(원가)', 'Our margin is 18%', 'margins are thin', 'MARGIN', 'our costs', 'our internal cost',
  'cost price', 'it costs us 40', 'mark-up of 20%', '마진'.normalize('NFD'),
])('%s may name our cost or margin', (text) => expect(namesCost(text)).toBe(true));

it.each([
  '', '이윤정 팀장 미팅', '이윤호', '이윤아 과장', '회원가입 화면', '직원가입', '신규 회원가입은 카카오로', '500만원가량', '500만 원가량 든다', '공원가는 길', '병원가서 확인', '비용은 고객 부담', '예산 1억', 'the cost of the licence', 'costs', 'marginal', 'remarkable', 'HTML markup', 'bookmark updates',
])('%s does not', (text) => expect(namesCost(text)).toBe(false));

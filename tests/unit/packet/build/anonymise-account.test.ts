import { describe, expect, it } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import { note, packetInput } from '../fixture';

function decision(account: string, words: string, language: 'ko' | 'en' = 'ko'): string | undefined {
  const base = packetInput({ redaction: 'anonymised', language });
  return exportPacket({ ...base, account: { ...base.account, name: account }, notes: [note('decision', words)] }).packet.decisions[0]?.text;
}

describe("the account's name in an anonymised copy", () => {
  it.each([
    ['한결정밀 (가상 회사)', '한결정밀 정기 점검은 한결정밀에서', '고객사 정기 점검은 고객사에서'],
    ['주식회사 한결정밀', '한결정밀과 논의', '고객사과 논의'],
    ['가온 (Gaon Foods)', '가온과 GAON FOODS 창고', '고객사과 고객사 창고'],
    ['Halla Parts (fictional) 한라부품', '한라부품, Halla Parts, HallaParts', '고객사, 고객사, 고객사'],
    ['현대 IT 서비스(주)', 'IT 서비스 전반, 현대 IT 서비스', 'IT 서비스 전반, 고객사'],
    ['LG화학', '화학 공정, LG화학', '화학 공정, 고객사'],
  ])('%s is found without what stands around it', (account, words, expected) => {
    expect(decision(account, words)).toBe(expected);
  });

  it('is found as a whole word only', () => {
    expect(decision('Nil (Oslo) Ltd.', 'Nil sells vanilla; nil is open in Oslo', 'en')).toBe('Customer sells vanilla; Customer is open in Oslo');
    expect(decision('Brightwater Foods, Inc.', 'Brightwater Foods agrees', 'en')).toBe('Customer agrees');
  });
});

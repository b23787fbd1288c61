/** One number out of one token (domain.md §6 no. 23): a tenfold mistake must not happen, a doubt yields nothing. */
import { describe, expect, it } from 'vitest';
import { carryUnit, digitsWithUnits, englishNumeral, koreanNumeral } from '@/utils/text/numerals';

describe('digits with 천, 만, 억', () => {
  it.each([
    ['1,234,567', 1_234_567], ['1,234.5', 1234.5], ['1,234만', 12_340_000], ['1만2,500', 12_500], ['1억 1,234만 5,000', 112_345_000], ['1억 1,234만', 112_340_000], ['5만 3000', 53_000], ['1만 5', 10_005], ['5십만', 500_000], ['1천5백', 1500], ['3백5십', 350], ['1만억', 1e12], ['0.3억', 30_000_000], ['1.1만', 11_000], ['1.005천', 1005], ['9조', 9e12], ['1.25', 1.25], ['1.25억', 125_000_000],
  ])('reads %s', (text, value) => { expect(digitsWithUnits(text)).toBe(value); });

  it.each([
    ['1억 2천', 120_000_000], ['1억 2백', 102_000_000], ['1억 5십', 100_000_050], ['1억 2천만 5백', 120_000_500], ['1조 5천', 1_500_000_000_000], ['1조 2천억 5천', 1_200_050_000_000], ['1만 2천', 12_000],
  ])('gives the rest of %s the unit that people leave out', (text, value) => { expect(digitsWithUnits(text)).toBe(value); });

  it.each(['12,34만', '1,2345', '1,23', ',123', '만', '1만 2만', '1만 2억', '1.5.5', '1억2', '1억 500', '1조 2000', '99999조', '1만a', 'a1만', '천만 5만', '1천 2500', '1만 20000', '1만 2,50'])('has a doubt about %s', (text) => { expect(digitsWithUnits(text)).toBeNull(); });
});

describe('Korean numerals', () => {
  it.each([
    ['하나', 1], ['한', 1], ['두', 2], ['세', 3], ['네', 4], ['아홉', 9], ['열하나', 11], ['스물둘', 22], ['서른셋', 33], ['마흔넷', 44], ['쉰', 50], ['예순여섯', 66], ['일흔일곱', 77], ['여든여덟', 88], ['아흔아홉', 99], ['스무', 20],
    ['이십삼', 23], ['천이백삼십사', 1234], ['이천', 2000], ['만', 10_000], ['이만오천', 25_000], ['십만', 100_000], ['백만', 1_000_000], ['억', 100_000_000], ['일억이천오백만', 125_000_000], ['이억만', 200_010_000],
  ])('reads %s', (text, value) => { expect(koreanNumeral(text)).toBe(value); });

  it.each([['일억이천', 120_000_000], ['일억오백', 105_000_000], ['일억오', 100_000_005], ['일억이천만오천', 120_005_000], ['오만이천', 52_000]])('gives the rest of %s the unit that people leave out, as with digits', (text, value) => { expect(koreanNumeral(text)).toBe(value); });

  it.each(['열스물', '백하나', '만이천만', '일억이억', '만억', '삼사백', '백원', '십 만', '구', 'a백', '일이백'])('has a doubt about %s', (text) => { expect(koreanNumeral(text)).toBeNull(); });
});

describe('English numerals', () => {
  it.each([
    ['zero', 0], ['nineteen', 19], ['ninety-nine', 99], ['Forty FIVE', 45], ['hundred', 100], ['one hundred five', 105], ['hundred and eleven', 111], ['nine hundred and ninety-nine', 999], ['thousand', 1000], ['two thousand five hundred', 2500], ['five thousand five', 5005], ['ten thousand and twelve', 10_012],
    ['one hundred thousand', 100_000], ['forty  five', 45], ['one million two thousand', 1_002_000], ['two billion', 2_000_000_000],
  ])('reads %s', (text, value) => { expect(englishNumeral(text)).toBe(value); });

  it.each(['and', 'a', 'five zero', 'zero five', 'twenty zero', 'twenty eleven', 'twenty twenty', 'five twenty', 'twenty one hundred', 'hundred hundred', 'hundred twenty twelve', 'thousand thousand', 'two thousand three million', 'five six', 'ten hundred', '', ' ', 'constructor'])('finds that "%s" does not add up', (text) => { expect(englishNumeral(text)).toBeNull(); });
});

describe('the unit of a range', () => {
  it.each([
    ['3', '5천만', 30_000_000], ['3.5', '5억', 350_000_000], ['3', '5', 3], ['5', '5', 5], ['5만', '5만', 50_000], ['8천', '9천', 8000], ['5백', '1억', 5_000_000], ['5천', '1조', 500_000_000_000], ['8천만', '1억', 80_000_000], ['3천', '2만', 3000], ['2천', '1만', 2000], ['팔천', '구천만', 80_000_000], ['1', '1만 ', 10_000],
  ])('%s to %s begins at what the second lends it', (first, second, low) => { expect(carryUnit(first, second)).toBe(low); });

  it.each([['5', '3'], ['5', '3천'], ['50', '1천'], ['9천', '8천'], ['8만', '5만'], ['8천', '5백'], ['100', '1백'], ['x', '3'], ['x', '5만'], ['3', 'x'], ['3만', '2천'], ['9천', '0.5만']])('%s to %s is a doubt', (first, second) => { expect(carryUnit(first, second)).toBeNull(); });
});

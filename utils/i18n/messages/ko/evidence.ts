import type { evidence as en } from '../en/evidence';
import type { Translated } from '../shape';

export const evidence: Translated<typeof en> = {
  title: '근거 자료',
  deal: '영업 건',
  empty: '아직 근거 자료가 없습니다. 고객사 홈페이지나 기사에서 마우스 오른쪽 버튼을 눌러 Baton에 담아 보세요.',
  toList: '근거 자료 전체',
  kind: { article: '페이지', selection: '선택 부분', link: '링크' },
  limit: {
    not_an_article: '본문을 찾지 못해 {kept}.',
    empty: '글이 없는 페이지라 {kept}.',
    pdf: 'PDF는 읽을 수 없어 {kept}.',
    too_large: '페이지가 너무 커서 {kept}.',
    no_access: '브라우저가 읽기를 허용하지 않는 페이지라 {kept}.',
    address: '주소만 보관했습니다',
    selection: '주소와 선택한 글만 보관했습니다',
  },
  pinnedTo: '{item} 항목의 근거',
  pin: {
    title: '연결할 곳', deal: '영업 건', noDeal: '아직 영업 건 없음', item: '어느 항목의 근거인가요', noItem: '항목 없음 (영업 건 전체)',
    help: '패널과 인계서에서 그 항목의 답 아래에 함께 나옵니다.',
  },
  keptAt: '보관',
  newTab: '(새 탭에서 열림)',
  content: '보관한 내용',
};

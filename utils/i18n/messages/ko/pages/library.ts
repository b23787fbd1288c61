import type { library as en } from '../../en/pages/library';
import type { Translated } from '../../shape';

export const library: Translated<typeof en> = {
  title: '보관함',
  nav: { label: '보관함', deals: '영업 건', accounts: '고객사', contacts: '담당자', meetings: '미팅', gaps: '미확인 사항', packets: '인계서', evidence: '근거 자료', search: '검색', bin: '휴지통', settings: '설정', help: '도움말' },
  notFound: '그런 화면이 없습니다. 왼쪽에서 골라 주세요.',
};

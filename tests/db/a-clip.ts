import type { Clip } from '@/utils/evidence/clip';

/** Evidence as it is kept; whose it is, a test says. */
export function aClip(): Clip {
  return {
    id: 'c', dealId: '', meetingId: '', itemId: null, topic: null, kind: 'link', limit: null, url: 'https://a.example/', title: '비밀 문서', siteName: '', byline: '', language: '',
    direction: 'ltr', html: '', text: '비밀 문서', at: 1, updatedAt: 1,
  };
}

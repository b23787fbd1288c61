/** The checklists that Baton ships, newest version last. Their data is loaded when one is used. */
import type { Bilingual, ChecklistStatus } from './checklist';

export interface CatalogueEntry {
  id: string;
  code: string;
  version: number;
  status: ChecklistStatus;
  name: Bilingual;
  items: number;
}

export const CATALOGUE: readonly CatalogueEntry[] = [
  { id: 'custom-development', code: 'A', version: 1, status: 'draft', items: 35, name: { ko: '맞춤 개발 (SW·IT 프로덕트)', en: 'Custom software / IT product development' } },
  { id: 'solution-saas', code: 'B', version: 1, status: 'draft', items: 32, name: { ko: '솔루션·SaaS 도입 (커스터마이징 포함)', en: 'Solution / SaaS implementation with customisation' } },
  { id: 'existing-customer', code: 'C', version: 1, status: 'draft', items: 24, name: { ko: '기고객 유지보수·고도화·추가 제안', en: 'Existing customer: maintenance, upgrade and additional sales' } },
  { id: 'first-call', code: 'D', version: 1, status: 'draft', items: 12, name: { ko: '15분 첫 통화 (최소)', en: '15-minute first discovery call (minimum)' } },
];

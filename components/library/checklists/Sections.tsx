import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ChecklistItem, ChecklistSection } from '@/utils/checklist/checklist';
import { movedItem, movedSection, withoutItem, withoutSection } from '@/utils/checklist/own/edits';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { showSafely } from '@/utils/text/normalize';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { ItemForm, itemDraft } from './ItemForm';
import { SectionForm } from './NameForms';
import type { ListTools } from './use-lists';

/** A checklist's sections with their items; those of a draft can be changed. */
export function Sections({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists');
  const { list, editable, open, was, show, drafts } = tools;
  const known = new Set(list.sections.map(({ id }) => id));
  const lost = list.items.filter((item) => !known.has(item.section));
  return (
    <>
      {list.sections.map((section, at) => <Section key={section.id} tools={tools} section={section} first={at === 0} last={at === list.sections.length - 1} />)}
      {lost.length > 0 ? <ul className="review-list">{lost.map((item, at) => <Item key={item.id} tools={tools} item={item} first={at === 0} last={at === lost.length - 1} />)}</ul> : null}
      <LostForm tools={tools} />
      {open === 'section:new' ? <SectionForm tools={tools} section={null} /> : !editable ? null : (
        <div className="row">
          <Button autoFocus={was === 'section:new'} onClick={() => { show('section:new'); }}><Plus size={15} aria-hidden /> {t('section.add')}</Button>
          {drafts.has(draftKey('form:checklist', tools.id, 'section', 'new')) ? <Begun /> : null}
        </div>
      )}
    </>
  );
}

/** The form of an item that another window removed, or whose section is gone: what was typed in it is still there. */
function LostForm({ tools }: { tools: ListTools }) {
  const { open, list } = tools;
  const [kind = '', ...rest] = open.split(':');
  const id = rest.join(':');
  if (kind === 'item' && !list.items.some((item) => item.id === id)) return <ItemForm tools={tools} item={tools.openItem} section="" locked="removed" />;
  if (kind === 'new' && !list.sections.some((one) => one.id === id)) return <ItemForm tools={tools} item={null} section={id} />;
  return null;
}

interface SectionProps { tools: ListTools; section: ChecklistSection; first: boolean; last: boolean }

function Section({ tools, section, first, last }: SectionProps) {
  const t = useTranslations('checklists');
  const { list, language, editable, open, was, show, drafts } = tools;
  const { id } = section;
  const name = showSafely(section[language]);
  const items = list.items.filter((item) => item.section === id);
  const key = `new:${id}`;
  const begun = drafts.has(itemDraft(tools.id, null, id));
  return (
    <section className="stack tight" aria-labelledby={`section-${id}`}>
      {open === `section:${id}` ? <SectionForm tools={tools} section={section} /> : (
        <div className="row nowrap section-line">
          <h2 id={`section-${id}`} className="grow">{name} <span className="soft">({items.length})</span></h2>
          {editable ? <SectionTools tools={tools} section={section} first={first} last={last} empty={items.length === 0} /> : null}
        </div>
      )}
      {items.length === 0 && editable ? <p className="soft">{t('section.empty')}</p> : null}
      <ol className="review-list">{items.map((item, at) => <Item key={item.id} tools={tools} item={item} first={at === 0} last={at === items.length - 1} />)}</ol>
      {open === key ? <ItemForm tools={tools} item={null} section={id} locked={editable ? null : 'locked'} /> : null}
      {open !== key && (editable || begun) ? (
        <div className="row">
          {editable
            ? <Button look="quiet" autoFocus={was === key} data-add={id} aria-label={t('item.addIn', { section: name })} onClick={() => { show(key); }}><Plus size={15} aria-hidden /> {t('item.add')}</Button>
            : <Button look="quiet" autoFocus={was === key} onClick={() => { show(key); }}>{t('item.leftNew', { section: name })}</Button>}
          {begun ? <Begun /> : null}
        </div>
      ) : null}
    </section>
  );
}

function SectionTools({ tools, section, first, last, empty }: SectionProps & { empty: boolean }) {
  const t = useTranslations('checklists');
  const { language, was, show, edit, move, drafts, list } = tools;
  const { id } = section;
  const name = showSafely(section[language]);
  const shift = (by: -1 | 1): void => { move(t('section.moveSaid', { name }), `section:${String(by)}:${id}`, (now) => movedSection(now, id, by)); };
  return (
    <span className="item-tools">
      {drafts.has(draftKey('form:checklist', tools.id, 'section', id)) ? <Begun /> : null}
      <Mover up label={t('section.up', { name })} what={`section:-1:${id}`} off={first} onMove={() => { shift(-1); }} />
      <Mover label={t('section.down', { name })} what={`section:1:${id}`} off={last} onMove={() => { shift(1); }} />
      <Button look="icon" autoFocus={was === `section:${id}`} aria-label={t('section.edit', { name })} title={t('section.edit', { name })} onClick={() => { show(`section:${id}`); }}><Pencil size={15} aria-hidden /></Button>
      {empty && list.sections.length > 1 ? <Button look="icon" aria-label={t('section.remove', { name })} title={t('section.remove', { name })} onClick={() => { edit(t('section.removeSaid', { name }), (now) => withoutSection(now, id), { goes: true }); }}><Trash2 size={15} aria-hidden /></Button> : null}
    </span>
  );
}

/** Up or down. At the end it does nothing, but keeps the keyboard: whoever moves something there presses once more. */
function Mover({ up = false, label, what, off, onMove }: { up?: boolean; label: string; what: string; off: boolean; onMove: () => void }) {
  const Arrow = up ? ArrowUp : ArrowDown;
  return <Button look="icon" data-move={what} aria-label={label} title={label} aria-disabled={off} onClick={() => { if (!off) onMove(); }}><Arrow size={15} aria-hidden /></Button>;
}

interface ItemProps { tools: ListTools; item: ChecklistItem; first: boolean; last: boolean }

function Item({ tools, item, first, last }: ItemProps) {
  const t = useTranslations('checklists');
  const { language, editable, open, drafts } = tools;
  const { id } = item;
  const begun = drafts.has(itemDraft(tools.id, item, ''));
  const [why, good] = [item.why[language], item.goodAnswer[language]];
  return (
    <li className="review-item checklist-item" data-item-row={id} tabIndex={-1}>
      {open === `item:${id}` ? <ItemForm tools={tools} item={item} section={item.section} locked={editable ? null : 'locked'} /> : (
        <>
          <div className="row nowrap item-line">
            <span className="item-code soft">{id}</span>
            <p className="grow preline">{showSafely(item.ask[language])}</p>
            {editable ? <ItemTools tools={tools} item={item} first={first} last={last} /> : null}
          </div>
          <Facts tools={tools} item={item} />
          {why === '' && good === '' ? null : (
            <details>
              <summary className="soft">{t('item.why')}</summary>
              {why === '' ? null : <p className="preline">{showSafely(why)}</p>}
              {good === '' ? null : <p className="soft preline">{t('item.good')}: {showSafely(good)}</p>}
            </details>
          )}
          {begun ? <div className="row"><Begun />{editable ? null : <Button look="quiet" autoFocus={tools.was === `item:${id}`} onClick={() => { tools.show(`item:${id}`); }}>{t('item.left', { id })}</Button>}</div> : null}
        </>
      )}
    </li>
  );
}

function ItemTools({ tools, item: { id }, first, last }: ItemProps) {
  const t = useTranslations('checklists');
  const { was, show, edit, move, list } = tools;
  const shift = (by: -1 | 1): void => { move(t('item.moveSaid', { id }), `item:${String(by)}:${id}`, (now) => movedItem(now, id, by)); };
  const only = list.items.length === 1;
  return (
    <span className="item-tools">
      <Mover up label={t('item.up', { id })} what={`item:-1:${id}`} off={first} onMove={() => { shift(-1); }} />
      <Mover label={t('item.down', { id })} what={`item:1:${id}`} off={last} onMove={() => { shift(1); }} />
      <Button look="icon" autoFocus={was === `item:${id}`} aria-label={t('item.edit', { id })} title={t('item.edit', { id })} onClick={() => { show(`item:${id}`); }}><Pencil size={15} aria-hidden /></Button>
      <Button look="icon" disabled={only} aria-label={t('item.remove', { id })} title={only ? t('item.last') : t('item.remove', { id })} onClick={() => { edit(t('item.removeSaid', { id }), (now) => withoutItem(now, id), { goes: true }); }}><Trash2 size={15} aria-hidden /></Button>
    </span>
  );
}

/** Topic, need, stage, kind of answer, and what it means for delivery. */
function Facts({ tools: { topics, language }, item }: Pick<ItemProps, 'tools' | 'item'>) {
  const t = useTranslations('checklists');
  const tc = useTranslations('common');
  const { need, by, type, topic, estimate, bring, options, unit } = item;
  const kind = type === 'choice' && options ? `${t('types.choice')}: ${options[language].map(showSafely).join(' / ')}` : type === 'number' && unit ? `${t('types.number')} (${showSafely(unit[language])})` : t(`types.${type}`);
  const facts = [showSafely(topics[topic]?.[language] ?? topic), t('byStage', { stage: tc(`stage.${by}`) }), kind, t(`item.estimateTag.${estimate}`), showSafely(labelOf(packetLabels(language).role, bring))];
  return <p className="soft"><span className={`tag ${need === 'minimum' ? 'secured' : ''}`}>{t(`needs.${need}`)}</span> {facts.join(' · ')}</p>;
}

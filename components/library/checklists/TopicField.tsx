import { useTranslations } from 'use-intl';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import type { ItemForm } from '@/utils/checklist/own/item-form';
import { NEW_TOPIC, PACKET_PLACES } from '@/utils/checklist/own/item-form';
import { showSafely } from '@/utils/text/normalize';
import type { FormDraft } from '../../hooks/use-form-draft';
import { Select, TextField } from '../../ui/Field';
import { OtherLanguage, useSides } from './OtherLanguage';
import type { ListTools } from './use-lists';

interface Props {
  tools: ListTools;
  draft: FormDraft<ItemForm>;
  item: ChecklistItem | null;
  errors: { topic: string | null; name: string | null; place: string | null };
}

/** What an item asks for: picked, or a new topic of one's own; fixed once it is saved, since answers hang on it. */
export function TopicField({ tools: { list, topics, language }, draft: { value, set }, item, errors }: Props) {
  const t = useTranslations('checklists');
  const { own, other, labelIn } = useSides();
  const nameOf = (topic: string): string => showSafely(topics[topic]?.[language] ?? topic);
  if (item) return <p className="field"><span className="field-label">{t('item.topic')}</span><span>{nameOf(item.topic)}</span><span className="field-help">{t('item.topicFixed')}</span></p>;
  const takenBy = new Map(list.items.map((one) => [one.topic, one.id]));
  const known = Object.entries(topics).map(([id, topic]) => ({ id, place: PACKET_PLACES.find((place) => place === topic.packetSection) ?? 'minutes' }));
  const fieldIn = (side: 'ko' | 'en') => {
    const name = side === 'ko' ? 'topicKo' : 'topicEn';
    return <TextField label={labelIn(side, t('item.topicName'))} value={value[name]} error={side === own ? errors.name : null} onChange={(e) => { set({ [name]: e.target.value }); }} />;
  };
  return (
    <>
      <Select label={t('item.topic')} help={t('item.topicHelp')} value={value.topic} error={errors.topic} onChange={(e) => { set({ topic: e.target.value }); }}>
        <option value="">{t('item.topicPick')}</option>
        <option value={NEW_TOPIC}>{t('item.topicNew')}</option>
        {PACKET_PLACES.map((place) => (
          <optgroup key={place} label={t(`places.${place}`)}>
            {known.filter((one) => one.place === place).map(({ id }) => {
              const taken = takenBy.get(id);
              return <option key={id} value={id} disabled={taken !== undefined}>{taken === undefined ? nameOf(id) : t('item.topicTaken', { topic: nameOf(id), id: taken })}</option>;
            })}
          </optgroup>
        ))}
      </Select>
      {value.topic === NEW_TOPIC ? (
        <fieldset className="stack new-topic">
          <legend className="field-label">{t('item.topicNew')}</legend>
          {fieldIn(own)}
          <OtherLanguage filled={(other === 'ko' ? value.topicKo : value.topicEn) !== ''}>{fieldIn(other)}</OtherLanguage>
          <Select label={t('item.topicPlace')} help={t('item.topicPlaceHelp')} value={value.topicPlace} error={errors.place} onChange={(e) => { set({ topicPlace: e.target.value }); }}>
            <option value="">{t('item.topicPick')}</option>
            {PACKET_PLACES.map((place) => <option key={place} value={place}>{t(`places.${place}`)}</option>)}
          </Select>
        </fieldset>
      ) : null}
    </>
  );
}

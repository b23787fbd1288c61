import { readFileSync } from 'node:fs';
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';

/** The smallest of ours, and all our topics. */
export const FIRST_CALL = JSON.parse(readFileSync('utils/checklist/data/first-call.v1.json', 'utf8')) as Checklist;
export const TOPICS = JSON.parse(readFileSync('utils/checklist/data/topics.json', 'utf8')) as TopicCatalogue;

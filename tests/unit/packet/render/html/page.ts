/** The page of a packet of a small deal, as its tests print it. */
import { packetLabels } from '@/utils/packet/labels/labels';
import { renderHtml } from '@/utils/packet/render/html';
import type { Packet } from '@/utils/packet/schema';
import { fullRows, small } from '../../small';
import { outline, sectionsOf } from './outline';

export type Rows = Parameters<typeof small>[0];
export type Options = Parameters<typeof small>[1];
export const print = (packet: Packet): string => renderHtml(packet, packetLabels(packet.packet.language), 'x.baton.zip');
export const page = (rows: Rows = {}, options: Options = {}): string => print(small(rows, options));
export const sections = (rows: Rows = {}, options: Options = {}) => sectionsOf(page(rows, options));
export const fullPage = (options: Options = {}): string => page({ ...fullRows(), previous: small({ alsoChecklists: fullRows().alsoChecklists ?? [] }) }, { id: 'packet-2', number: 2, ...options });
export const top = (text: string): string[] => outline(text.slice(0, text.indexOf('<section')));
export const OTHERS = '다른 사람이 한 말이 담겨 있습니다. 필요한 사람에게만 전달하고, 다 쓴 뒤에는 지워 주세요.';

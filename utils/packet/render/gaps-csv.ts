/** `gaps.csv`: one gap a row; opens in Excel with Korean intact, and no cell becomes a formula. */
import Papa from 'papaparse';
import type { PacketLabels } from '../labels/labels';
import type { Packet, PacketGap } from '../schema';
import { csvCell } from './escape';
import type { View } from './words';
import { endText, itemName, roleText, routeText, viewOf } from './words';

function row(gap: PacketGap, view: View): string[] {
  const { labels } = view;
  return [
    gap.id, gap.question, itemName(gap.itemId, view), labels.origin[gap.origin], routeText(gap, view), gap.owner, gap.askWhom,
    gap.due ?? '', gap.blocksEstimate ? labels.gap.yes : labels.gap.no, labels.gapState[gap.state], gap.bring === null ? '' : roleText(gap.bring, view),
    gap.askedOn.join(', '), endText(gap, view), gap.raisedAt,
  ];
}

/** All gaps of a packet as CSV: UTF-8 with BOM, CRLF. */
export function renderGapsCsv(packet: Packet, labels: PacketLabels): string {
  const view = viewOf(packet, labels);
  const g = labels.gap;
  const head = [g.id, g.question, g.item, g.origin, g.route, g.owner, g.askWhom, g.due, g.blocks, g.state, g.bring, g.asked, g.outcome, g.raised];
  const rows = [head, ...packet.gaps.map((gap) => row(gap, view))].map((cells) => cells.map(csvCell));
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n', quotes: true })}\r\n`;
}

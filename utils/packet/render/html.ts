/** `packet.html`: one file that opens anywhere, asks the network for nothing and runs only its own form. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { PacketLabels } from '../labels/labels';
import type { Packet } from '../schema';
import type { SafeHtml } from './escape';
import { html, SafeHtml as Safe } from './escape';
import { FORM_SCRIPT } from './html/form-script';
import { alsoSection, answersSection, evidenceSection, minutesSection, notesSection } from './html/answers';
import { changesSection, contents, cover, documentTitle, requestSection, roughSection, rulesSection, standingSection, summarySection } from './html/cover';
import { replySection } from './html/form';
import { nextSection } from './html/next';
import {
  acceptedSection, actionsSection, contradictionsSection, costingSection, decisionsSection, gapsSection, painsSection, peopleSection, promisesSection, raidSection, wantsSection,
} from './html/lists';
import type { SectionId } from './html/parts';
import { pageStyle } from './html/style';
import type { View } from './words';
import { packetTitle, viewOf } from './words';

type Render = (view: View, packetFile: string) => SafeHtml;

/** Sections in reading order; an empty one (no changes, nothing signed, no further checklist) leaves the contents too. */
const SECTIONS: readonly [SectionId, Render][] = [
  ['request', requestSection], ['summary', summarySection], ['next', nextSection], ['standing', standingSection], ['rough', roughSection], ['gaps', gapsSection],
  ['contradictions', contradictionsSection], ['promises', promisesSection], ['accepted', acceptedSection], ['costing', costingSection], ['pains', painsSection], ['wants', wantsSection],
  ['decisions', decisionsSection], ['actions', actionsSection], ['people', peopleSection], ['raid', raidSection],
  ['rules', rulesSection], ['changes', changesSection], ['answers', answersSection], ['also', alsoSection],
  ['minutes', minutesSection], ['notes', notesSection], ['evidence', evidenceSection], ['reply', replySection],
];
/** What concerns only us and delivery. */
const INTERNAL_ONLY: readonly SectionId[] = ['request', 'standing', 'rough', 'accepted', 'costing', 'rules', 'reply', 'notes'];

function sourceHash(source: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(source))))}'`;
}

function policy(style: string, script: string | null): string {
  const scripts = script === null ? "'none'" : sourceHash(script);
  return `default-src 'none'; script-src ${scripts}; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
}

/** The packet as one HTML file. `packetFile` is the ZIP's name, for the name of the reply. */
export function renderHtml(packet: Packet, labels: PacketLabels, packetFile: string): string {
  const view = viewOf(packet, labels);
  const internal = packet.packet.redaction === 'internal';
  const parts = SECTIONS.filter(([id]) => internal || !INTERNAL_ONLY.includes(id))
    .map(([id, render]) => ({ id, part: render(view, packetFile) })).filter(({ part }) => part.source !== '');
  const style = pageStyle(`${packetTitle(view)} · ${labels.redaction[packet.packet.redaction]}`);
  const script = internal ? FORM_SCRIPT : null;
  return html`<!doctype html>
<html lang="${packet.packet.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Baton packet format ${packet.formatVersion}">
<title>${documentTitle(view)}</title>
<style>${new Safe(style)}</style>
</head>
<body class="${packet.packet.redaction}">
<a class="skip" href="#main">${labels.skip}</a>
<div class="page">
${cover(view)}${contents(parts.map((p) => p.id), view)}<main id="main">
${parts.map((p) => p.part)}</main>
<footer><p>${packetTitle(view)} · ${labels.redaction[packet.packet.redaction]} · ${packet.account.name}</p><p>${labels.othersWords}</p></footer>
</div>
${script === null ? '' : html`<script>${new Safe(script)}</script>`}
</body>
</html>
`.source;
}

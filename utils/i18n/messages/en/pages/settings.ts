/** Settings, backup, storage. English carries the shape. */
export const settings = {
  title: 'Settings',
  general: 'General',
  work: {
    title: 'Working days and lead time', help: 'Dates by which delivery must be asked are counted with these.',
    days: 'Working days', day: { sun: 'Sun', mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat' }, oneDay: 'At least one day is worked.',
    country: 'Public holidays', countries: { KR: 'Korea', none: 'None' }, until: 'Known up to {year}. Add later ones below.',
    daysOff: 'Further days off', daysOffHelp: 'One date a line, such as 2026-12-31.', daysOffWrong: 'Not a date: {line}',
    latest: 'At the latest, working days before', recommended: 'Better, days before', wrongNumber: 'A whole number from 1 to {max}.',
  },
  keys: {
    title: 'Keyboard', set: 'Change in the browser', none: 'not set', inBaton: 'In Baton', browser: 'In the browser',
    elsewhere: 'Open about:addons, the gear, “Manage Extension Shortcuts”.', panel: 'Open the panel', capture: 'Write a note', gap: 'Note an unknown',
  },
  keep: {
    title: 'How long texts are kept', label: 'Delete the text of a meeting after', months: '{n, plural, =0 {Never} other {# months}}',
    help: 'Date and deal stay; notes, answers, drafts and packets of the meeting lose their words. It is shown in the library a week before.',
    due: '{count, plural, one {The text of # meeting} other {The texts of # meetings}} will be deleted by {date}.', show: 'Show', keepOne: 'Keep “{title}”', kept: 'Kept.', deletedOn: 'deleted on {date}', untitled: 'Untitled meeting',
  },
  storage: {
    title: 'Storage', used: '{used} used of {quota}', usedOnly: '{used} used', safe: 'The browser won’t clear it by itself.', unsafe: 'The browser may clear it when the disk gets full.',
    ask: 'Protect it', refused: 'The browser didn’t agree. Back up regularly.', unknown: 'The browser doesn’t say.',
  },
  backup: {
    title: 'Backup', lead: 'Everything stays on this computer. A backup is one file with all of it and these settings.',
    now: 'Back up now', busy: 'Backing up…', done: 'Saved as {file}: {count, plural, one {# entry} other {# entries}}.', aside: '{count, plural, one {# damaged record is} other {# damaged records are}} kept apart in the file as found; when it is restored they are left out, or only a date in them that no calendar knows.', tooLarge: 'The file is over 256 MB and could not be restored. Delete old meetings or large evidence, then back up again.', last: 'Last backup: {date}', never: 'No backup yet.',
    every: 'Remind me', interval: '{n, plural, =0 {Never} other {Every # days}}', failed: 'No backup was made: {reason}',
  },
  restore: {
    title: 'Restore', choose: 'Choose a backup file', reading: 'Reading…', made: 'Backup of {date}', caption: 'What is in the file, compared with here',
    column: { table: 'What', fresh: 'New', same: 'Same', different: 'Different', onlyHere: 'Only here', removed: 'Removed' },
    table: {
      accounts: 'Accounts', deals: 'Deals', meetings: 'Meetings', answers: 'Answers', contradictions: 'Conflicts', notes: 'Notes', gaps: 'Gaps', commitments: 'Promises', wants: 'Wants',
      packets: 'Packets', drafts: 'Drafts', contacts: 'Contacts', clips: 'Evidence', followUps: 'Follow-ups', checklists: 'Checklists', proposals: 'Decisions on proposals', bin: 'Bin',
    },
    mode: 'How', modes: { merge: 'Merge: the newer stands', keep: 'Only add what is missing', replace: 'Replace everything' },
    modeHelp: { merge: 'Nothing here is deleted, and what was removed here stays removed.', keep: 'What is here stays as it is, and what was removed here stays removed.', replace: '{count, plural, =0 {Nothing is only here.} one {# entry that is only here goes.} other {# entries that are only here go.}} The settings of the file are taken too.' },
    forgets: 'On the other machine, words went off the record: {count, plural, one {# entry} other {# entries}} here will lose them for good, however you restore.',
    go: 'Restore', busy: 'Restoring…', done: 'Restored: {written} written, {removed} removed.', undo: 'Undo the restore', undone: 'Everything is as it was before.', failed: 'Not restored, nothing was changed: {reason}',
    copy: 'A copy from before the restore of {date} is kept.', where: 'Place in the file: {where}',
    fault: {
      not_a_backup: 'This is not a Baton backup.', damaged: 'The file is damaged or incomplete. Nothing was changed.', newer: 'The backup is from a newer Baton. Update Baton first.',
      too_large: 'The file is too large to be a Baton backup.', foreign: 'There is something in the file that Baton did not put there.', bad_row: 'An entry in the file is not what it should be. Nothing was changed.',
      duplicate: 'An entry is in the file twice. Nothing was changed.', dangling: 'An entry in the file belongs to something that is not there. Nothing was changed.',
    },
  },
  reset: {
    title: 'Delete everything', lead: 'All deals, meetings, packets and settings on this computer are deleted. This cannot be undone: back up first.',
    word: 'delete', type: 'Type “{word}” to confirm', go: 'Delete everything', done: 'Everything was deleted.', failed: 'Not deleted: {reason}',
  },
};

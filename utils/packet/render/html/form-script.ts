/**
 * The only script of the page, the same in every packet so that the page's policy can name its hash.
 * Plain JavaScript for any browser; it reads the form and writes a file, and can reach nothing else.
 */
export const FORM_SCRIPT = `(() => {
  'use strict';
  const form = document.getElementById('reply-form');
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const $ = (id) => document.getElementById(id);
  const val = (id) => { const el = $(id); return el ? el.value.trim() : ''; };
  const lines = (id) => val(id).split('\\n').map((t) => t.trim()).filter(Boolean);
  let count = 0;
  let dirty = false;

  const showNeeded = (ruling) => {
    const verdict = ruling.querySelector('select').value;
    for (const box of ruling.querySelectorAll('.needed')) box.hidden = !box.dataset.needs.split(' ').includes(verdict);
  };
  const clear = () => {
    for (const p of form.querySelectorAll('.error')) { p.hidden = true; p.textContent = ''; }
    for (const el of form.querySelectorAll('[aria-invalid]')) el.removeAttribute('aria-invalid');
  };
  const addRow = (kind) => {
    const holder = form.querySelector('[data-rows="' + kind + '"]');
    const row = holder.querySelector('template').content.cloneNode(true).firstElementChild;
    count += 1;
    for (const el of row.querySelectorAll('*')) {
      for (const name of ['id', 'for', 'aria-describedby']) {
        const now = el.getAttribute(name);
        if (now) el.setAttribute(name, now.split('#').join(String(count)));
      }
    }
    holder.querySelector('.rows').append(row);
    row.querySelector('textarea, input').focus();
  };

  form.addEventListener('change', (event) => {
    const ruling = event.target.closest('.ruling');
    if (ruling && event.target.matches('select')) showNeeded(ruling);
    const asked = event.target.closest('[data-question]');
    if (asked && event.target.matches('[type=checkbox]')) asked.querySelector('.later').hidden = !event.target.checked;
  });
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('click', (event) => {
    const add = event.target.closest('[data-add]');
    const remove = event.target.closest('[data-remove]');
    if (add) addRow(add.dataset.add);
    if (remove) {
      const holder = remove.closest('[data-rows]');
      remove.closest('[data-row]').remove();
      holder.querySelector('[data-add]').focus();
    }
  });
  window.addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

  const rulings = (kind) => [...form.querySelectorAll('.ruling[data-kind="' + kind + '"]')].map((el) => {
    const select = el.querySelector('select');
    const text = (name) => { const box = el.querySelector('.needed[data-name="' + name + '"] :is(textarea, select)'); return box ? box.value.trim() : ''; };
    return { id: el.dataset.id, base: select.id, verdict: select.value, text };
  }).filter((r) => r.verdict !== '');
  const rows = (kind) => [...form.querySelectorAll('[data-row="' + kind + '"]')].map((el) => {
    const get = (name) => { const f = el.querySelector('[data-field="' + name + '"]'); return { id: f.id, value: f.value.trim() }; };
    return get;
  });
  const num = (text) => (text === '' ? NaN : Number(text));

  const estimate = (bad) => {
    const cls = val('estimate-class');
    const effort = [];
    for (const get of rows('effort')) {
      const [role, low, likely, high] = ['role', 'low', 'likely', 'high'].map(get);
      if ([role, low, likely, high].every((f) => f.value === '')) continue;
      const [a, b, c] = [low, likely, high].map((f) => num(f.value));
      if (role.value === '' || !(a >= 0 && a <= b && b <= c && c < Infinity)) bad(role.value === '' ? role.id : low.id, words.effort);
      else effort.push({ role: role.value, low: a, likely: b, high: c });
    }
    const [low, high] = ['weeks-low', 'weeks-high'].map((id) => num(val(id)));
    const anyWeeks = val('weeks-low') !== '' || val('weeks-high') !== '';
    if (anyWeeks && !(low >= 0 && low <= high && high < Infinity)) bad('weeks-low', words.weeks);
    const assumptions = lines('estimate-assumptions');
    if (cls === '') {
      if (effort.length > 0 || anyWeeks || assumptions.length > 0) bad('estimate-class', words.estimateClass);
      return null;
    }
    return { class: cls, effort, durationWeeks: anyWeeks ? { low, high } : null, assumptions };
  };

  const collect = (bad) => {
    const name = val('by-name');
    if (name === '') bad('by-name', words.name);
    const chosen = form.querySelector('input[name="verdict"]:checked');
    const verdict = chosen ? chosen.value : '';
    if (verdict === '') bad('verdict', words.verdict);
    const summary = val('summary-text');
    if (verdict === 'returned' && summary === '') bad('summary-text', words.returned);
    if (verdict === 'accepted_with_conditions' && summary === '') bad('summary-text', words.conditions);
    const answers = [...form.querySelectorAll('[data-question]')].map((el) => {
      const base = el.querySelector('textarea').id;
      const later = $(base + '-later').checked;
      const by = later ? val(base + '-by') : '';
      if (later && by === '') bad(base + '-by', words.later);
      return { questionId: el.dataset.question, sure: later ? 'not_yet' : 'answer', text: val(base), by: by || null };
    }).filter((a) => a.text !== '' || a.sure === 'not_yet');
    const items = rulings('item').map((r) => {
      const text = r.verdict === 'ok' ? '' : r.text('text');
      if (r.verdict !== 'ok' && text === '') bad(r.base + '-text', words.text);
      return { itemId: r.id, verdict: r.verdict, text };
    });
    const wants = rulings('want').map((r) => {
      const condition = r.verdict === 'feasible_if' ? r.text('condition') : '';
      const alternative = r.verdict === 'not_feasible_but' ? r.text('alternative') : '';
      if (r.verdict === 'feasible_if' && condition === '') bad(r.base + '-condition', words.condition);
      if (r.verdict === 'not_feasible_but' && alternative === '') bad(r.base + '-alternative', words.alternative);
      const customClass = r.verdict === 'need_info' ? null : r.text('class') || null;
      if (customClass === 'not_available' && r.verdict !== 'not_feasible_but') bad(r.base + '-class', words.notAvailable);
      return { wantId: r.id, feasibility: r.verdict, conditions: condition === '' ? [] : condition.split('\\n').map((t) => t.trim()).filter(Boolean), alternative, customClass };
    });
    const commitments = rulings('commitment').map((r) => {
      const condition = r.verdict === 'can_if' ? r.text('condition') : '';
      const alternative = r.verdict === 'cannot_but' ? r.text('alternative') : '';
      if (r.verdict === 'can_if' && condition === '') bad(r.base + '-condition', words.condition);
      if (r.verdict === 'cannot_but' && alternative === '') bad(r.base + '-alternative', words.alternative);
      return { commitmentId: r.id, verdict: r.verdict, condition, alternative };
    });
    const questions = rows('question').map((get) => {
      const text = get('text');
      if (text.value === '') bad(text.id, words.question);
      return { text: text.value, itemId: get('itemId').value || null, route: get('route').value || null, due: get('due').value || null };
    });
    if (verdict === 'returned' && questions.length === 0 && !items.some((i) => i.verdict !== 'ok')) bad('verdict', words.returnedItem);
    return { name, verdict, summary, items, wants, commitments, estimate: estimate(bad), questions, ideas: lines('ideas'), answers };
  };

  const isoNow = () => {
    const now = new Date();
    const offset = -now.getTimezoneOffset();
    const two = (n) => String(Math.floor(Math.abs(n))).padStart(2, '0');
    return new Date(now.getTime() + offset * 60000).toISOString().slice(0, 19) + (offset < 0 ? '-' : '+') + two(offset / 60) + ':' + two(Math.abs(offset) % 60);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clear();
    const failures = [];
    const bad = (id, message) => {
      const p = $(id + '-error');
      if (!p) return;
      p.textContent = message;
      p.hidden = false;
      const control = $(id) || form.querySelector('input[name="' + id + '"]');
      if (control) { control.setAttribute('aria-invalid', 'true'); failures.push(control); }
    };
    const got = collect(bad);
    const status = $('reply-status');
    if (failures.length > 0) {
      status.textContent = words.summary.replace('{n}', String(failures.length));
      for (const control of failures) { const d = control.closest('details'); if (d) d.open = true; }
      failures.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0].focus();
      return;
    }
    const reply = {
      format: 'baton.reply', formatVersion: 1, packetId: form.dataset.packetId, packetNumber: Number(form.dataset.packetNumber),
      contentHash: form.dataset.hash, by: { name: got.name, role: val('by-role') }, at: isoNow(), verdict: got.verdict, summary: got.summary,
      items: got.items, wants: got.wants, commitments: got.commitments, estimate: got.estimate, questions: got.questions, ideas: got.ideas,
    };
    if (got.answers.length > 0) reply.answers = got.answers;
    const text = JSON.stringify(reply, null, 2) + '\\n';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = form.dataset.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    dirty = false;
    status.textContent = words.saved.replace('{file}', form.dataset.file);
    $('reply-text').value = text;
    $('reply-copy').hidden = false;
  });
})();`;

/*
 * What the case pages do better with JavaScript: the result follows what is typed. It reckons and draws nothing itself:
 * the server sends the same parts as on a whole page. Without this file everything works by pressing the button.
 */
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $('case');
  const status = $('status');
  if (!form || !window.fetch || !window.AbortController || !form.replaceChildren) return;

  const TYPING_MS = 450;
  const SLOW_MS = 1000;
  const words = form.dataset;
  const path = form.getAttribute('action').split('#')[0];
  let timer;
  let asking;

  /* The buttons under a result come with each new one. */
  function dress() {
    for (const id of ['print', 'copy']) {
      const button = $(id);
      if (button) button.hidden = id === 'copy' && !navigator.clipboard;
    }
  }

  function address(button) {
    const fields = new URLSearchParams(new FormData(form));
    if (button?.name) fields.set(button.name, button.value);
    return `${path}?${fields}`;
  }

  /** @param wholly also what the cursor stands in is told to be wrong; while it is typed it may be half a word */
  async function ask(button, wholly) {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const slow = setTimeout(() => tell(words.waiting, 'slow'), SLOW_MS);
    try {
      const answer = await fetch(address(button), { headers: { 'Yaodian-Part': 'case' }, signal, cache: 'no-store' });
      if (!answer.ok) throw new Error(String(answer.status));
      put(await answer.text(), button, wholly);
    } catch (_) {
      if (!signal.aborted) tell(words.failed, 'late');
    }
    clearTimeout(slow);
  }

  /* The headline is for screen readers only; that it takes long or failed is seen too. */
  function tell(text, seen) {
    status.className = seen || 'hidden';
    if (status.textContent !== text) status.textContent = text;
  }

  function put(markup, button, wholly) {
    const box = document.createElement('template');
    box.innerHTML = markup;
    const typing = wholly ? null : document.activeElement;
    const fields = [...form.querySelectorAll('.problem')];
    for (const part of box.content.querySelectorAll('[data-into]')) {
      const into = $(part.dataset.into);
      if (!into || into.classList.contains('problem')) continue;
      if (into === status) tell(part.textContent);
      else into.replaceChildren(...part.childNodes);
      if (part.dataset.link) keepAddress(part.dataset.link);
    }
    for (const problem of fields.filter((one) => one.isConnected)) {
      const found = box.content.querySelector(`[data-into="${problem.id}"]`);
      const field = form.querySelector(`[aria-describedby~="${problem.id}"]`);
      const half = field && (field === typing || field.contains(typing)) && !problem.textContent;
      problem.replaceChildren(...(found && !half ? found.childNodes : []));
      if (!field) continue;
      if (problem.textContent) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    dress();
    if (button) toRow(button);
  }

  /* The address always says what the page shows, so that reloading, sharing and changing the language keep it. */
  function keepAddress(link) {
    history.replaceState(null, '', link);
    for (const back of document.querySelectorAll('.settings [name=back]')) back.value = link;
  }

  /* The pressed button may be gone: go to the first field of the new row, or to the button that adds one. */
  function toRow(button) {
    const add = button.name === 'add' ? button : form.querySelector('[name=add]');
    const rows = add.closest('.rows').querySelectorAll('.form-row');
    const target = button.name === 'add' ? rows[rows.length - 1]?.querySelector('select, input') : add;
    target?.focus();
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, TYPING_MS);
  });
  form.addEventListener('change', () => void ask(undefined, true));
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    /* The button that works it out loads the page, with everything that is missing; rows come and go without. */
    if (!button?.name) return;
    event.preventDefault();
    void ask(button, true);
  });
  document.addEventListener('click', async (event) => {
    if (event.target.id === 'print') window.print();
    if (event.target.id !== 'copy') return;
    try {
      await navigator.clipboard.writeText($('share').dataset.copy);
      event.target.textContent = words.copied;
    } catch (_) {
      event.target.hidden = true;
    }
  });
  /* What stands folded is printed too. */
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('#result details')) details.open = true;
  });
  dress();
})();

/*
 * What the page does better with JavaScript: it sends without reloading, says how sending goes, keeps what was typed
 * while there is no network and sends it later. It draws no answer itself: the server sends the same bubbles as on a
 * whole page. Without this file, or in a browser too old for it, everything still works, a page at a time.
 */
(() => {
  const $ = (id) => document.getElementById(id);
  const print = $('print');
  if (print) {
    print.hidden = false;
    print.onclick = () => window.print();
  }
  const form = $('say');
  if (!form || !window.SubmitEvent || !('submitter' in SubmitEvent.prototype) || !form.replaceChildren) return;

  const SLOW_MS = 6000;
  const GIVE_UP_MS = 45000;
  const STAFF_MS = 6000;
  const RETRY_MS = [2000, 5000, 15000, 30000];
  const field = $('text');
  const status = $('status');
  const talk = $('talk');
  const words = form.dataset;
  const touch = matchMedia('(pointer: coarse)').matches;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  /* Per tab and gone with it: on a shared computer nothing typed stays behind. */
  const keep = (name, value) => {
    try {
      if (value) sessionStorage.setItem(name, value);
      else sessionStorage.removeItem(name);
    } catch (_) {}
  };
  const kept = (name) => {
    try {
      return sessionStorage.getItem(name);
    } catch (_) {
      return null;
    }
  };

  let queue = [];
  let busy = false;
  let tries = 0;
  let timer;
  const pending = document.createElement('div');
  $('options').after(pending);

  const newId = () =>
    window.crypto && crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const saveQueue = () =>
    keep('yaodian-queue', queue.length ? JSON.stringify(queue.map(({ id, body, text }) => ({ id, body, text }))) : '');

  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  /* A message on its way: the words as typed and, under them, how it goes. */
  function show(message) {
    const turn = document.createElement('div');
    turn.className = 'turn mine pending';
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.textContent = message.text;
    message.state = document.createElement('p');
    message.state.className = 'state';
    turn.append(bubble, message.state);
    pending.append(turn);
    message.turn = turn;
    tell(message, 'waiting');
    turn.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }

  function tell(message, state) {
    message.turn.className = `turn mine pending ${state}`;
    message.state.textContent = words[state];
    if (state !== 'waiting') status.textContent = state === 'sending' ? '' : words[state];
    status.className = 'hidden';
    if (state !== 'failed' && state !== 'refused') return;
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = words.retry;
    again.onclick = () => {
      message.stopped = false;
      tries = 0;
      void next();
    };
    message.state.append(again);
  }

  function add(text, body, byButton) {
    const message = { id: newId(), text, body, byButton };
    queue.push(message);
    saveQueue();
    show(message);
    void next();
  }

  async function next() {
    clearTimeout(timer);
    const message = queue[0];
    if (busy || !message || message.stopped) return;
    if (navigator.onLine === false) return tell(message, 'offline');
    busy = true;
    tell(message, tries ? 'back' : 'sending');
    const slow = setTimeout(() => tell(message, 'slow'), SLOW_MS);
    const stop = new AbortController();
    const end = setTimeout(() => stop.abort(), GIVE_UP_MS);
    let outcome = 'later';
    try {
      const body = new URLSearchParams(message.body);
      body.set('id', message.id);
      body.set('after', form.elements.after.value);
      const answer = await fetch('/talk', {
        method: 'POST',
        body,
        headers: { 'Yaodian-Part': 'talk' },
        signal: stop.signal,
        cache: 'no-store',
      });
      if (answer.ok) {
        const markup = await answer.text();
        queue.shift();
        saveQueue();
        message.turn.remove();
        insert(markup, message.byButton);
        outcome = 'done';
      } else {
        outcome = answer.status === 429 ? 'refused' : 'failed';
      }
    } catch (_) {
      /* No connection: what was typed stays and goes out later; the server answers the same id only once. */
    }
    clearTimeout(slow);
    clearTimeout(end);
    busy = false;
    if (outcome === 'done') {
      tries = 0;
      if (!queue.length) status.textContent = '';
      void next();
    } else if (outcome === 'later') {
      tell(message, 'offline');
      timer = setTimeout(next, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
    } else {
      message.stopped = true;
      tell(message, outcome);
    }
  }

  /* New bubbles go below the talk; what surrounds it is replaced. */
  function insert(markup, byButton) {
    const box = document.createElement('template');
    box.innerHTML = markup;
    let first;
    for (const part of box.content.querySelectorAll('[data-into]')) {
      const into = $(part.dataset.into);
      if (part.dataset.into !== 'talk') {
        into.replaceChildren(...part.childNodes);
        continue;
      }
      for (const after of document.querySelectorAll('[name=after]')) after.value = part.dataset.after;
      talk.dataset.staffed = part.dataset.staffed;
      for (const turn of part.querySelectorAll('[id]')) turn.removeAttribute('id');
      const turns = [...part.children];
      for (const turn of turns) turn.classList.add('new');
      talk.append(...turns);
      first = turns.filter((turn) => turn.classList.contains('mine')).pop() || turns[0];
    }
    if (!first) return;
    first.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    /* The pressed button is gone, and on a phone the keyboard would hide the answer: go to the answer itself. */
    if (!byButton && !touch) return;
    const answer = [...talk.querySelectorAll('.theirs')].pop();
    if (!answer) return;
    answer.tabIndex = -1;
    answer.focus({ preventScroll: true });
  }

  document.addEventListener('submit', (event) => {
    const sent = event.target;
    if (!sent.classList.contains('say')) return;
    event.preventDefault();
    const button = event.submitter;
    const body = new URLSearchParams(new FormData(sent));
    if (button?.name) body.set(button.name, button.value);
    const select = sent.querySelector('select');
    const text = select
      ? `${sent.parentNode.querySelector('summary').firstChild.data}${select.selectedOptions[0].text}`
      : body.get('text');
    if (!text?.trim()) return;
    if (sent === form) {
      field.value = '';
      keep('yaodian-draft', '');
      grow();
    }
    if (select) sent.parentNode.open = false;
    add(text, body.toString(), sent !== form);
  });

  field.addEventListener('input', () => {
    keep('yaodian-draft', field.value);
    grow();
  });
  field.addEventListener('keydown', (event) => {
    /* While characters are being composed (pinyin), Enter chooses one. */
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (field.value.trim()) form.requestSubmit ? form.requestSubmit() : form.querySelector('.send').click();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const place of document.querySelectorAll('.place[open]')) {
      place.open = false;
      place.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    for (const place of document.querySelectorAll('.place[open]'))
      if (!place.contains(event.target)) place.open = false;
  });
  addEventListener('online', () => {
    if (!queue.length) status.textContent = '';
    void next();
  });
  /* Beside a message on its way the words stand already; then this line is for screen readers only. */
  const tellOffline = () => {
    status.className = queue.length ? 'hidden' : '';
    status.textContent = words.offline;
  };
  addEventListener('offline', tellOffline);

  /* While a person of the staff answers, look for what they wrote. */
  setInterval(async () => {
    if (talk.dataset.staffed !== 'yes' || document.hidden || busy) return;
    try {
      const answer = await fetch(`/talk?after=${form.elements.after.value}`, { headers: { 'Yaodian-Part': 'talk' } });
      if (answer.ok && !busy) insert(await answer.text(), false);
    } catch (_) {}
  }, STAFF_MS);

  if (!field.value) field.value = kept('yaodian-draft') || '';
  grow();
  try {
    for (const message of JSON.parse(kept('yaodian-queue') || '[]')) {
      queue.push(message);
      show(message);
    }
  } catch (_) {
    queue = [];
  }
  if (navigator.onLine === false) tellOffline();
  void next();
  const latest = $('latest');
  if (latest && !location.hash) latest.scrollIntoView({ block: 'start' });
})();

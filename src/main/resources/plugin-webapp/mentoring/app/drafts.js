// What somebody has written and not sent yet is kept while they write. Tasklist would keep it when asked to, in the
// browser's storage, all forms that begin something under one name, where the next person at the same computer finds it.
// Here it belongs to whoever wrote it and to one form, until it is sent, they log out, somebody else logs in, or a day has
// passed. What is said in confidence, or only handed on, stays in the memory of this page: before that is lost, as when the
// page is loaded anew, the browser asks.
import { element } from './dom.js';
import { Form, formIdOf, onPlace } from './form-events.js';
import { onForm } from './form-schema.js';
import { lately, taskTexts as texts } from './texts.js';

const TASKLISTS_OWN = /^cam(unda-f|F)orm:/;
const OF_A_START_FORM = 'camunda-form:undefined';
const STORED = 'mentoring-drafts';
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
const LONG_ENOUGH_TO_READ = 8000;

const { setItem, getItem, removeItem } = Storage.prototype;

const CIPHER = 'AES-GCM';

const ON_DEVICE = 'keptHere';
const IN_PAGE = 'keptInPage';
const NOWHERE = 'keptNowhere';

/** Whose page this is; nobody's before a login and after a logout. When a session ends by itself they still are. */
let person = null;
/** Whether they are logged in. */
let present = false;
/** The form that begins something and is open. */
let startForm = null;
/** The names of fields by form: those that can be written, and which of them may be stored. */
const fields = new Map();
/** What is in memory, by form, and whether something of it is nowhere else; empty when nobody is logged in. */
const written = new Map();
/** Opens and seals what is in memory. */
let key = null;
/** What was in memory when the session ended, or will be as soon as it is sealed. */
let sealed = Promise.resolve(null);
/** Whether something of what is sealed is nowhere else. */
let sealedOnly = false;
/** Done when what was sealed is in memory again. */
let opened = Promise.resolve();
/** How what somebody is writing just now is kept, by form, where the device does not keep it. */
const writing = new Map();
/** What stands in the forms that are open: as it was at first, and lately. */
const watched = new WeakMap();
/** Tells other windows which form was sent. */
const sent = new BroadcastChannel(STORED);

// --- what is stored: whose it is, since when, and drafts by form

function stored() {
  try {
    const all = JSON.parse(getItem.call(localStorage, STORED));
    return all !== null && isFresh(all) ? all : null;
  } catch {
    return null;
  }
}

function store(drafts) {
  const kept = Object.fromEntries(Object.entries(drafts).filter(([, draft]) => isFresh(draft)));
  setItem.call(localStorage, STORED, JSON.stringify({ person, at: Date.now(), drafts: kept }));
}

function isFresh({ at }) {
  return Date.now() - at < DAY;
}

/** False as soon as somebody has logged out in another window, or somebody else has logged in. */
function isStillTheirs() {
  return person !== null && stored()?.person === person;
}

function forget() {
  forgetMemory();
  removeItem.call(localStorage, STORED);
}

function forgetMemory() {
  person = null;
  present = false;
  written.clear();
  writing.clear();
  key = null;
  sealed = Promise.resolve(null);
  sealedOnly = false;
}

// --- who is here

function isHere(name) {
  if (stored()?.person !== name || (person !== null && person !== name)) {
    forget();
  }
  if (!present) {
    opened = open(name).catch(console.error);
  }
  person = name;
  present = true;
  store(stored()?.drafts ?? {});
}

/** The session is over, and who comes next may be somebody else. */
function isGone() {
  if (present) {
    sealed = seal([...written]).catch(() => null);
    sealedOnly = isSomewhereOnly();
  }
  present = false;
  written.clear();
  writing.clear();
  key = null;
}

/** What another window shows is not for whoever is here now. */
function leaveWhatIsNotTheirs() {
  if (person !== null && !isStillTheirs()) {
    forgetMemory();
    window.location.reload();
  }
}

// --- what is sealed

async function seal(drafts) {
  if (key === null || drafts.length === 0) {
    return null;
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(drafts));
  return { iv, text: await crypto.subtle.encrypt({ name: CIPHER, iv }, key, text) };
}

async function open(name) {
  const [mine, theirs] = await Promise.all([keyOfPerson(), sealed]);
  if (person !== name || !present) {
    return;
  }
  key = mine;
  sealed = Promise.resolve(null);
  sealedOnly = false;
  if (theirs !== null) {
    const { iv, text } = theirs;
    const drafts = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: CIPHER, iv }, mine, text)));
    drafts.filter(([form]) => present && !written.has(form)).forEach(([form, draft]) => written.set(form, draft));
  }
}

/** Cannot be read out of the page; there is none where the browser has no ciphers, as without TLS. */
async function keyOfPerson() {
  const answer = await fetch(new URL('../../default/draft-key', import.meta.url));
  const bytes = Uint8Array.from(atob((await answer.json()).key), letter => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, CIPHER, false, ['encrypt', 'decrypt']);
}

// --- drafts

function formOf(key) {
  return key === OF_A_START_FORM ? startForm : key.replace(TASKLISTS_OWN, '');
}

/**
 * @param changed the names of what somebody has changed since the form was opened
 * @returns where it is kept, and the names of what the device keeps; null when nobody is here any more
 */
function keep(form, answers, changed = []) {
  if (!present) {
    return null;
  }
  const known = fields.get(form);
  if (known === undefined || !isStillTheirs()) {
    return { where: NOWHERE, stored: [] };
  }
  const at = Date.now();
  const storable = only(answers, known.storable);
  let onlyHere = written.get(form)?.onlyHere || changed.some(name => !known.storable.includes(name));
  let names = known.storable;
  try {
    if (Object.keys(storable).length > 0) {
      store({ ...stored().drafts, [form]: { at, answers: storable, isPart: onlyHere } });
    }
  } catch (problem) {
    // There is no room.
    console.error(problem);
    onlyHere = true;
    names = [];
  }
  written.set(form, { at, answers: only(answers, known.writable), onlyHere });
  return { where: onlyHere ? IN_PAGE : ON_DEVICE, stored: names };
}

/** Whether something would be lost with this page. */
function isSomewhereOnly() {
  return [...written.values()].some(({ onlyHere }) => onlyHere) || [...writing.values()].includes(NOWHERE);
}

/** How what somebody is just writing in this form is kept, where the device does not keep it; otherwise null. */
export function atRisk(form) {
  return writing.get(form) ?? null;
}

function draftsOf(form) {
  if (!present || !isStillTheirs()) {
    return [];
  }
  return [stored().drafts[form], written.get(form)]
    .filter(draft => draft !== undefined && isFresh(draft))
    .sort((one, other) => one.at - other.at);
}

function draftOf(form) {
  const drafts = draftsOf(form).map(({ answers }) => answers);
  return drafts.length > 0 ? JSON.stringify(Object.assign({}, ...drafts)) : null;
}

/** What was written is of no use any more. */
export function forgetDraft(form) {
  writing.delete(form);
  written.delete(form);
  if (isStillTheirs()) {
    const { [form]: gone, ...others } = stored().drafts;
    store(others);
  }
}

function only(answers, names) {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

/**
 * What is only shown comes from the server each time. Of a form in which something is told in confidence, nothing is
 * stored, not even that it was open; nor of one that is not known.
 */
function know(form, all) {
  const writable = all.filter(field => field.key && !field.readonly && !field.disabled);
  fields.set(form, {
    writable: writable.map(field => field.key),
    typed: writable.filter(({ type }) => type.startsWith('text')).map(field => field.key),
    storable: all.some(field => is(field, 'confidential'))
      ? []
      : writable.filter(field => !is(field, 'transient')).map(field => field.key)
  });
}

function is(field, property) {
  return String(field.properties?.[property] ?? 'false') !== 'false';
}

// --- in place of what Tasklist does

Storage.prototype.setItem = function (key, value) {
  if (TASKLISTS_OWN.test(key)) {
    keep(formOf(key), JSON.parse(value));
  } else {
    setItem.call(this, key, value);
  }
};

Storage.prototype.getItem = function (key) {
  return TASKLISTS_OWN.test(key) ? draftOf(formOf(key)) : getItem.call(this, key);
};

Storage.prototype.removeItem = function (key) {
  if (TASKLISTS_OWN.test(key)) {
    forgetDraft(formOf(key));
    sent.postMessage(formOf(key));
  } else {
    removeItem.call(this, key);
  }
};

// What earlier versions left behind.
Object.keys(localStorage)
  .filter(key => TASKLISTS_OWN.test(key))
  .forEach(key => removeItem.call(localStorage, key));
if (stored() === null) {
  removeItem.call(localStorage, STORED);
}

onForm(async (components, form) => {
  // Tasklist has asked for the draft already, perhaps before it was there.
  await opened;
  know(form, components);
});

const { importSchema } = Form.prototype;
Form.prototype.importSchema = function (schema, data) {
  return importSchema.call(this, schema, { ...data, ...JSON.parse(draftOf(formIdOf(this)) ?? '{}') });
};

onPlace(({ kind, formId, element: place, scope }) => {
  if (kind === 'start') {
    startForm = formId;
  }
  writing.delete(formId);
  scope.$on('$destroy', () => {
    writing.delete(formId);
    sayThatItIsKept(formId);
  });
  // Otherwise the browser writes to its own files what stands in a form, to show it again after a crash.
  new MutationObserver(() =>
    place.querySelectorAll('form').forEach(form => form.setAttribute('autocomplete', 'off'))
  ).observe(place, { childList: true, subtree: true });
});

window.angular.module('cam.tasklist.custom').run([
  '$rootScope',
  '$route',
  '$uibModalStack',
  'Notifications',
  (root, route, dialogs, notifications) => {
    drawAnew = () => root.$applyAsync(() => route.reload());
    say = status => notifications.addMessage({ status, duration: LONG_ENOUGH_TO_READ });
    root.$on('authentication.changed', (event, authentication) => {
      if (authentication) {
        isHere(authentication.name);
      } else {
        isGone();
        // Tasklist would leave them on top of its login page, with all that stands in them.
        dialogs.dismissAll();
      }
    });
    root.$on('authentication.logout.success', forget);
  }
]);

// --- while somebody writes

/** Tells something in passing. */
let say;
/** Opens the task anew. */
let drawAnew;

function sayThatItIsKept(form) {
  if (draftsOf(form).length > 0) {
    say(texts.stillKept);
  }
}

/** Without looking for faults in it, as Tasklist does when it keeps something. */
function answersIn(viewer) {
  return viewer._getSubmitData();
}

function watch({ form, viewer, formId }) {
  if (!watched.has(viewer)) {
    viewer.on('changed', () => keepWhatIsWritten(form, viewer, formId));
    ['input', 'change', 'click', 'keydown'].forEach(what =>
      form.addEventListener(what, () => (watched.get(viewer).touched = true), true)
    );
  }
  const first = answersIn(viewer);
  watched.set(viewer, { first, last: JSON.stringify(first), touched: false });
}

function keepWhatIsWritten(form, viewer, formId) {
  const { first, last, touched } = watched.get(viewer);
  const answers = answersIn(viewer);
  const now = JSON.stringify(answers);
  if (!touched) {
    // Fields put in what they begin with.
    watched.set(viewer, { first: answers, last: now, touched });
    return;
  }
  if (now === last) {
    return;
  }
  watched.set(viewer, { first, last: now, touched });
  const changed = Object.keys(answers).filter(name => JSON.stringify(answers[name]) !== JSON.stringify(first[name]));
  const kept = keep(formId, answers, changed);
  if (kept === null) {
    return;
  }
  // What was only chosen is chosen again.
  const isAtRisk = changed.some(name => isTyped(formId, name, answers[name]) && !kept.stored.includes(name));
  writing.delete(formId);
  if (isAtRisk) {
    writing.set(formId, kept.where);
  }
  const place = form.closest('.modal-content')?.querySelector('.modal-footer') ?? form.closest('.form-pane');
  const said = place?.querySelector('.mentoring-kept-where');
  if (said) {
    said.textContent = texts[kept.where];
  }
}

function isTyped(form, name, answer) {
  return typeof answer === 'string' && answer.trim() !== '' && (fields.get(form)?.typed.includes(name) ?? true);
}

function tellWhatWasKept({ kind, form, viewer, schema, formId }) {
  const kept = draftsOf(formId).at(-1);
  if (kept === undefined) {
    return;
  }
  const afresh = element('button', { type: 'button', class: 'btn btn-link' }, texts.afresh);
  const sentence = element('p', { class: 'mentoring-kept' }, (kept.isPart ? texts.weKeptPart : texts.weKept)(lately(kept.at)), ' ', afresh);
  afresh.addEventListener('click', () => {
    forgetDraft(formId);
    sentence.remove();
    if (kind === 'task') {
      drawAnew();
    } else {
      viewer.importSchema(schema, {}).catch(console.error);
    }
  });
  form.closest('.fjs-container').before(sentence);
}

document.addEventListener('mentoring:opened', ({ detail }) => {
  tellWhatWasKept(detail);
  watch(detail);
});

window.addEventListener('beforeunload', event => {
  if (isSomewhereOnly() || sealedOnly) {
    event.preventDefault();
    // As older browsers want it.
    event.returnValue = true;
  }
});

// Before Tasklist goes on from there.
document.addEventListener('mentoring:answered', ({ detail: { kind, id } }) => writing.delete(kind === 'task' ? id : startForm));

sent.addEventListener('message', ({ data }) => {
  written.delete(data);
  writing.delete(data);
});
window.addEventListener('storage', leaveWhatIsNotTheirs);
window.addEventListener('pageshow', leaveWhatIsNotTheirs);
setInterval(() => isStillTheirs() && store(stored().drafts), HOUR);

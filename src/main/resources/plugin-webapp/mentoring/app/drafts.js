// What somebody has written and not sent yet. Tasklist would keep it in the browser's storage, all forms that begin
// something under one name, where the next person at the same computer finds it. Here it belongs to whoever wrote it and
// to one form, until it is sent, they log out, somebody else logs in, or a day has passed. What is said in confidence, or
// only handed on, stays in the memory of this page: it is lost when the page is loaded anew.

const TASKLISTS_OWN = /^cam(unda-f|F)orm:/;
const OF_A_START_FORM = 'camunda-form:undefined';
const STORED = 'mentoring-drafts';
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

const { setItem, getItem, removeItem } = Storage.prototype;

const CIPHER = 'AES-GCM';

/** Whose page this is; nobody's before a login and after a logout. When a session ends by itself they still are. */
let person = null;
/** Whether they are logged in. */
let present = false;
/** The form that begins something and is open. */
let startForm = null;
/** The names of fields by form: those that can be written, and which of them may be stored. */
const fields = new Map();
/** What is only in memory, by form; empty when nobody is logged in. */
const written = new Map();
/** Opens and seals what is in memory. */
let key = null;
/** What was in memory when the session ended, or will be as soon as it is sealed. */
let sealed = Promise.resolve(null);
/** Done when what was sealed is in memory again. */
let opened = Promise.resolve();
/** Tasklist's own way to keep what stands in a form, one for each form that is open. */
const openForms = new Set();
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
  key = null;
  sealed = Promise.resolve(null);
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
  }
  present = false;
  written.clear();
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

function keep(form, answers) {
  const known = fields.get(form);
  if (known === undefined || !isStillTheirs()) {
    return;
  }
  const at = Date.now();
  if (present) {
    written.set(form, { at, answers: only(answers, known.writable) });
  }
  const storable = only(answers, known.storable);
  if (Object.keys(storable).length > 0) {
    store({ ...stored().drafts, [form]: { at, answers: storable } });
  }
}

function keepOpen(save) {
  try {
    save();
  } catch (problem) {
    // As of a form that is not drawn yet.
    console.error(problem);
  }
}

function draftOf(form) {
  if (!present || !isStillTheirs()) {
    return null;
  }
  const drafts = [stored().drafts[form], written.get(form)]
    .filter(draft => draft !== undefined && isFresh(draft))
    .sort((one, other) => one.at - other.at)
    .map(draft => draft.answers);
  return drafts.length > 0 ? JSON.stringify(Object.assign({}, ...drafts)) : null;
}

function forgetDraft(form) {
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
function know(form, schema) {
  const all = components(schema);
  const writable = all.filter(field => field.key && !field.readonly && !field.disabled);
  fields.set(form, {
    writable: writable.map(field => field.key),
    storable: all.some(field => is(field, 'confidential'))
      ? []
      : writable.filter(field => !is(field, 'transient')).map(field => field.key)
  });
}

function components({ components: inside = [] }) {
  return inside.flatMap(component => [component, ...components(component)]);
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

const { fetch } = window;
window.fetch = async (address, ...rest) => {
  const answer = await fetch(address, ...rest);
  const form = /\/(?:task|process-definition)\/([^/]+)\/deployed-(?:start-)?form\?/.exec(address);
  if (form !== null && answer.ok) {
    // Then Tasklist asks for the draft.
    await opened;
    know(decodeURIComponent(form[1]), await answer.clone().json());
  }
  return answer;
};

const tasklist = window.angular.module('cam.tasklist.custom');

tasklist.decorator('camTasklistFormCamundaDirective', [
  '$delegate',
  ([directive, ...others]) => {
    const { compile } = directive;
    directive.compile = (...parts) => {
      const link = compile.apply(directive, parts);
      return (scope, element, attributes, controller) => {
        const { taskId, processDefinitionId } = controller.getParams();
        if (taskId === undefined) {
          startForm = processDefinitionId;
        }
        const { registerSaveHandler } = controller;
        controller.registerSaveHandler = save => {
          openForms.add(save);
          scope.$on('$destroy', () => openForms.delete(save));
          registerSaveHandler(save);
        };
        // Otherwise the browser writes to its own files what stands in a form, to show it again after a crash.
        new MutationObserver(() =>
          element[0].querySelectorAll('form').forEach(form => form.setAttribute('autocomplete', 'off'))
        ).observe(element[0], { childList: true, subtree: true });
        return link(scope, element, attributes, controller);
      };
    };
    return [directive, ...others];
  }
]);

tasklist.run([
  '$rootScope',
  '$uibModalStack',
  (root, dialogs) => {
    root.$on('authentication.changed', (event, authentication) => {
      if (authentication) {
        isHere(authentication.name);
      } else {
        openForms.forEach(keepOpen);
        isGone();
        // Tasklist would leave them on top of its login page, with all that stands in them.
        dialogs.dismissAll();
      }
    });
    root.$on('authentication.logout.success', forget);
  }
]);

sent.addEventListener('message', ({ data }) => written.delete(data));
window.addEventListener('storage', leaveWhatIsNotTheirs);
window.addEventListener('pageshow', leaveWhatIsNotTheirs);
setInterval(() => isStillTheirs() && store(stored().drafts), HOUR);

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

/** Whose page this is; nobody's before a login and after a logout. When a session ends by itself they still are. */
let person = null;
/** The form that begins something and is open. */
let startForm = null;
/** The names of fields by form: those that can be written, and which of them may be stored. */
const fields = new Map();
/** What is only in memory, by form. */
const written = new Map();
/** Tasklist's own way to keep what stands in a form, one for each form that is open. */
const open = new Set();
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
  person = null;
  written.clear();
  removeItem.call(localStorage, STORED);
}

// --- who is here

function isHere(name) {
  if (stored()?.person !== name || (person !== null && person !== name)) {
    forget();
  }
  person = name;
  store(stored()?.drafts ?? {});
}

/** What another window shows is not for whoever is here now. */
function leaveWhatIsNotTheirs() {
  if (person !== null && !isStillTheirs()) {
    person = null;
    written.clear();
    window.location.reload();
  }
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
  written.set(form, { at, answers: only(answers, known.writable) });
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
  if (!isStillTheirs()) {
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
          open.add(save);
          scope.$on('$destroy', () => open.delete(save));
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
        open.forEach(keepOpen);
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

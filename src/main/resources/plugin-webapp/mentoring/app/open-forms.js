// The forms that are open, with form-js behind them, so that what is said beside a field is said by form-js itself.
import { onPlace } from './form-events.js';

/** The form of the task, and the one with which something begins. */
const open = { task: null, start: null };
const openers = [];
const drawers = [];
let saving = false;
/** Where the form itself tells what was refused: at its fields, above its buttons, or nowhere. */
let told = null;

/** @param opener gets each form as soon as it is drawn for the first time */
export function onOpen(opener) {
  openers.push(opener);
}

/** @param drawer gets each form whenever something of it was drawn; what drawers change themselves does not count */
export function onDrawn(drawer) {
  drawers.push(drawer);
}

/** @param kind task or start */
export function openForm(kind) {
  return open[kind];
}

/** What stands in a form that is gone stays with nobody here. */
function forget(element) {
  Object.keys(open)
    .filter(kind => open[kind]?.home === element)
    .forEach(kind => (open[kind] = null));
}

/** Whether what stands in a form is only kept for later. */
export function isSaving() {
  return saving;
}

/** Where somebody writes or chooses; of several options the first. */
export function inputOf({ place, form }, { id }) {
  const name = `fjs-form-${form._id}-${id}`;
  return place.querySelector(`[id="${name}"], [id="${name}-0"]`);
}

/**
 * Tasklist says of a refusal only that it was not sent, once, when the rest is told at the fields, and nothing when all is
 * told above the buttons: no answer is at fault then.
 *
 * @param where 'fields', 'buttons', or null where the form tells nothing
 */
export function tellIn(where) {
  told = where;
}

/** What stands at an address such as "=call.timeZone", in what the form was opened with. */
export function valueAt({ form }, address) {
  return address
    ?.replace(/^=\s*/, '')
    .split('.')
    .reduce((value, name) => value?.[name], form._getState().initialData);
}

document.addEventListener('mentoring:opened', ({ detail: { kind, form: place, viewer: form } }) => {
  const opened = { place, form, home: form._container.parentElement, fields: form.get('formFieldRegistry').getAll() };
  open[kind] = opened;
  openers.forEach(opener => opener(opened));
  const draw = () => {
    drawers.forEach(drawer => drawer(opened));
    changes.takeRecords();
  };
  const changes = new MutationObserver(draw);
  changes.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  draw();
});

window.angular.module('cam.tasklist.custom').run([
  'Notifications',
  notifications => {
    const { addError } = notifications;
    notifications.addError = function (error) {
      if (told !== 'buttons') {
        addError.call(this, told === 'fields' ? { ...error, message: undefined } : error);
      }
      told = null;
    };
  }
]);

onPlace(({ element, scope, controller }) => {
  const { notifyFormValidated, registerSaveHandler } = controller;
  scope.$on('$destroy', () => forget(element));
  // Who presses the button is told what is missing, which a grey one does not say.
  controller.notifyFormValidated = invalid =>
    notifyFormValidated.call(controller, invalid && element.querySelector('.fjs-form') === null);
  controller.registerSaveHandler = save =>
    registerSaveHandler.call(controller, (...event) => {
      saving = true;
      try {
        save(...event);
      } finally {
        saving = false;
      }
    });
});

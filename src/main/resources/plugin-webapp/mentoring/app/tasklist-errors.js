// Where Tasklist says what went wrong. It would lie over the buttons, and stay there when the answer is sent again; here it
// stands above the buttons of the form, goes with the next try, and is a sentence.
import { taskTexts as texts } from './texts.js';

const tasklist = window.angular.module('cam.tasklist.custom');

const ERRORS = { type: 'danger' };
const PANEL = `<div class="mentoring-errors" notifications-panel notifications-filter="${JSON.stringify(ERRORS).replaceAll('"', "'")}"></div>`;

const templates = {
  camTasklistForm: template =>
    template.replace(
      /<div class="form-actions"[^>]*>/,
      // Where a dialog has the buttons, it also has the errors.
      `$&<div ng-if="showCompleteButton()">${PANEL}</div>`
    ),
  // What is a sentence needs no colon behind it.
  notificationsPanel: template =>
    template.replace('ng-if="notification.message"', `ng-if="notification.message && !'.!?'.includes(notification.status.slice(-1))"`)
};

const dialog = template =>
  template
    .replace('<div notifications-panel></div>', '')
    .replace('{{ startFormState.$error.message }}', texts.formFailed)
    .replace('<div class="modal-footer">', `$&${PANEL}<span class="mentoring-kept-where" role="status"></span>`);

/** What a browser or a proxy says of an answer that has not come is no sentence for people, and no fault of theirs. */
function inWords(error) {
  if (/^Request has been terminated/.test(error.message)) {
    return { ...error, status: texts.notReached, message: '' };
  }
  return error.message && !/[.!?]\s*$/.test(error.message) ? { ...error, status: texts.failedHere, message: '' } : error;
}

Object.entries(templates).forEach(([directive, better]) =>
  tasklist.decorator(`${directive}Directive`, [
    '$delegate',
    ([first, ...others]) => [Object.assign(first, { template: better(first.template) }), ...others]
  ])
);

tasklist.decorator('$uibModal', [
  '$delegate',
  modal => {
    const { open } = modal;
    modal.open = options => open.call(modal, { ...options, template: options.template && dialog(options.template) });
    return modal;
  }
]);

tasklist.run([
  '$rootScope',
  'Notifications',
  (root, notifications) => {
    const { addError } = notifications;
    let isThere = false;
    /** Until somebody tries to log in: what was under way when the session ended is heard of after its end. */
    let isOver = false;
    notifications.addError = function (error) {
      // Of a task that is not there, its page speaks; of a session that is over, the login page.
      if (!isOver && (!error.scope?.taskState?.$error || !document.body.classList.contains('mentoring-one'))) {
        notifications.clear(ERRORS);
        addError.call(this, inWords(error));
      }
    };
    ['opened', 'answered'].forEach(what =>
      document.addEventListener(`mentoring:${what}`, () => root.$applyAsync(() => notifications.clear(ERRORS)))
    );
    // Of a session that is over the login page speaks, and what could not be sent because of it is no fault of anybody's.
    // A login that is refused also changes nobody into nobody, and that is said.
    root.$on('authentication.changed', (event, authentication) => {
      if (isThere && !authentication) {
        isOver = true;
        root.$applyAsync(() => notifications.clear(ERRORS));
      }
      isThere = Boolean(authentication);
    });
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, url, ...rest) {
      if (/\/login(?:$|\/)/.test(url)) {
        isOver = false;
      }
      if (/\/submit-form$/.test(url)) {
        root.$applyAsync(() => notifications.clear(ERRORS));
      }
      return open.call(this, method, url, ...rest);
    };
  }
]);

// A dialog would close with the Escape key that only closes the list of a field in it.
document.addEventListener(
  'keydown',
  event => {
    const field = event.key === 'Escape' && event.target instanceof Element && event.target.closest('.fjs-form-field');
    if (field && field.querySelector('.fjs-dropdownlist') !== null) {
      event.preventDefault();
    }
  },
  true
);

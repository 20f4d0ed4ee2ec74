// What Tasklist draws as a picture only, or leaves to the eye, has a name and says what it is, in the reader's language, as
// soon as it appears. On a phone the menu at the top folds up as soon as it has been used, or is not wanted.
import { language, taskTexts as texts } from './texts.js';

const { frame } = texts;
const MENU = '[cam-widget-header] .navbar-toggle';

const NAMES = {
  '.task-filters .region-toggle': frame.lists,
  '.tasks-list .region-toggle': frame.tasks,
  '.task-details .region-toggle': frame.task,
  '.task-details .maximize': frame.larger,
  '.task-details .reset-regions': frame.smaller,
  '.sorting-choice .sort-direction': frame.otherOrder,
  '.tasks-list .shutter > a': frame.more,
  '[cam-widget-header] .app-switch > a': frame.applications,
  '[notifications-panel] .close': frame.close
};

/** By what somebody writes there, a browser can fill it in, and whoever does not see it knows what it is for. */
const LOGIN = { text: 'username', password: 'current-password' };

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) {
      element.setAttribute(name, value);
    }
  }
}

const all = (selector, what) => document.querySelectorAll(selector).forEach(what);

/** What Tasklist says of a picture to whoever points at it. */
function said(link) {
  return (link.matches('[uib-tooltip]') ? link : link.querySelector('[uib-tooltip]'))?.getAttribute('uib-tooltip');
}

function name() {
  Object.entries(NAMES).forEach(([selector, words]) => all(selector, part => set(part, { 'aria-label': words, lang: language })));
  all('a[href]:not([aria-label]):has(.glyphicon, [uib-tooltip]), button.glyphicon:not([aria-label])', link => {
    if (link.textContent.trim() === '' && said(link)) {
      set(link, { 'aria-label': said(link) });
    }
  });
  all('.modal[role=dialog]', (dialog, place) => {
    const title = dialog.querySelector('.modal-title');
    if (title !== null) {
      title.id ||= `mentoring-dialog-${place}`;
      set(dialog, { 'aria-labelledby': title.id, 'aria-modal': true });
    }
  });
  all('.page-notifications', panel => set(panel, { role: 'status' }));
  all('.form-signin form > input', input => set(input, { 'aria-label': input.placeholder, autocomplete: LOGIN[input.type] }));
  all('[cam-widget-search] .main-field', input =>
    set(input, { role: 'combobox', 'aria-label': input.placeholder, 'aria-controls': input.getAttribute('aria-owns') })
  );
  all(MENU, button => set(button, { 'aria-expanded': button.matches('.open') }));
}

/** Where a dialog has been, or a picture was drawn. */
new MutationObserver(name).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['placeholder', 'uib-tooltip']
});
name();

const menu = () => document.querySelector(`${MENU}.open`);

new MutationObserver(name).observe(document.querySelector('[cam-widget-header]'), {
  subtree: true,
  attributes: true,
  attributeFilter: ['class']
});
document.addEventListener('click', ({ target }) => {
  if (!target.closest('[cam-widget-header]') || target.closest('[cam-widget-header] a:not(.dropdown-toggle)')) {
    // After what was pressed has done its work.
    setTimeout(() => menu()?.click());
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && menu() !== null) {
    // It closes the menu, and nothing else.
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = menu();
    button.click();
    button.focus();
  }
}, true);

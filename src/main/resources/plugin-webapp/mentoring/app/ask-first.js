// Whoever leaves what they have written is asked first, where only this window keeps it, or nothing does: closing a dialog,
// the Escape key, another page of Tasklist. What is kept on the device nobody is asked about; that it is, is said.
import { atRisk } from './drafts.js';
import { onPlace } from './form-events.js';

/** What is written elsewhere than in forms, and kept nowhere. */
const NOWHERE = 'keptNowhere';

const others = [];
/** The forms that are open. */
const open = { task: null, start: null };
/** Whether somebody has said that they leave, or has to, as their session is over. */
let leaves = false;
let asking = false;
let dismiss;

/** @param isWritten whether something stands on a page of ours that would be lost with it */
export function alsoAtRisk(isWritten) {
  others.push(isWritten);
}

const isWrittenElsewhere = () => others.some(isWritten => isWritten());

/** Whether somebody leaves; where the question has not come, they are not held back. */
export async function leavesAfterAll(where) {
  asking = true;
  try {
    const { question } = await import('./question.js');
    return await question(where);
  } catch (problem) {
    console.error(problem);
    return true;
  } finally {
    asking = false;
  }
}

/**
 * Holds back what would take away what somebody has written, until they have said that they leave.
 *
 * @param where how it is kept; null where nothing has to be asked
 */
function holdBack(event, where, go) {
  if (leaves || where === null) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation?.();
  if (!asking) {
    leavesAfterAll(where).then(said => {
      if (said) {
        leaves = true;
        go();
      }
    });
  }
}

/** Does something that is not asked about once more. */
function after(go) {
  return () => {
    try {
      go();
    } finally {
      leaves = false;
    }
  };
}

const atRiskIn = form => (form === null ? null : atRisk(form));

onPlace(({ kind, formId, scope }) => {
  open[kind] = formId;
  scope.$on('$destroy', () => {
    if (open[kind] === formId) {
      open[kind] = null;
    }
  });
  if (kind === 'start') {
    scope.$on('modal.closing', (event, reason, isDone) =>
      holdBack(event, isDone ? null : atRisk(formId), after(() => dismiss(reason)))
    );
  }
});

// The way back to the list of what can be started.
document.addEventListener(
  'click',
  event => {
    const back = event.target instanceof Element && event.target.closest('.modal-footer [ng-click="back()"]');
    if (back) {
      holdBack(event, atRiskIn(open.start), after(() => back.click()));
    }
  },
  true
);

window.addEventListener('beforeunload', event => {
  if (isWrittenElsewhere()) {
    event.preventDefault();
    // As older browsers want it.
    event.returnValue = true;
  }
});

window.angular.module('cam.tasklist.custom').run([
  '$rootScope',
  '$location',
  '$uibModalStack',
  (root, location, dialogs) => {
    dismiss = reason => dialogs.getTop()?.key.dismiss(reason);

    const urlIn = address => address.split('#')[1] ?? '';

    const whatIsLeft = (next, current) => {
      const [path, query] = urlIn(next).split('?');
      if (isWrittenElsewhere() && path !== urlIn(current).split('?')[0]) {
        return NOWHERE;
      }
      const stays = ['', '/'].includes(path) && new URLSearchParams(query).get('task') === open.task;
      return stays ? null : atRiskIn(open.task);
    };

    root.$on('$locationChangeStart', (event, next, current) =>
      holdBack(event, root.authentication ? whatIsLeft(next, current) : null, () =>
        root.$applyAsync(() => location.url(urlIn(next)))
      )
    );
    root.$on('$locationChangeSuccess', () => (leaves = false));
    // Nobody else is to see it, and whoever comes back finds it.
    root.$on('authentication.login.required', () => (leaves = true));
    root.$on('authentication.login.success', () => (leaves = false));
  }
]);

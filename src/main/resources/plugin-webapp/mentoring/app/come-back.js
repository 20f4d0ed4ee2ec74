// When a session ends by itself, nothing of what somebody was about ends with it. Tasklist shows its login page, so that
// nobody else sees what stands in a form; after the login the same person is where they were, and what they were just
// sending is sent. Somebody else begins where everybody does.
import { element } from './dom.js';
import { language, taskTexts as texts } from './texts.js';

/** Whose session has ended, and where they were; null when nobody has left like this. */
let left = null;
/** What could not be sent because of it, and since when; null as soon as it is sent, or they begin with something else. */
let unsent = null;

/** After that somebody looks at it once more before they send it. */
const FRESH = 4 * 60 * 60 * 1000;

const login = {
  id: 'mentoring-come-back',
  pluginPoint: 'tasklist.login',
  priority: 10,
  render(node) {
    if (left !== null) {
      const words = unsent === null ? texts.sessionOver : texts.sessionOverSending;
      node.append(element('p', { role: 'status', lang: language }, words));
    }
  }
};

export default [login];

const isUnsent = ({ kind, id }) => unsent?.kind === kind && unsent.id === id;

function press(button) {
  if (!button.disabled) {
    button.click();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!button.disabled) {
      observer.disconnect();
      button.click();
    }
  });
  observer.observe(button, { attributes: true });
}

document.addEventListener('mentoring:refused', ({ detail: { kind, id, status } }) => {
  if (status === 401) {
    unsent = { kind, id, at: Date.now() };
  }
});

document.addEventListener('mentoring:answered', ({ detail }) => {
  if (isUnsent(detail)) {
    unsent = null;
  }
});

document.addEventListener('mentoring:opened', ({ detail }) => {
  if (left !== null || unsent === null) {
    return;
  }
  const isTheirs = isUnsent(detail);
  const isFresh = Date.now() - unsent.at < FRESH;
  unsent = null;
  if (isTheirs && isFresh) {
    press(detail.form.closest('.modal-content, .form-pane').querySelector('.btn-primary[type=submit]'));
  } else if (isTheirs) {
    tell(texts.notSentYet);
  }
});

/** Says something until it is read. */
let tell;

window.angular.module('cam.tasklist.custom').run([
  '$rootScope',
  '$location',
  'camAPI',
  'Notifications',
  (root, location, camAPI, notifications) => {
    let present = null;
    tell = status => notifications.addMessage({ status });

    // Tasklist looks after its lists and tasks, and so notices that a session has ended. A form over a page of ours would
    // stay there, with all that stands in it.
    root.$on('refresh', () => {
      if (root.authentication && location.path() !== '/' && document.querySelector('.modal .fjs-form') !== null) {
        camAPI.resource('process-definition').count({ latest: true }, () => {});
      }
    });

    root.$on('authentication.changed', (event, authentication) => {
      if (!authentication && present !== null) {
        left = { person: present, url: location.url() };
      }
      present = authentication?.name ?? null;
    });

    root.$on('authentication.logout.success', () => {
      left = null;
      unsent = null;
    });

    // Of a task that is over or somebody else's there is nothing to send any more.
    document.addEventListener('mentoring:elsewhere', () => (unsent = null));

    root.$on('authentication.login.success', (event, { name }) => {
      if (left === null) {
        unsent = null;
        return;
      }
      const { person, url } = left;
      left = null;
      if (person !== name) {
        unsent = null;
      }
      // After Tasklist has gone to where it takes them to have been: a dialog has changed that when it was closed.
      root.$evalAsync(() => location.url(person === name ? url : '/my-mentorship').replace());
    });
  }
]);

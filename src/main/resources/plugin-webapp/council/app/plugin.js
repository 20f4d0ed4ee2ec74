// The council's pages in Cockpit. Whoever they are not for does not see that there are any.
import { ask, element, said } from './page.js';
import { renderProgramme } from './programme.js';
import { renderFeedback } from './feedback.js';
import { renderCase, renderHistory } from './history.js';
import { renderProcesses, renderTasks } from './running.js';

const BASE = document.querySelector('base');
const API = {
  cockpitApi: BASE.getAttribute('cockpit-api').replace(/\/$/, ''),
  engine: window.location.pathname.match(/\/app\/cockpit\/([\w-]+)/)[1]
};

// What Cockpit has of its own waits for rows and numbers that the engine does not tell the council or analysts.
const INSTEAD = {
  council: { '/dashboard': '/programme', '/processes': '/process-list', '/tasks': '/tasks-open' },
  analysts: { '/dashboard': '/process-list', '/processes': '/process-list', '/tasks': '/process-list' }
};

let asking;

/** Always asked anew, as somebody else may have logged in; once for all who ask at the same time. */
function access() {
  asking =
    asking ||
    ask(API, 'access')
      .catch(() => ({}))
      .finally(() => {
        asking = undefined;
      });
  return asking;
}

function navigation(id, label, priority) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    checkActive: path => new RegExp(`#/${id}([/?]|$)`).test(path),
    render: node => {
      access().then(({ allowed, analyst }) => {
        if (allowed) {
          node.append(element('a', { href: `#/${id}` }, label));
        }
        document.body.classList.toggle('council-no-tasks', !allowed && Boolean(analyst));
      });
    }
  };
}

function page(id, path, render) {
  return { id, pluginPoint: 'cockpit.route', properties: { path }, ...render };
}

// Cockpit shows a house and says nothing.
new MutationObserver(() =>
  document.querySelector('.app-switch > a:not([aria-label])')?.setAttribute('aria-label', said('Other applications'))
).observe(document.querySelector('[cam-widget-header]'), { childList: true, subtree: true });

window.angular.module('cam.cockpit').run([
  '$route',
  // With it comes the name of whoever is logged in, which otherwise only Cockpit's own pages ask for.
  'page',
  $route =>
    Object.keys(INSTEAD.council).forEach(path => {
      if ($route.routes[path]) {
        $route.routes[path].resolveRedirectTo = [
          () => access().then(({ allowed, analyst }) => (allowed ? INSTEAD.council : analyst ? INSTEAD.analysts : {})[path])
        ];
      }
    })
]);

export default [
  navigation('programme', said('Programme'), 3),
  navigation('feedback', said('Feedback'), 2),
  navigation('history', said('History'), 1),
  page('council-programme', '/programme', renderProgramme()),
  page('council-feedback', '/feedback', renderFeedback()),
  page('council-history', '/history', renderHistory()),
  page('council-history-case', '/history/:id', renderCase()),
  page('council-processes', '/process-list', renderProcesses()),
  page('council-tasks', '/tasks-open', renderTasks())
];

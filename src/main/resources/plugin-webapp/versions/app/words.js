// What the pages of versions have in common.
import { element, json, said } from '../../../council/static/app/page.js';

const BASE = document.querySelector('base');
const ENGINE = window.location.pathname.match(/\/app\/cockpit\/([\w-]+)/)[1];
const HERE = `${BASE.getAttribute('cockpit-api').replace(/\/$/, '')}/plugin/versions/${ENGINE}`;

export const address = path => `${HERE}/${path}`;

export const get = path => fetch(address(path), { headers: { Accept: 'application/json' } }).then(json);

export function send(path, body) {
  const token = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/);
  return fetch(address(path), {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {})
    },
    body: JSON.stringify(body)
  }).then(json);
}

/** Who has brought a version. */
export function by(version) {
  return version.ofARelease ? said('the application') : version.by || said('somebody who is not here any more');
}

/** Where it is said what became of something that was pressed. */
export function outcomeOf() {
  const node = element('div', { class: 'versions-outcome', role: 'status', tabindex: '-1' });
  return {
    node,
    say: (...parts) => {
      node.replaceChildren(...parts.flat(Infinity).filter(Boolean));
      node.focus();
    }
  };
}

export function button(label, outcome, work, kind = 'btn-default') {
  const made = element('button', { type: 'button', class: `btn ${kind}` }, label);
  made.addEventListener('click', () => {
    made.disabled = true;
    work()
      .catch(error => outcome.say(element('p', { class: 'council-error', role: 'alert' }, error.message)))
      .then(() => {
        made.disabled = false;
      });
  });
  return made;
}

// The council's pages in Cockpit. Whoever they are not for does not see that there are any.
import { ask, element } from './page.js';
import { renderProgramme } from './programme.js';
import { renderCase, renderHistory } from './history.js';

let access;

function mayRead(api) {
  access = access || ask(api, 'access').then(answer => answer.allowed).catch(() => false);
  return access;
}

function navigation(id, label, priority) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    checkActive: path => new RegExp(`#/${id}([/?]|$)`).test(path),
    render: (node, { api }) => {
      mayRead(api).then(allowed => {
        if (allowed) {
          node.append(element('a', { href: `#/${id}` }, label));
        }
      });
    }
  };
}

function page(id, path, render) {
  return { id, pluginPoint: 'cockpit.route', properties: { path }, ...render };
}

export default [
  navigation('programme', 'Programme', 2),
  navigation('history', 'History', 1),
  page('council-programme', '/programme', renderProgramme()),
  page('council-history', '/history', renderHistory()),
  page('council-history-case', '/history/:id', renderCase())
];

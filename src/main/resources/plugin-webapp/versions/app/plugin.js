// The page "Versions" in Cockpit. Whoever it is not for does not see that there is one.
import { asRead, columns, element, moment, openPage, said, table } from '../../../council/static/app/page.js';
import { renderDifference } from './difference.js';
import { renderProcess } from './process.js';
import { button, by, get, outcomeOf, send } from './words.js';

function held(one, redraw) {
  const result = outcomeOf();
  const settle = path => () => send(path, { process: one.key, release: one.fingerprint }).then(redraw);
  return element(
    'section',
    { class: 'council-section' },
    element('h2', {}, one.name),
    element(
      'p',
      {},
      said('The release brings a new version. Version {version}, which is yours, stays in force until you say otherwise.', {
        version: one.version
      })
    ),
    element(
      'div',
      { class: 'versions-buttons' },
      one.isProcess
        ? element('a', { class: 'btn btn-default', href: `#/versions/${one.key}/${one.version}/0` }, said('What differs'))
        : null,
      one.settles ? button(said('Take the release’s version'), result, settle('release-taken')) : null,
      one.settles ? button(said('Keep ours'), result, settle('own-kept')) : null
    ),
    result.node
  );
}

function overview(page, all) {
  const redraw = () => load(page);
  const counted = number => (number === null ? '' : asRead(number));
  page.content.replaceChildren(
    ...all.held.map(one => held({ ...one, settles: all.settles }, redraw)),
    table(
      said('Processes'),
      [
        ...columns(said('Process'), said('In force'), said('By'), said('Since')),
        { label: said('Running cases'), number: true },
        { label: said('Of these on earlier versions'), number: true },
        { label: said('Failed'), number: true }
      ],
      all.processes.map(one => [
        element('a', { href: `#/versions/${one.key}` }, one.name),
        said('Version {version}', { version: one.version }),
        by(one),
        moment(one.at),
        counted(one.cases),
        counted(one.onEarlier),
        counted(one.failed)
      ])
    )
  );
}

function load(page) {
  return get('versions')
    .then(all => {
      overview(page, all);
      page.say('');
    })
    .catch(page.fail);
}

function render(node) {
  load(
    openPage(
      node,
      said('Versions'),
      element(
        'p',
        { class: 'council-introduction' },
        said(
          'Each process in all its versions: who has brought it, how it differs, and what runs on it. There are numbers of cases only; of what is confidential, not even these.'
        )
      )
    )
  );
}

export default [
  {
    id: 'versions',
    pluginPoint: 'cockpit.navigation',
    priority: 0,
    checkActive: path => /#\/versions([/?]|$)/.test(path),
    render: node => {
      get('access')
        .catch(() => ({}))
        .then(({ allowed }) => {
          if (allowed) {
            node.append(element('a', { href: '#/versions' }, said('Versions')));
          }
        });
    }
  },
  { id: 'versions-all', pluginPoint: 'cockpit.route', properties: { path: '/versions' }, render },
  { id: 'versions-process', pluginPoint: 'cockpit.route', properties: { path: '/versions/:process' }, ...renderProcess() },
  {
    id: 'versions-difference',
    pluginPoint: 'cockpit.route',
    properties: { path: '/versions/:process/:from/:to' },
    ...renderDifference()
  }
];

import { asRead, columns, element, moment, openPage, said, table } from '../../../council/static/app/page.js';
import { address, button, by, get, outcomeOf, send } from './words.js';

const inHash = () => window.location.hash.split('?')[0].split('/').map(decodeURIComponent);

const cases = number => (number === 1 ? said('1 case') : said('{number} cases', { number: asRead(number) }));

/** What becomes of cases, or became. */
function told({ moved, stay }, version, done) {
  const stays = Object.entries(stay);
  return [
    element(
      'p',
      {},
      done
        ? said('Moved to version {version}: {cases}.', { version, cases: cases(moved) })
        : said('They would move to version {version}: {cases}.', { version, cases: cases(moved) })
    ),
    stays.length
      ? element(
          'ul',
          {},
          stays.map(([step, number]) =>
            element(
              'li',
              {},
              step
                ? said('{cases} at “{step}”: the version in force has no such step, so they stay and go on as they began.', {
                    cases: cases(number),
                    step
                  })
                : said('{cases}: the two versions do not fit, so they stay and go on as they began.', { cases: cases(number) })
            )
          )
        )
      : null
  ];
}

function moving(process, version, inForce, onlyFailed, redraw, outcome) {
  const wanted = { process: process.key, from: version.number, inForce: inForce.number, onlyFailed };
  return button(onlyFailed ? said('Move the failed cases') : said('Move running cases'), outcome, () =>
    send('move-tried', wanted).then(trial =>
      outcome.say(
        told(trial, inForce.number, false),
        element(
          'p',
          {},
          said(
            'Who has a task keeps it; names and due dates follow the new version, and timers keep their date. What failed is tried again.'
          )
        ),
        trial.moved
          ? button(
              said('Move them now'),
              outcome,
              () => send('moved', wanted).then(done => redraw(told(done, inForce.number, true))),
              'btn-primary'
            )
          : null
      )
    )
  );
}

function numbers(version) {
  const parts = [];
  if (version.steps.length) {
    parts.push(
      table(
        said('Where they are, version {version}', { version: version.number }),
        [...columns(said('Step')), { label: said('Cases'), number: true }],
        version.steps.map(step => [step.name, asRead(step.cases)])
      )
    );
  }
  if (version.failures.length) {
    parts.push(
      table(
        said('What has failed, version {version}', { version: version.number }),
        [...columns(said('Failed step'), said('At what')), { label: said('Cases'), number: true }],
        version.failures.map(step => [
          step.name,
          step.called ? element('code', {}, step.called) : said('The engine names nothing of the diagram; the council or the operator sees more.'),
          asRead(step.cases)
        ])
      )
    );
  }
  return parts;
}

function section(process, version, index, redraw) {
  const inForce = process.versions[0];
  const before = process.versions[index + 1];
  const outcome = outcomeOf();
  const id = `versions-${version.number}`;
  return element(
    'section',
    { class: 'council-section', 'aria-labelledby': id },
    element(
      'h2',
      { id },
      index === 0
        ? said('Version {version}, in force', { version: version.number })
        : said('Version {version}', { version: version.number })
    ),
    element(
      'p',
      {},
      by(version),
      ', ',
      moment(version.at),
      version.note ? ` – ${version.note}` : '',
      version.source ? ` (${version.source})` : ''
    ),
    version.cases === null ? null : element('p', {}, said('Running: {cases}', { cases: cases(version.cases) })),
    numbers(version),
    element(
      'div',
      { class: 'versions-buttons' },
      before
        ? element(
            'a',
            { class: 'btn btn-default', href: `#/versions/${process.key}/${before.number}/${version.number}` },
            said('What changed since version {version}', { version: before.number })
          )
        : null,
      index > 1
        ? element(
            'a',
            { class: 'btn btn-default', href: `#/versions/${process.key}/${version.number}/${inForce.number}` },
            said('How the version in force differs')
          )
        : null,
      element(
        'a',
        { class: 'btn btn-default', href: address(`versions/${process.key}/${version.number}.zip`), download: true },
        said('Download with its forms')
      ),
      index > 0 && process.deploys
        ? button(said('Take this version back'), outcome, () =>
            send('taken-back', { process: process.key, from: version.number, inForce: inForce.number }).then(() =>
              redraw(element('p', {}, said('Version {version} is in force again, as the newest one.', { version: version.number })))
            )
          )
        : null,
      version.mayMove ? moving(process, version, inForce, false, redraw, outcome) : null,
      version.mayMoveFailed ? moving(process, version, inForce, true, redraw, outcome) : null
    ),
    outcome.node
  );
}

function moves(all) {
  return all.length
    ? table(
        said('Cases that were moved'),
        [
          ...columns(said('When'), said('By'), said('From version'), said('To version')),
          { label: said('Moved'), number: true },
          { label: said('Stayed'), number: true }
        ],
        all.map(move => [moment(move.at), move.by, asRead(move.from), asRead(move.to), asRead(move.moved), asRead(move.stayed)])
      )
    : null;
}

export function renderProcess() {
  return {
    render: node => {
      const key = inHash()[2];
      const page = openPage(
        node,
        said('Versions of a process'),
        element('p', {}, element('a', { href: '#/versions' }, said('All processes')))
      );
      const outcome = outcomeOf();
      const load = (...parts) =>
        get(`versions/${encodeURIComponent(key)}`)
          .then(process => {
            const redraw = (...news) => load(...news);
            page.content.replaceChildren(
              ...[
                element('h2', {}, process.name),
                process.counted
                  ? null
                  : element('p', {}, said('What people tell in it is confidential, so its cases are not counted here.')),
                outcome.node,
                process.versions.map((version, index) => section(process, version, index, redraw)),
                moves(process.moves)
              ]
                .flat(Infinity)
                .filter(Boolean)
            );
            page.say('');
            if (parts.length) {
              outcome.say(parts);
            }
          })
          .catch(page.fail);
      load();
    }
  };
}

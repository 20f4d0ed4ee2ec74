import { ask, columns, element, json, moment, openPage, said, table } from './page.js';

const FIELDS = ['process', 'outcome', 'about', 'startedFrom', 'startedUntil', 'endedFrom', 'endedUntil'];

/** What was asked for stands in the address, so that it can be kept, and the way back leads to it. */
function wanted() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '');
}

function go(search) {
  window.location.hash = `#/history${search.toString() ? `?${search}` : ''}`;
}

export function renderHistory() {
  return {
    render: (node, { api }) => {
      const search = wanted();
      const page = openPage(
        node,
        said('History'),
        element(
          'p',
          { class: 'council-introduction' },
          said(
            'Cases that have ended. Confidential ones, changes of mentor and the check-ins of your own mentorships are not among them.'
          )
        )
      );
      Promise.all([ask(api, 'history/processes'), ask(api, `history?${search}`)])
        .then(([processes, found]) => {
          page.content.append(form(processes, search), ...results(found, search));
          page.say(summaryOf(found));
        })
        .catch(error => {
          page.fail(error);
          page.content.append(element('p', {}, element('a', { href: '#/history' }, said('Show all cases'))));
        });
    }
  };
}

function summaryOf({ total }) {
  if (total === 0) {
    return said('No case was found.');
  }
  return total === 1 ? said('1 case was found.') : said('{total} cases were found.', { total });
}

function form(processes, search) {
  const value = name => search.get(name) || '';
  const option = (id, text, selected) => element('option', { value: id, selected }, text);
  const process = element(
    'select',
    { id: 'council-process', name: 'process' },
    option('', said('All in which people take part'), value('process') === ''),
    processes.map(one => option(one.key, one.name, one.key === value('process')))
  );
  const outcome = element('select', { id: 'council-outcome', name: 'outcome' });
  const offer = selected => {
    const chosen = processes.find(one => one.key === process.value);
    outcome.disabled = !chosen;
    outcome.replaceChildren(
      option('', chosen ? said('In any way') : said('Choose a process first'), true),
      ...(chosen ? chosen.outcomes.map(one => option(one.id, one.name, one.id === selected)) : [])
    );
  };
  offer(value('outcome'));
  process.addEventListener('change', () => offer(''));
  const input = (name, type) => element('input', { id: `council-${name}`, name, type, value: value(name) });
  const field = (label, control) =>
    element('div', { class: 'council-field' }, element('label', { for: control.id }, label), control);
  const made = element(
    'form',
    { class: 'council-form', 'aria-label': said('What to look for') },
    field(said('Process'), process),
    field(said('How it ended'), outcome),
    field(said('About (a name)'), input('about', 'search')),
    field(said('Started from'), input('startedFrom', 'date')),
    field(said('Started until'), input('startedUntil', 'date')),
    field(said('Ended from'), input('endedFrom', 'date')),
    field(said('Ended until'), input('endedUntil', 'date')),
    element(
      'div',
      { class: 'council-buttons' },
      element('button', { type: 'submit', class: 'btn btn-primary' }, said('Search')),
      element('a', { href: '#/history', class: 'btn btn-default' }, said('Show all'))
    )
  );
  made.addEventListener('submit', event => {
    event.preventDefault();
    const given = new FormData(made);
    const next = new URLSearchParams();
    FIELDS.filter(name => given.get(name)).forEach(name => next.set(name, given.get(name)));
    go(next);
  });
  return made;
}

function results(found, search) {
  if (found.total === 0) {
    return [];
  }
  return [
    table(
      said('Cases that have ended'),
      columns(said('Case'), said('About'), said('How it ended'), said('Started'), said('Ended'), said('Started by')),
      found.cases.map(ended => [
        element(
          'a',
          { href: `#/history/${ended.id}`, 'aria-label': ended.about ? `${ended.process}: ${ended.about}` : undefined },
          ended.process
        ),
        ended.about,
        ended.outcome,
        moment(ended.startedAt),
        moment(ended.endedAt),
        ended.startedBy || said('the programme')
      ])
    ),
    ...paging(found, search)
  ];
}

function paging(found, search) {
  const pages = Math.ceil(found.total / found.pageSize);
  if (pages <= 1) {
    return [];
  }
  const turn = (page, text) => {
    const next = new URLSearchParams(search);
    next.set('page', page);
    return element('a', { href: `#/history?${next}`, class: 'btn btn-default' }, text);
  };
  return [
    element(
      'nav',
      { class: 'council-paging', 'aria-label': said('Pages') },
      found.page > 0 ? turn(found.page - 1, said('Newer cases')) : null,
      element('span', {}, said('Page {page} of {pages}', { page: found.page + 1, pages })),
      found.page < pages - 1 ? turn(found.page + 1, said('Older cases')) : null
    )
  ];
}

export function renderCase() {
  let diagram;
  return {
    render: (node, { api }) => {
      const id = window.location.hash.split(/[/?]/)[2];
      const page = openPage(
        node,
        said('History of a case'),
        element('p', {}, element('a', { href: '#/history' }, said('All cases that have ended')))
      );
      ask(api, `history/${id}`)
        .then(story => {
          page.say('');
          const place = element('div', {
            class: 'council-diagram',
            role: 'group',
            'aria-label': said('Diagram of the process; the table below says the same in words')
          });
          page.content.append(
            element('h2', {}, story.line.about ? `${story.line.process}: ${story.line.about}` : story.line.process),
            summary(story.line),
            element(
              'ul',
              { class: 'council-legend' },
              element('li', { class: 'council-passed' }, said('Done')),
              story.cancelled.length ? element('li', { class: 'council-cancelled' }, said('Not needed any more')) : null
            ),
            place,
            steps(story.steps)
          );
          return fetch(`${api.engineApi}/process-definition/${encodeURIComponent(story.definitionId)}/xml`)
            .then(json)
            .then(answer => {
              diagram = drawDiagram(place, answer.bpmn20Xml, story);
            });
        })
        .catch(page.fail);
    },
    unmount: () => diagram && diagram.$destroy()
  };
}

function summary(line) {
  const pair = (term, content) => [element('dt', {}, term), element('dd', {}, content)];
  return element(
    'dl',
    { class: 'council-summary' },
    pair(said('How it ended'), line.outcome),
    pair(said('Started'), moment(line.startedAt)),
    pair(said('Ended'), moment(line.endedAt)),
    pair(said('Started by'), line.startedBy || said('the programme')),
    line.about === '' && line.businessKey ? pair(said('Business key'), line.businessKey) : null
  );
}

function steps(happened) {
  const remarks = happened.some(one => one.cancelled);
  const heads = columns(said('Step'), said('Who'), said('From'), said('Until'), ...(remarks ? [said('Remark')] : []));
  return table(
    said('What happened'),
    heads,
    happened.map(one =>
      [
        one.calledId ? element('a', { href: `#/history/${one.calledId}` }, one.step) : one.step,
        one.who || said('the programme'),
        moment(one.from),
        moment(one.until),
        one.cancelled ? said('not needed any more') : ''
      ].slice(0, heads.length)
    )
  );
}

/** With the viewer that Cockpit draws its own diagrams with. */
function drawDiagram(place, xml, story) {
  const injector = window.angular.element(document.documentElement).injector();
  const scope = injector.get('$rootScope').$new(true);
  scope.xml = xml;
  scope.control = {};
  scope.mark = () => {
    const canvas = scope.control.getViewer().get('canvas');
    const known = id => scope.control.getElement(id) !== undefined;
    story.passed.filter(known).forEach(id => canvas.addMarker(id, 'council-passed'));
    story.cancelled
      .filter(id => known(id) && !story.passed.includes(id))
      .forEach(id => canvas.addMarker(id, 'council-cancelled'));
    canvas.zoom('fit-viewport', 'auto');
  };
  const viewer = injector.get('$compile')(
    '<div cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="mark()"></div>'
  )(scope);
  place.append(viewer[0]);
  scope.$applyAsync();
  return scope;
}

import { columns, element, openPage, said, table } from '../../../council/static/app/page.js';
import { get } from './words.js';

const HOW = { added: said('New'), removed: said('Gone'), changed: said('Changed') };

const TYPES = {
  process: said('Process'),
  userTask: said('Task'),
  serviceTask: said('Step of the programme'),
  sendTask: said('Mail'),
  businessRuleTask: said('Decision'),
  callActivity: said('Other process'),
  subProcess: said('Part'),
  sequenceFlow: said('Arrow'),
  startEvent: said('Beginning'),
  endEvent: said('End'),
  boundaryEvent: said('Event at a step'),
  intermediateCatchEvent: said('Event'),
  intermediateThrowEvent: said('Event'),
  exclusiveGateway: said('Question'),
  parallelGateway: said('Ways side by side'),
  inclusiveGateway: said('Question'),
  eventBasedGateway: said('What comes first'),
  form: said('Form'),
  field: said('Field')
};

const SAYS = {
  name: said('Name'),
  label: said('Label'),
  text: said('Text'),
  documentation: said('Why'),
  assignee: said('Who does it'),
  candidateUsers: said('Who may do it'),
  candidateGroups: said('Which groups may do it'),
  candidateStarterGroups: said('Which groups may start it'),
  dueDate: said('Due'),
  priority: said('Priority'),
  formRef: said('Form'),
  expression: said('What is done'),
  resultVariable: said('Where the result is kept'),
  conditionExpression: said('Condition'),
  sourceRef: said('From'),
  targetRef: said('To'),
  default: said('Otherwise'),
  attachedToRef: said('At which step'),
  calledElement: said('Which process'),
  decisionRef: said('Which decision'),
  historyTimeToLive: said('How long its history is kept'),
  'timerEventDefinition/timeDuration': said('After which time'),
  'timerEventDefinition/timeDate': said('At which time'),
  'timerEventDefinition/timeCycle': said('How often')
};

const inHash = () => window.location.hash.split('?')[0].split('/').map(decodeURIComponent);

const versionOf = number => (number === '0' ? said('what the release brings') : said('Version {version}', { version: number }));

function details(change) {
  return element(
    'ul',
    { class: 'versions-details' },
    change.details.map(({ what, before, after }) =>
      element(
        'li',
        {},
        `${SAYS[what] ?? what}: `,
        before ? element('del', {}, before) : element('em', {}, said('nothing')),
        ' → ',
        after ? element('ins', {}, after) : element('em', {}, said('nothing'))
      )
    )
  );
}

function list(changes) {
  return table(
    said('What differs'),
    columns(said('How'), said('What'), said('Name'), said('In words')),
    changes.map(change => [
      HOW[change.how],
      TYPES[change.type] ?? change.type,
      change.form && change.type !== 'form' ? said('{name} (form {form})', { name: change.name, form: change.form }) : change.name,
      details(change)
    ])
  );
}

/**
 * Drawn by the viewer of Cockpit's own diagrams, beside the page, and taken as a picture: two viewers on one page would
 * both keep in its address what they show, and draw the page anew for ever.
 */
function picture(xml) {
  const injector = window.angular.element(document.documentElement).injector();
  const scope = injector.get('$rootScope').$new(true);
  const bench = element('div', { class: 'versions-bench', 'aria-hidden': 'true' });
  document.body.append(bench);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(said('The diagram was not drawn. Please try again.'))), 15000);
    scope.xml = xml;
    scope.control = {};
    scope.drawn = () =>
      Promise.resolve(scope.control.getViewer().saveSVG())
        .then(({ svg }) => {
          clearTimeout(late);
          const sign = bench.querySelector('.bjs-powered-by')?.cloneNode(true);
          sign?.removeAttribute('style');
          resolve({ svg: document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true), sign });
        })
        .catch(reject);
    const viewer = injector.get('$compile')(
      '<div cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="drawn()" disable-navigation="true"></div>'
    )(scope);
    bench.append(viewer[0]);
    scope.$applyAsync();
  }).finally(() => {
    scope.$destroy();
    bench.remove();
  });
}

async function draw(place, xml, marked) {
  const { svg, sign } = await picture(xml);
  marked.forEach(change =>
    svg.querySelector(`[data-element-id="${CSS.escape(change.id)}"]`)?.classList.add(`versions-${change.how}`)
  );
  svg.setAttribute('aria-hidden', 'true');
  place.replaceChildren(...[svg, sign].filter(Boolean));
  const first = svg.querySelector('.versions-added, .versions-changed, .versions-removed')?.getBoundingClientRect();
  if (first) {
    const here = place.getBoundingClientRect();
    place.scrollLeft = first.left - here.left - here.width / 2;
    place.scrollTop = first.top - here.top - here.height / 2;
  }
}

function diagram(label) {
  const place = element('div', {
    class: 'versions-diagram',
    role: 'region',
    tabindex: '0',
    'aria-label': said('Diagram: {version}; the table says the same in words', { version: label })
  });
  return { place, figure: element('figure', {}, element('figcaption', {}, element('h2', {}, label)), place) };
}

export function renderDifference() {
  return {
    render: node => {
      const [, , key, from, to] = inHash();
      const process = encodeURIComponent(key);
      const path = number => `versions/${process}/${encodeURIComponent(number)}`;
      const page = openPage(
        node,
        said('What differs'),
        element('p', {}, element('a', { href: `#/versions/${process}` }, said('All versions of this process')))
      );
      Promise.all([get(`${path(from)}/difference/${encodeURIComponent(to)}`), get(`${path(from)}/diagram`), get(`${path(to)}/diagram`)])
        .then(([{ changes, drawingOnly }, before, after]) => {
          const one = diagram(versionOf(from));
          const other = diagram(versionOf(to));
          page.content.replaceChildren(
            ...[
              element('p', {}, `${key}: ${versionOf(from)} → ${versionOf(to)}`),
              changes.length === 0
                ? element('p', {}, drawingOnly ? said('Only the drawing differs.') : said('Nothing differs.'))
                : list(changes),
              element(
                'ul',
                { class: 'council-legend' },
                ['added', 'changed', 'removed'].map(how => element('li', { class: `versions-${how}` }, HOW[how]))
              ),
              element('div', { class: 'versions-diagrams' }, one.figure, other.figure)
            ].filter(Boolean)
          );
          page.say('');
          const inDiagram = changes.filter(change => !change.form);
          return draw(one.place, before.xml, inDiagram.filter(change => change.how !== 'added')).then(() =>
            draw(other.place, after.xml, inDiagram.filter(change => change.how !== 'removed'))
          );
        })
        .catch(page.fail);
    }
  };
}

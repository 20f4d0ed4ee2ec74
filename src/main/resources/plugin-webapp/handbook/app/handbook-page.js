// What everybody may know of how this programme works, in the words of the server; here it is only laid out.
const HERE = new URL('../../default/', import.meta.url);

let element;
let facts;
let words;
let ours;
let addressOfSuggestion;

/** @param mentoring gets a script of our other pages by its name */
export async function draw(index, mentoring) {
  ({ element, facts } = await mentoring('dom.js'));
  ({ addressOf: addressOfSuggestion } = await mentoring('asked-step.js'));
  ({ words } = index);
  ours = mentoring;
  const asked = new URLSearchParams(window.location.hash.split('?')[1] ?? '');
  const drawn = asked.has('process')
    ? await chapter(asked.get('process'), asked.get('step'))
    : asked.has('rules')
      ? await rules(asked.get('rules'))
      : asked.has('mails')
        ? await mails()
        : asked.has('suggestions')
          ? [back(), ...(await suggestions(asked.get('suggestions')))]
          : contents(index);
  return [element('div', { class: 'handbook' }, drawn)];
}

async function ask(path) {
  const answer = await fetch(new URL(path, HERE), { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
}

const say = (key, ...filledIn) => filledIn.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key]);

const addressOf = (process, step) =>
  `#/how-it-works?process=${encodeURIComponent(process)}${step ? `&step=${encodeURIComponent(step)}` : ''}`;

const back = () => element('p', {}, element('a', { href: '#/how-it-works' }, `← ${words.back}`));

const badge = () => element('strong', { class: 'handbook-badge' }, words.here);

function contents({ processes }) {
  return [
    element('p', { class: 'mentoring-lead' }, words.intro),
    element(
      'p',
      {},
      element('a', { class: 'btn btn-default', href: '#/how-it-works?rules' }, words.rules),
      ' ',
      element('a', { class: 'btn btn-default', href: '#/how-it-works?mails' }, words.mails),
      ' ',
      element('a', { class: 'btn btn-default', href: '#/how-it-works?suggestions' }, words.suggestions)
    ),
    element('h2', {}, words.processes),
    element(
      'ul',
      { class: 'handbook-contents' },
      processes.map(({ process: { process, name, about }, here }) =>
        element(
          'li',
          {},
          element('a', { href: addressOf(process) }, name),
          here && [' ', badge()],
          about && element('p', {}, about)
        )
      )
    )
  ];
}

async function chapter(process, wanted) {
  const { chapter: told, here } = await ask(`how-it-works/${encodeURIComponent(process)}`);
  // What waits for them says it best; otherwise it is what somebody is to do in the stage that their page names.
  const isHere = ({ id, kind, stage }) =>
    here.steps.length > 0 ? here.steps.includes(id) : kind === 'TASK' && here.stages.includes(stage);
  const steps = told.steps.map(step => stepOf(step, isHere(step), told));
  const picture = element('div', {}, element('p', {}, words.diagramIs));
  const marked = told.steps.filter(isHere).map(({ id }) => id);
  drawn(told, marked, picture);
  if (wanted) {
    setTimeout(() => {
      const heading = document.getElementById(`step-${wanted}`)?.querySelector('h4');
      heading?.focus();
      heading?.scrollIntoView({ block: 'start' });
    }, 100);
  }
  return [
    back(),
    element('h2', {}, told.name),
    told.about && element('p', { class: 'mentoring-lead' }, told.about),
    facts(told.facts.map(({ label, text }) => [label, text])),
    told.stages.length > 0 && [
      element('h3', {}, words.stages),
      element(
        'ol',
        { class: 'handbook-stages' },
        told.stages.map(({ key, name }) => element('li', {}, name, here.stages.includes(key) && [' ', badge()]))
      )
    ],
    printButton(),
    element('h3', {}, words.diagram),
    picture,
    element('h3', {}, words.steps),
    steps
  ];
}

async function drawn({ process, name }, marked, place) {
  try {
    const [{ drawing }, { xml }] = await Promise.all([import('./drawing.js'), ask(`diagram/${encodeURIComponent(process)}`)]);
    place.replaceChildren(await drawing({ element, xml, name, words, marked }));
  } catch (problem) {
    console.error(problem);
    place.replaceChildren(element('p', {}, words.noDiagram));
  }
}

function stepOf({ id, number, kind, what, name, level, facts: known, questions, mails: sent }, isHere, told) {
  return element(
    'section',
    { class: `handbook-step handbook-${kind.toLowerCase()} handbook-level-${Math.min(level, 3)}`, id: `step-${id}` },
    element(
      'h4',
      { tabindex: '-1' },
      element('span', { class: 'handbook-number' }, `${number}`),
      ` ${name} `,
      name === what ? null : element('span', { class: 'handbook-kind' }, what),
      isHere && [' ', badge()]
    ),
    facts(known.map(({ label, text }) => [label, text])),
    questions.length > 0 &&
      element('details', {}, element('summary', {}, words.asked), element('ul', {}, questions.map(questionOf))),
    sent.map(mailOf),
    suggest(told.process, id, name)
  );
}

function suggest(process, step, name) {
  const link = { class: 'handbook-suggest', href: addressOfSuggestion(process, step), 'aria-label': say('suggestFor', name) };
  return element('p', { class: 'handbook-suggestion' }, element('a', link, words.suggest));
}

async function suggestions(wanted) {
  const [{ list }, { day }] = await Promise.all([import('./suggestions.js'), ours('texts.js')]);
  return list({ element, words, say, day, addressOf, wanted });
}

function questionOf({ label, description, options, notes }) {
  return element(
    'li',
    {},
    label,
    notes.length > 0 && element('span', { class: 'handbook-kind' }, ` (${notes.join('; ')})`),
    description && element('p', {}, description),
    options.length > 0 && element('ul', {}, options.map(option => element('li', {}, option)))
  );
}

function mailOf({ subject, because, paragraphs }) {
  return element(
    'details',
    {},
    element('summary', {}, say('mail', subject)),
    element(
      'div',
      { class: 'handbook-mail' },
      paragraphs.map(text => element('p', {}, text)),
      element('p', { class: 'handbook-kind' }, say('because', because))
    )
  );
}

function printButton() {
  const button = element('button', { type: 'button', class: 'btn btn-default handbook-print' }, words.print);
  button.addEventListener('click', () => {
    // On paper nothing can be unfolded.
    document.querySelectorAll('.handbook details').forEach(part => (part.open = true));
    window.print();
  });
  return element('p', {}, button);
}

async function mails() {
  const all = await ask('mails');
  return [
    back(),
    element('h2', {}, words.mails),
    element('p', { class: 'mentoring-lead' }, words.mailsIntro),
    printButton(),
    all.map(mailOf)
  ];
}

async function rules(wanted) {
  const { columns, rows, decisions } = await ask('rules');
  const { searchIn } = await import('./rule-search.js');
  const ruleRows = rows.map(row => ruleOf(row, columns));
  const tables = decisions.map(decisionOf);
  const search = searchIn(
    [
      // By the name of a step it is asked for, too.
      ...rows.map(({ cells, asked }) => ({ text: cells.join(' '), asked: `${asked} ${cells[1]}` })),
      ...decisions.map(({ name, facts: known, rules: inOrder, asked }) => ({
        text: [...known.map(({ text }) => text), ...inOrder].join(' '),
        asked: `${asked} ${name}`
      }))
    ],
    document.querySelector('.mentoring-page').lang,
    words.saysNothing
  );
  const found = element('p', { role: 'status' });
  const none = element('p', { hidden: true }, words.none);
  const body = element('tbody', {}, ruleRows);
  const table = element(
    'table',
    { class: 'mentoring-mentors handbook-rules' },
    element('caption', { class: 'sr-only' }, words.rules),
    element('thead', {}, element('tr', {}, columns.map(column => element('th', { scope: 'col' }, column)))),
    body
  );
  const decided = element('section', {}, element('h2', {}, words.decisions), tables);
  const box = element('input', { type: 'search', id: 'handbook-search', class: 'form-control', autocomplete: 'off', value: wanted });

  function filter() {
    const isAsked = box.value.trim() !== '';
    const places = search(box.value);
    const fits = places.filter(place => place < rows.length);
    // What answers best comes first.
    body.replaceChildren(...fits.map(place => ruleRows[place]));
    tables.forEach((one, place) => {
      one.hidden = !places.includes(rows.length + place);
      one.open = isAsked && !one.hidden;
    });
    found.textContent = say('found', places.length, rows.length + tables.length);
    none.hidden = places.length > 0;
    table.hidden = fits.length === 0;
    decided.hidden = places.length === fits.length;
  }

  box.addEventListener('input', filter);
  box.addEventListener('keydown', event => {
    // The first Escape empties the box, and only the next one leaves the page.
    if (event.key === 'Escape' && box.value !== '') {
      event.preventDefault();
      box.value = '';
      filter();
    }
  });
  filter();
  return [
    back(),
    element('h2', {}, words.rules),
    element('p', { class: 'mentoring-lead' }, words.rulesIntro),
    element('label', { for: 'handbook-search' }, words.search),
    box,
    found,
    none,
    printButton(),
    table,
    decided
  ];
}

function decisionOf({ decision, name, facts: known, rules: inOrder }) {
  return element(
    'details',
    { class: 'handbook-decision', id: `rule-${decision}` },
    element('summary', {}, element('h3', {}, name)),
    facts(known.map(({ label, text }) => [label, text])),
    element('ol', {}, inOrder.map(rule => element('li', {}, rule)))
  );
}

function ruleOf({ process, step, cells }, columns) {
  return element(
    'tr',
    {},
    cells.map((text, i) => {
      const title = element('span', { class: 'mentoring-cell-title', 'aria-hidden': 'true' }, columns[i]);
      const shown = i === 0 ? element('a', { href: addressOf(process, step) }, text) : element('span', {}, text);
      return i === 1 ? element('th', { scope: 'row' }, title, shown) : element('td', {}, title, shown);
    })
  );
}

import { askFor } from './asked-mentor.js';
import { element } from './dom.js';
import { landingTexts as texts } from './landing-texts.js';
import { day, languageName, timeThere } from './texts.js';

export function draw(mentors) {
  const rows = mentors.map(mentor => ({ row: row(mentor), words: words(mentor) }));
  const found = element('p', { role: 'status' });
  const none = element('p', { hidden: true }, texts.noneFound);
  const table = element(
    'table',
    { class: 'mentoring-mentors' },
    element('caption', { class: 'sr-only' }, texts.mentors),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        [texts.name, texts.skills, texts.languages, texts.time, texts.availability].map(title =>
          element('th', { scope: 'col' }, title)
        )
      )
    ),
    element('tbody', {}, rows.map(({ row }) => row))
  );
  const box = element('input', { type: 'search', id: 'mentoring-filter', class: 'form-control', autocomplete: 'off' });

  function filter() {
    const wanted = box.value.toLowerCase().split(/\s+/);
    rows.forEach(({ row, words }) => (row.hidden = !wanted.every(word => words.includes(word))));
    const shown = rows.filter(({ row }) => !row.hidden).length;
    found.textContent = texts.found(shown, rows.length);
    none.hidden = shown > 0;
    table.hidden = shown === 0;
  }

  box.addEventListener('input', filter);
  box.addEventListener('keydown', event => {
    // The first Escape empties the box, as it does in most browsers, and only the next one leaves the page.
    if (event.key === 'Escape' && box.value !== '') {
      event.preventDefault();
      box.value = '';
      filter();
    }
  });
  filter();
  return [
    element('p', { class: 'mentoring-lead' }, texts.mentorsIntro),
    element('label', { for: 'mentoring-filter' }, texts.filter),
    box,
    found,
    none,
    table
  ];
}

function row({ name, about, skills, languages, timeZone, freePlaces, backOn, askWith, givesSession }) {
  const canHelp = cell(texts.skills, skills.join(', '));
  if (about) {
    canHelp.append(element('p', { class: 'mentoring-about' }, about));
  }
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    canHelp,
    cell(texts.languages, languages.map(languageName).sort().join(', ')),
    cell(texts.time, timeThere(timeZone)),
    element(
      'td',
      {},
      element('span', { class: 'mentoring-cell-title', 'aria-hidden': 'true' }, texts.availability),
      element('span', {}, backOn ? `${texts.freePlaces(freePlaces)} (${texts.backOn(day(backOn))})` : texts.freePlaces(freePlaces)),
      (askWith || givesSession) &&
        element(
          'div',
          {},
          askWith && ask(name, askWith, texts.askForThisMentor, texts.askForThem(name)),
          ' ',
          givesSession && ask(name, 'ask-a-mentor', texts.askForSession, texts.askThemForSession(name))
        )
    )
  );
}

function ask(name, process, words, spoken) {
  const link = element(
    'a',
    {
      class: 'btn btn-default mentoring-ask',
      href: `#/?processStart=${encodeURIComponent(process)}`,
      'aria-label': spoken
    },
    words
  );
  link.addEventListener('click', () => askFor(name));
  return link;
}

/** On a phone there is no row of titles above, so each cell brings its own. */
function cell(title, text) {
  return element(
    'td',
    {},
    element('span', { class: 'mentoring-cell-title', 'aria-hidden': 'true' }, title),
    element('span', {}, text)
  );
}

function words({ name, about, skills, languages }) {
  return [name, about ?? '', ...skills, ...languages.map(languageName)].join(' ').toLowerCase();
}

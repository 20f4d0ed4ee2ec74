import { ask, element, moment, said } from './page.js';
import { renderSections } from './programme.js';

/** What people say once a year: what it comes to, and what they have written, one by one. */
export function renderFeedback() {
  return renderSections(
    said('Feedback'),
    said(
      'What mentors and mentees say once a year, in confidence. Only the council reads this, and nobody in it what they have said themselves or what is said of them.'
    ),
    'feedback',
    api => [written(api)]
  );
}

function written(api) {
  const status = element('p', { role: 'status' }, said('One moment, please.'));
  const list = element('ul', { class: 'council-written' });
  const more = element('button', { type: 'button', class: 'btn btn-default' }, said('Show more'));
  const place = element(
    'section',
    { 'aria-labelledby': 'council-written', class: 'council-section' },
    element('h2', { id: 'council-written' }, said('What people have written')),
    status,
    list
  );
  let next = 0;
  const load = () =>
    ask(api, `feedback/written?page=${next}`)
      .then(page => {
        next += 1;
        status.replaceChildren(summary(page));
        const first = list.children.length;
        list.append(...page.written.map(one => entry(api, one)));
        more.remove();
        if (next * page.pageSize < page.total) {
          place.append(more);
        }
        return list.children[first];
      })
      .catch(error => {
        status.classList.add('council-error');
        status.replaceChildren(error.message);
      });
  more.addEventListener('click', () => load().then(first => first?.querySelector('button').focus()));
  load();
  return place;
}

function summary({ total, threshold }) {
  const counts = {
    0: said('There is nothing for you to read yet.'),
    1: said('1 person has written something that is for you.')
  };
  return [
    counts[total] ?? said('{total} answers are for you to read.', { total }),
    said(
      'What is written without a name is shown once {threshold} different people have written something, and about whom, once that many have written about the same person.',
      { threshold }
    ),
    // Otherwise nobody knows why four are to be read and three are counted.
    said(
      'The figures above may count fewer or more: they are of answers with and without texts, and only of whole groups of {threshold} or more people in which you have no part, while what somebody has written with their name is here at once.',
      { threshold }
    ),
    said('Who reads what is kept.')
  ].join(' ');
}

/** Closed until somebody asks for it: each reading is kept. */
function entry(api, { id, title, years }) {
  const text = element('div', { id: `council-text-${id}`, hidden: true });
  const name = element('span', { id: `council-title-${id}` }, title);
  const button = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      id: `council-read-${id}`,
      'aria-expanded': 'false',
      'aria-controls': text.id,
      'aria-labelledby': `council-read-${id} ${name.id}`
    },
    said('Read')
  );
  const toggle = open => {
    button.setAttribute('aria-expanded', String(open));
    button.replaceChildren(open ? said('Close') : said('Read'));
    text.hidden = !open;
    if (!open) {
      text.replaceChildren();
    }
  };
  button.addEventListener('click', () => {
    if (!text.hidden) {
      toggle(false);
      return;
    }
    button.disabled = true;
    ask(api, `feedback/written/${encodeURIComponent(id)}`)
      .then(
        read => text.replaceChildren(...shown(read)),
        error => text.replaceChildren(element('p', { class: 'council-error', role: 'alert' }, error.message))
      )
      .then(() => {
        button.disabled = false;
        toggle(true);
        button.focus();
      });
  });
  return element(
    'li',
    {},
    element('div', { class: 'council-entry' }, name, element('span', { class: 'council-years' }, years), button),
    text
  );
}

function shown({ whatHelped, whatBetter, readBefore }) {
  const part = (question, answer) =>
    answer ? [element('dt', {}, question), element('dd', { class: 'council-text' }, answer)] : [];
  return [
    whatHelped || whatBetter
      ? element('dl', {}, part(said('What helped?'), whatHelped), part(said('What could be better?'), whatBetter))
      : element('p', {}, said('What was written here cannot be opened any more.')),
    element(
      'p',
      { class: 'council-read-before' },
      readBefore.length === 0
        ? said('Nobody has read it before you.')
        : [said('Read before by'), ' ', readBefore.map(({ who, at }, index) => [index > 0 ? '; ' : '', `${who}, `, moment(at)])]
    )
  ];
}

// The next call of all mentors, and what was said in the last ones: for mentors and the council.
import { element } from './dom.js';
import { callTexts as texts } from './mentors-call-texts.js';
import { post } from './post.js';
import { day, daysAway, moment } from './texts.js';

const ADDRESS = '/camunda/api/tasklist/plugin/mentoring/default/mentors-call';
const MEETINGS = '/camunda/api/tasklist/plugin/mentoring/default/meetings';
const LONGEST = 300;

/** Fills the place in the page; whoever it is not for is told nothing of it. */
export async function fill(place) {
  const answer = await fetch(ADDRESS, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 200) {
    draw(place, await answer.json());
  }
}

function draw(place, first) {
  const agenda = element('div', {});
  const status = element('p', { role: 'status' });
  const box = element('input', {
    type: 'text',
    class: 'form-control',
    maxlength: String(LONGEST),
    autocomplete: 'off',
    'aria-label': texts.fresh,
    placeholder: texts.fresh
  });
  const form = element(
    'form',
    { class: 'mentoring-goals-form' },
    box,
    element('button', { type: 'submit', class: 'btn btn-default' }, texts.add)
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await say('', { words: box.value }, texts.added)) {
      box.value = '';
    }
    box.focus();
  });

  async function say(path, what, done) {
    try {
      const answer = await post(`${ADDRESS}${path}`, what);
      const said = await answer.json().catch(() => ({}));
      status.textContent = answer.ok ? done : answer.status === 401 ? texts.loggedOut : (said.message ?? texts.failed);
      if (answer.ok) {
        show(said);
      }
      return answer.ok;
    } catch (problem) {
      console.error(problem);
      status.textContent = texts.failed;
      return false;
    }
  }

  function show({ agenda: points, suggestions }) {
    agenda.replaceChildren(
      points.length === 0 && suggestions === 0
        ? element('p', {}, texts.empty)
        : element(
            'ul',
            {},
            points.map(point),
            suggestions > 0 &&
              element('li', {}, element('a', { href: '#/how-it-works?suggestions' }, texts.suggestions(suggestions)))
          )
    );
  }

  function point({ id, by, words }) {
    return element('li', {}, by ? `${words} (${by})` : words, id && [' ', takeBack(id, words)]);
  }

  function takeBack(id, words) {
    const made = element('button', { type: 'button', class: 'btn btn-link' }, texts.takeBack);
    made.setAttribute('aria-label', texts.takeBackThis(words));
    made.addEventListener('click', async () => {
      await say(`/${encodeURIComponent(id)}/taken-back`, {}, texts.takenBack);
      box.focus();
    });
    return made;
  }

  show(first);
  place.replaceChildren(
    element(
      'section',
      {},
      element('h2', {}, texts.title),
      element(
        'article',
        { class: 'mentoring-card' },
        next(first.next),
        element('h3', {}, texts.agenda),
        agenda,
        form,
        status,
        last(first.last)
      )
    )
  );
}

function next(call) {
  return call
    ? element(
        'p',
        { class: 'mentoring-note' },
        `${moment(call.startsAt)} (${daysAway(call.startsAt)})`,
        element('br', {}),
        `${texts.where}: ${call.place}`,
        element('br', {}),
        texts.hostIs(call.host),
        call.again && ` ${texts.again}`,
        element('br', {}),
        element(
          'a',
          { href: `${MEETINGS}/${encodeURIComponent(call.id)}.ics`, download: 'meeting.ics' },
          texts.intoMyCalendar
        )
      )
    : element('p', {}, texts.none);
}

function last(calls) {
  return (
    calls.length > 0 &&
    element(
      'details',
      {},
      element('summary', {}, texts.last),
      calls.map(({ startsAt, host, notes, decisions }) => [
        element('h3', {}, texts.callOn(day(startsAt), host)),
        element('h4', {}, texts.notes),
        element('p', { class: 'mentoring-about' }, notes),
        decisions && [element('h4', {}, texts.decisions), element('p', { class: 'mentoring-about' }, decisions)]
      ])
    )
  );
}

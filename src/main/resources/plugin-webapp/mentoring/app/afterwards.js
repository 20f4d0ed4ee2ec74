// What comes after an answer: a page that says what happens now, and what to do next, where Tasklist would show an empty
// pane. Its words stand in the form; form-js has filled them in and chosen them by the answer while it was written, out of
// sight (`FormsForBrowsers`). They are kept nowhere but here, for whoever has answered, until the page is left for good.
import { reckoned } from './clock.js';
import { element } from './dom.js';
import { day, daysAway, language, texts } from './texts.js';

const ADDRESS = '#/afterwards';
const WORDS = { task: '.task-details .mentoring-afterwards', start: '.modal .mentoring-afterwards' };

/** As long as Tasklist may take to put away what was answered, in milliseconds. */
const GOING_ON = 2000;

/** How long to wait for what the engine makes of the answer, in milliseconds. */
const ASK_AGAIN_AFTER = [1000, 2000, 4000];

const tasklist = window.angular.module('cam.tasklist.custom');

let root;
let said = null;

const person = () => root.authentication?.name;

/** Forms hold days in the one spelling that everybody understands. */
const withDays = text => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, day);

function wordsOf(form) {
  return {
    heading: withDays(form.querySelector('h1, h2, h3').textContent),
    paragraphs: [...form.querySelectorAll('p, li')].map(({ textContent }) => withDays(textContent)),
    language: form.closest('[lang]')?.lang
  };
}

document.addEventListener('mentoring:answered', ({ detail }) => {
  const words = document.querySelector(WORDS[detail.kind]);
  said = { person: person(), ...(words === null ? {} : wordsOf(words)) };
  detail.next = ADDRESS.slice(1);
  // Whoever goes somewhere later goes there.
  setTimeout(() => delete detail.next, GOING_ON);
  goThere();
});

/** As soon as Tasklist has put away what was answered, or it would take this page for it. */
function goThere(patience = GOING_ON / 50) {
  const isThere = document.querySelector('.modal') !== null || /[?&](task|processStart)=/.test(window.location.hash);
  if (isThere && patience > 0) {
    setTimeout(() => goThere(patience - 1), 50);
  } else {
    window.location.replace(ADDRESS);
  }
}

function backToMine(className, words) {
  return element('a', { class: className, href: '#/my-mentorship' }, words);
}

function nextTask({ id, name, due, overdue }) {
  return element(
    'div',
    { class: 'mentoring-card mentoring-next' },
    element(
      'div',
      {},
      element('strong', { lang: language }, `${texts.afterwards.next} ${name}`),
      due && element('small', { class: overdue && 'mentoring-overdue' }, texts.dueOn(daysAway(due), overdue))
    ),
    element('a', { class: 'btn btn-primary', href: `#/?task=${encodeURIComponent(id)}` }, texts.afterwards.open)
  );
}

async function showNext(place, address) {
  for (const patience of [...ASK_AGAIN_AFTER, null]) {
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok || !place.isConnected) {
      await answer.text();
      return;
    }
    const { task, isNew } = await answer.json();
    await reckoned();
    if (task !== null && place.dataset.task !== task.id) {
      place.dataset.task = task.id;
      place.replaceChildren(nextTask(task));
    }
    if (isNew || patience === null) {
      return;
    }
    await new Promise(done => setTimeout(done, patience));
  }
}

function closeByKey(event) {
  if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('.modal') === null) {
    window.location.hash = '#/my-mentorship';
  }
}

tasklist.run([
  '$rootScope',
  scope => {
    root = scope;
  }
]);

// Which other task there is, this page says.
tasklist.decorator('assignNotification', ['$delegate', () => () => {}]);

export default [
  {
    id: 'mentoring-afterwards',
    pluginPoint: 'tasklist.route',
    properties: { path: '/afterwards' },
    render(node, { api }) {
      // After a reload, or for somebody else, there is nothing more to say.
      const { heading, paragraphs, language } =
        said?.person === person() && said?.heading ? said : { heading: texts.afterwards.arrived, paragraphs: [texts.afterwards.goesOn] };
      const next = element('div', { role: 'status' });
      const title = element('h1', { tabindex: '-1', lang: language, 'aria-describedby': 'mentoring-what-happens' }, heading);
      node.append(
        element(
          'main',
          { class: 'mentoring-page mentoring-after', lang: language },
          backToMine('mentoring-back', `← ${texts.myMentorship}`),
          element('p', { class: 'mentoring-done', 'aria-hidden': 'true' }, '✓'),
          title,
          element('div', { id: 'mentoring-what-happens', lang: language }, paragraphs.map(text => element('p', {}, text))),
          next,
          element('p', {}, backToMine(null, texts.afterwards.back))
        )
      );
      document.addEventListener('keydown', closeByKey);
      // After a dialog, Tasklist gives the focus back to what opened it.
      setTimeout(() => title.focus(), 100);
      showNext(next, `${api.tasklistApi}/plugin/mentoring/${api.engine}/next-task`).catch(console.error);
    },
    unmount() {
      document.removeEventListener('keydown', closeByKey);
    }
  }
];

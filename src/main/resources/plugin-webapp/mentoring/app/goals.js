import { alsoAtRisk, leavesAfterAll } from './ask-first.js';
import { element } from './dom.js';
import { goalTexts as texts } from './goal-texts.js';
import { post } from './post.js';
import { daysAway, moment, texts as pageTexts } from './texts.js';

const ADDRESS = '/camunda/api/tasklist/plugin/mentoring/default/';
const LONGEST = 300;

/** Whether something stands in a list that was written and is not kept yet, by the form below it. */
const unsaved = new WeakMap();
alsoAtRisk(() => [...document.querySelectorAll('.mentoring-goals-form')].some(form => unsaved.get(form)?.()));

/** The goals of two people, to tick and to edit by either of them, with who did what and when. */
export function goalsOf({ id, goals }) {
  return sharedList(id, 'goals', goals);
}

/** The points of the plan that they made in their last yearly meeting, in the same way. */
export function planOf({ id, points }) {
  return sharedList(id, 'plan', points);
}

function sharedList(mentorship, which, items) {
  const list = element('div', {});
  const status = element('p', { role: 'status', class: 'mentoring-goals-status' });
  const box = element('input', {
    type: 'text',
    class: 'form-control',
    maxlength: String(LONGEST),
    autocomplete: 'off',
    'aria-label': texts[which].fresh
  });
  const form = element(
    'form',
    { class: 'mentoring-goals-form' },
    box,
    element('button', { type: 'submit', class: 'btn btn-default' }, texts[which].add)
  );
  /** What is being changed, by its id: its words as somebody types them, and which change of it they have seen. */
  const typed = new Map();
  let all = items;

  unsaved.set(form, () => box.value.trim() !== '' || [...typed.keys()].some(isChanged));

  function isChanged(id) {
    return typed.get(id).text !== all.find(goal => goal.id === id)?.words;
  }

  function say(sentence, isProblem) {
    status.textContent = sentence;
    status.classList.toggle('mentoring-overdue', isProblem);
  }

  async function keep(path, what, focused) {
    const answer = await send(`${ADDRESS}${which}${path}`, { mentorship, ...what });
    all = answer.goals ?? all;
    if (answer.problem === undefined) {
      typed.delete(focused);
      say(texts.kept, false);
    } else {
      say(answer.problem, true);
      answer.tooLate && showBoth(focused);
    }
    draw();
    (list.querySelector(`[data-focus="${focused}"]`) ?? box).focus();
    return answer.problem === undefined;
  }

  /** Whoever was too late sees how it stands, and still has what they have typed. */
  function showBoth(id) {
    const mine = typed.get(id);
    const goal = all.find(other => other.id === id);
    if (mine === undefined) {
      return;
    }
    if (goal?.state === 'OPEN') {
      say(`${texts.tooLate} ${texts.standsNow(words(goal))}`, true);
      mine.number = goal.number;
    } else {
      typed.delete(id);
      box.value ||= mine.text;
      say(`${texts.tooLate} ${texts.youWrote(mine.text)}`, true);
    }
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await keep('', { words: box.value }, 'new')) {
      box.value = '';
    }
  });

  function draw() {
    const shown = all.filter(({ state }) => state !== 'DROPPED');
    const dropped = all.filter(({ state }) => state === 'DROPPED');
    list.replaceChildren(
      ...[
        shown.length === 0
          ? element('p', {}, texts[which].none)
          : element(
              'ul',
              { class: 'mentoring-goals' },
              shown.map(goal => element('li', {}, typed.has(goal.id) && goal.state === 'OPEN' ? editor(goal) : shownGoal(goal)))
            ),
        history(all, which),
        dropped.length > 0 &&
          element(
            'details',
            {},
            element('summary', {}, pageTexts.counted(texts.dropped, dropped.length)),
            element(
              'ul',
              { class: 'mentoring-goals' },
              dropped.map(goal =>
                element('li', {}, element('span', {}, words(goal)), button(goal, texts.takeUp, 'TAKEN_UP'))
              )
            )
          )
      ].filter(Boolean)
    );
  }

  function shownGoal(goal) {
    const open = goal.state === 'OPEN';
    const tick = element('input', {
      type: 'checkbox',
      checked: !open,
      'data-focus': goal.id
    });
    tick.addEventListener('change', () => change(goal, open ? 'REACHED' : 'TAKEN_UP'));
    const line = element('div', { class: 'mentoring-goal' }, element('label', {}, tick, element('span', {}, words(goal))));
    if (open) {
      const edit = element('button', { type: 'button', class: 'btn btn-link' }, texts.edit);
      edit.setAttribute('aria-label', `${texts.edit}: ${words(goal)}`);
      edit.addEventListener('click', () => {
        typed.set(goal.id, { text: goal.words, number: goal.number });
        draw();
        list.querySelector(`[data-focus="${goal.id}"]`).focus();
      });
      line.append(edit, button(goal, texts.drop, 'DROPPED'));
    }
    return line;
  }

  function editor(goal) {
    const mine = typed.get(goal.id);
    const input = element('input', {
      type: 'text',
      class: 'form-control',
      maxlength: String(Math.max(LONGEST, mine.text.length)),
      value: mine.text,
      'aria-label': texts.edit,
      'data-focus': goal.id
    });
    const cancel = element('button', { type: 'button', class: 'btn btn-link' }, texts.cancel);
    const form = element(
      'form',
      { class: 'mentoring-goals-form' },
      input,
      element('button', { type: 'submit', class: 'btn btn-default' }, texts.keep),
      cancel
    );
    const close = () => {
      typed.delete(goal.id);
      draw();
      list.querySelector(`[data-focus="${goal.id}"]`)?.focus();
    };
    input.addEventListener('input', () => (mine.text = input.value));
    cancel.addEventListener('click', close);
    form.addEventListener('keydown', async event => {
      if (event.key === 'Escape') {
        // The page stays.
        event.preventDefault();
        if (!isChanged(goal.id) || (await leavesAfterAll('keptNowhere'))) {
          close();
        }
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      change({ ...goal, number: mine.number }, 'REWORDED', mine.text);
    });
    return form;
  }

  function button(goal, label, kind) {
    const made = element('button', { type: 'button', class: 'btn btn-link' }, label);
    made.setAttribute('aria-label', `${label}: ${words(goal)}`);
    made.addEventListener('click', () => change(goal, kind));
    return made;
  }

  const change = ({ id, number }, kind, text) => keep(`/${encodeURIComponent(id)}`, { number, kind, words: text }, id);

  draw();
  return [element('h4', {}, texts[which].title), list, form, status];
}

const words = goal => goal.words || texts.forgotten;

/** What was done last comes first. */
function history(all, which) {
  const changes = all
    .flatMap(goal => goal.history.map(change => ({ ...change, goal })))
    .sort((one, other) => other.at.localeCompare(one.at));
  return (
    changes.length > 0 &&
    element(
      'details',
      {},
      element('summary', {}, texts[which].history),
      element(
        'ul',
        { class: 'mentoring-goals-history' },
        changes.map(({ kind, words: said, by, at, goal }) =>
          element('li', {}, `${moment(at)} (${daysAway(at)}): ${texts.change(kind, by, said || words(goal))}`)
        )
      )
    )
  );
}

async function send(address, what) {
  try {
    const answer = await post(address, what);
    if (answer.status === 401) {
      return { problem: pageTexts.loggedOut };
    }
    const said = await answer.json();
    if (answer.ok) {
      return { goals: said };
    }
    // Whoever was too late finds how it stands now.
    return answer.status === 409 ? { goals: said.goals, problem: texts.tooLate, tooLate: true } : { problem: said.message };
  } catch (problem) {
    console.error(problem);
    return { problem: pageTexts.failed };
  }
}

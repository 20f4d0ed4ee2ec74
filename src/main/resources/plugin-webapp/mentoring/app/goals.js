import { element } from './dom.js';
import { daysAway, moment, texts } from './texts.js';

const GOALS = '/camunda/api/tasklist/plugin/mentoring/default/goals';
const LONGEST = 300;

/** The goals of two people, to tick and to edit by either of them, with who did what and when. */
export function goalsOf({ id: mentorship, goals }) {
  const list = element('div', {});
  const status = element('p', { role: 'status', class: 'mentoring-goals-status' });
  const box = element('input', {
    type: 'text',
    class: 'form-control',
    maxlength: String(LONGEST),
    autocomplete: 'off',
    'aria-label': texts.newGoal
  });
  const form = element(
    'form',
    { class: 'mentoring-goals-form' },
    box,
    element('button', { type: 'submit', class: 'btn btn-default' }, texts.addGoal)
  );

  async function keep(path, what, focused) {
    const answer = await send(`${GOALS}${path}`, what);
    if (answer.goals) {
      draw(answer.goals);
    }
    status.textContent = answer.message ?? texts.goalKept;
    status.classList.toggle('mentoring-overdue', answer.message !== undefined);
    (list.querySelector(`[data-focus="${focused}"]`) ?? box).focus();
    return answer.message === undefined;
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await keep('', { mentorship, words: box.value }, 'new')) {
      box.value = '';
    }
  });

  function draw(all) {
    const shown = all.filter(({ state }) => state !== 'DROPPED');
    const dropped = all.filter(({ state }) => state === 'DROPPED');
    list.replaceChildren(
      ...[
        shown.length === 0
          ? element('p', {}, texts.noGoals)
          : element('ul', { class: 'mentoring-goals' }, shown.map(goal => element('li', {}, shownGoal(goal)))),
        history(all),
        dropped.length > 0 &&
          element(
            'details',
            {},
            element('summary', {}, texts.counted(texts.droppedGoals, dropped.length)),
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
    tick.addEventListener('change', async () => {
      if (!(await change(goal, open ? 'REACHED' : 'TAKEN_UP'))) {
        // It stands as it stood.
        tick.checked = !open;
      }
    });
    const line = element('div', { class: 'mentoring-goal' }, element('label', {}, tick, element('span', {}, words(goal))));
    if (open) {
      const edit = element('button', { type: 'button', class: 'btn btn-link' }, texts.editGoal);
      edit.setAttribute('aria-label', `${texts.editGoal}: ${words(goal)}`);
      edit.addEventListener('click', () => line.replaceWith(editor(goal, line)));
      line.append(edit, button(goal, texts.dropGoal, 'DROPPED'));
    }
    return line;
  }

  function editor(goal, line) {
    const input = element('input', {
      type: 'text',
      class: 'form-control',
      maxlength: String(LONGEST),
      value: goal.words,
      'aria-label': texts.editGoal
    });
    const cancel = element('button', { type: 'button', class: 'btn btn-link' }, texts.cancel);
    const form = element(
      'form',
      { class: 'mentoring-goals-form' },
      input,
      element('button', { type: 'submit', class: 'btn btn-default' }, texts.keepGoal),
      cancel
    );
    const close = () => {
      form.replaceWith(line);
      line.querySelector('input').focus();
    };
    cancel.addEventListener('click', close);
    form.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        // The page stays.
        event.preventDefault();
        close();
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      change(goal, 'REWORDED', input.value);
    });
    setTimeout(() => input.focus());
    return form;
  }

  function button(goal, label, kind) {
    const made = element('button', { type: 'button', class: 'btn btn-link' }, label);
    made.setAttribute('aria-label', `${label}: ${words(goal)}`);
    made.addEventListener('click', () => change(goal, kind));
    return made;
  }

  const change = ({ id, number }, kind, text) => keep(`/${encodeURIComponent(id)}`, { number, kind, words: text }, id);

  draw(goals);
  return [element('h4', {}, texts.goals), list, form, status];
}

const words = goal => goal.words || texts.wordsForgotten;

/** What was done last comes first. */
function history(all) {
  const changes = all
    .flatMap(goal => goal.history.map(change => ({ ...change, goal })))
    .sort((one, other) => other.at.localeCompare(one.at));
  return (
    changes.length > 0 &&
    element(
      'details',
      {},
      element('summary', {}, texts.goalHistory),
      element(
        'ul',
        { class: 'mentoring-goals-history' },
        changes.map(({ kind, words: said, by, at, goal }) =>
          element('li', {}, `${moment(at)} (${daysAway(at)}): ${texts.goalChange(kind, by, said || words(goal))}`)
        )
      )
    )
  );
}

async function send(address, what) {
  const token = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {})
      },
      body: JSON.stringify(what)
    });
    if (answer.status === 401) {
      return { message: texts.loggedOut };
    }
    const said = await answer.json();
    // Whoever was too late finds how it stands now.
    return answer.ok ? { goals: said } : { goals: said.goals, message: said.message };
  } catch (problem) {
    console.error(problem);
    return { message: texts.failed };
  }
}

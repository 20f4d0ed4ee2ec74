// Who has to name somebody can choose among those they may know, by any of their names. What they type is as good.
import { element } from './dom.js';
import { onForm } from './form-schema.js';
import { inputOf, onDrawn } from './open-forms.js';

const MENTORS = 'mentors';

let known = [];

const naming = ({ properties, readonly }) => !readonly && (properties?.person ?? properties?.people) !== undefined;

onForm(async components => {
  if (components.some(naming)) {
    try {
      const answer = await fetch(new URL('../../default/people', import.meta.url));
      known = answer.ok ? await answer.json() : [];
    } catch (problem) {
      // Then they type it.
      console.error(problem);
      known = [];
    }
  }
});

/** Where several can be named, each is offered behind those who stand there already. */
function offer(list, text, several, who) {
  const before = several ? text.slice(0, text.lastIndexOf(',') + 1) : '';
  const options = known
    .filter(({ mentor }) => mentor || who !== MENTORS)
    .map(({ name, userName }) =>
      element('option', { value: before === '' ? name : `${before} ${name}`, label: userName && `${name} (${userName})` })
    );
  list.replaceChildren(...options);
}

onDrawn(opened => {
  for (const field of opened.fields.filter(naming)) {
    const input = inputOf(opened, field);
    const id = `${field.id}-people`;
    if (input && input.getAttribute('list') !== id) {
      const list = element('datalist', { id });
      const several = field.properties.people !== undefined;
      input.closest('.fjs-form-field').append(list);
      input.setAttribute('list', id);
      const who = field.properties.person ?? field.properties.people;
      offer(list, input.value, several, who);
      if (several) {
        input.addEventListener('input', () => offer(list, input.value, true, who));
      }
    }
  }
});

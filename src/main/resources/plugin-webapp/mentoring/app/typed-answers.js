// Says beside a field, as soon as somebody leaves it, what the server would say to what they typed: in a field for a day, a
// time or a number. What can mean one thing only is written as it is kept, so that they see what was understood. The server
// says with each form what it asks for.
import { onForm } from './form-schema.js';
import { meanings } from './typed.js';

/** What is asked for, by the ids of fields: in the task that is open, and in the form with which something begins. */
const asked = { task: new Map(), start: new Map() };

onForm((components, isStart) => {
  asked[isStart ? 'start' : 'task'] = new Map(
    components.filter(({ typed }) => typed).map(({ id, typed }) => [id, typed])
  );
});

/** form-js puts the name of the form before the id of the field. */
function askedIn(input) {
  if (!(input instanceof HTMLInputElement) || input.closest('.fjs-form') === null) {
    return undefined;
  }
  const fields = asked[input.closest('.modal') === null ? 'task' : 'start'];
  return [...fields].find(([id]) => input.id.endsWith(`-${id}`))?.[1];
}

/** What is wrong with the text, as a request; null when nothing is. */
function problem(typed, text) {
  if (text.trim() === '') {
    return null;
  }
  const found = meanings[typed.as](text);
  if (found.length === 0) {
    return typed.wanted;
  }
  if (found.length > 1) {
    return `this could be ${found.join(' or ')}; please write the one you mean`;
  }
  const [meant] = found;
  const decimals = /\.(\d*[1-9])0*$/.exec(meant);
  if (typed.as === 'NUMBER' && typed.decimals !== undefined && (decimals?.[1].length ?? 0) > typed.decimals) {
    return typed.tooManyDecimals;
  }
  const known = typed.as === 'NUMBER' ? Number : String;
  return (
    typed.bounds.find(({ isLeast, value }) =>
      isLeast ? known(meant) < known(value) : known(meant) > known(value)
    )?.words ?? null
  );
}

function show(input, wrong) {
  const field = input.closest('.fjs-form-field');
  // form-js names this id in what describes the field.
  const id = `${input.id}-error-message`;
  field.querySelector('.mentoring-wrong')?.remove();
  field.classList.toggle('fjs-has-errors', wrong !== null);
  input.setAttribute('aria-invalid', String(wrong !== null));
  if (wrong !== null) {
    const message = document.createElement('div');
    message.className = 'fjs-form-field-error mentoring-wrong';
    message.id = id;
    message.setAttribute('role', 'status');
    message.textContent = `${wrong.charAt(0).toUpperCase()}${wrong.slice(1)}.`;
    field.append(message);
  }
}

function write(input, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  set.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

document.addEventListener(
  'blur',
  ({ target }) => {
    const typed = askedIn(target);
    if (typed === undefined || target.readOnly) {
      return;
    }
    const wrong = problem(typed, target.value);
    const [meant] = meanings[typed.as](target.value);
    if (wrong === null && meant !== undefined && meant !== target.value) {
      write(target, meant);
    }
    show(target, wrong);
  },
  true
);

document.addEventListener('input', ({ target }) => {
  const typed = askedIn(target);
  // Nobody is told that something is wrong while they write it, but at once that it is right.
  if (typed !== undefined && target.getAttribute('aria-invalid') === 'true' && problem(typed, target.value) === null) {
    show(target, null);
  }
});

// Says at a field what is wrong with it: what the form itself says as soon as somebody leaves the field, in the words of the
// server; and what the server has said, until another answer stands there. What can mean one thing only is written as it is
// kept, so that they see what was understood.
import { isMissing, wanted } from './answers.js';
import { element } from './dom.js';
import { inputOf, isSaving, onOpen, openForm, tellIn } from './open-forms.js';
import { meanings } from './typed.js';
import { asSentence, sentence } from './wanted.js';

const FOCUSED = 'input, textarea, button';
const checks = [(opened, field, answer) => wanted(field, answer)];

/** @param check gets the open form, a field and its answer, and says what is wanted instead, or null; asked before others */
export function alsoCheck(check) {
  checks.unshift(check);
}

function problem(opened, field, answer) {
  for (const check of checks) {
    const found = check(opened, field, answer);
    const said = found && sentence(found);
    if (said) {
      return { said, missing: isMissing(found) };
    }
  }
  return null;
}

/** Nobody is told that something is wrong while they write it, but at once that it is right. */
function isWritten(input) {
  return input !== null && input === document.activeElement && /^(text|date|time|textarea)$/.test(input.type);
}

function focusFirst({ place }) {
  // As soon as it is drawn.
  setTimeout(() => {
    const first = place.querySelector('.fjs-has-errors');
    first?.querySelector(FOCUSED)?.focus();
    // On a phone, what is wrong would stand behind the buttons.
    first?.scrollIntoView({ block: 'center' });
  });
}

onOpen(opened => {
  const { form } = opened;
  const fields = form.get('formFieldRegistry');
  const instances = form.get('formFieldInstanceRegistry');
  const refused = new Map();
  let isSent = false;

  const answerIn = ({ valuePath }) => valuePath.reduce((data, name) => data?.[name], form._getState().data);

  form.get('validator').validateFieldInstance = ({ id }, answer) => {
    const field = fields.get(id);
    if (!field.key) {
      // A text, which has no answer.
      return [];
    }
    const found = problem(opened, field, answer);
    const isShown = form._getState().errors[id] !== undefined;
    if (found !== null && (isSent || isShown || !(found.missing || isWritten(inputOf(opened, field))))) {
      return [found.said];
    }
    const before = refused.get(id);
    return before !== undefined && before.answer === JSON.stringify(answer) ? before.said : [];
  };

  const { validate } = form;
  form.validate = () => {
    if (isSaving()) {
      return {};
    }
    refused.clear();
    showElsewhere(opened, []);
    isSent = true;
    try {
      const errors = validate.call(form);
      if (Object.keys(errors).length > 0) {
        focusFirst(opened);
      }
      return errors;
    } finally {
      isSent = false;
    }
  };

  form.on('formField.blur', ({ formField: field }) => {
    const instance = instances.getAllKeyed().find(({ id }) => id === field.id);
    if (instance === undefined) {
      return;
    }
    const answer = answerIn(instance);
    const understood = answer && field.typed && problem(opened, field, answer) === null ? meanings[field.typed.as](String(answer)) : [];
    if (understood.length === 1 && understood[0] !== answer) {
      form._update({ field, fieldInstance: instance, value: understood[0] });
    } else {
      form.get('viewerCommands').updateFieldInstanceValidation(instance, answer);
    }
  });

  /** What the server has said, by the keys of fields; where there is no such field it stands above the button. */
  opened.refuse = faults => {
    const errors = {};
    const elsewhere = [];
    for (const { field: key, label, message, wanted: asked } of faults) {
      const said = (asked && sentence(asked)) ?? asSentence(message);
      const instance = key && instances.getAllKeyed().find(({ id }) => fields.get(id).key === key);
      if (instance) {
        errors[instance.id] = [...(errors[instance.id] ?? []), said];
        refused.set(instance.id, { answer: JSON.stringify(answerIn(instance)), said: errors[instance.id] });
      } else {
        elsewhere.push(label ? `${label}: ${said}` : said);
      }
    }
    form._setState({ errors });
    const isAtField = Object.keys(errors).length > 0;
    showElsewhere(opened, elsewhere, !isAtField);
    if (isAtField) {
      focusFirst(opened);
    }
    tellIn(isAtField ? 'fields' : 'buttons');
  };
});

/** Above the buttons, and said aloud; where no answer is at fault, the keyboard goes on from there. */
function showElsewhere({ place }, sentences, isAll) {
  const buttons =
    place.closest('.modal-content')?.querySelector('.modal-footer') ??
    place.closest('[cam-tasklist-form]')?.querySelector('.form-actions');
  buttons?.querySelector('.mentoring-faults')?.remove();
  if (sentences.length > 0) {
    const said = element('div', { class: 'mentoring-faults', role: 'alert', tabindex: '-1' }, sentences.map(one => element('p', {}, one)));
    buttons?.prepend(said);
    isAll && said.focus();
  }
}

// What is said at a field as soon as it is left would push the button from under the pointer that presses it.
const buttonAt = ({ target }) => target instanceof Element && target.closest('.form-actions button, .modal-footer button');
document.addEventListener('mousedown', event => buttonAt(event) && event.preventDefault(), true);
document.addEventListener('click', event => buttonAt(event) && buttonAt(event).focus(), true);

document.addEventListener('mentoring:refused', ({ detail: { kind, status, body } }) => {
  const isTold = status === 400 && openForm(kind) !== null && body.includes('"faults"');
  tellIn(null);
  if (isTold) {
    openForm(kind).refuse(JSON.parse(body).faults);
  }
});

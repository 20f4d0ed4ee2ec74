// Days and times are chosen with what the browser has for it, or typed in the order and the spelling of its reader; what is
// kept is the same everywhere. Numbers get the digits of a phone.
import { alsoCheck } from './checked-answers.js';
import { inputOf, onDrawn } from './open-forms.js';

const TYPES = { DAY: 'date', TIME: 'time' };
const KEYS = { NUMBER: 'decimal' };
const UNFINISHED = { DAY: 'wholeDate', TIME: 'wholeTime' };

onDrawn(opened => {
  for (const field of opened.fields.filter(({ typed }) => typed)) {
    const input = inputOf(opened, field);
    if (input?.type === 'text' && TYPES[field.typed.as]) {
      input.type = TYPES[field.typed.as];
      // The narrowest: days are compared as texts.
      const bounds = least => field.typed.bounds.filter(({ isLeast }) => isLeast === least).map(({ value }) => value).sort();
      input.min = bounds(true).at(-1) ?? '';
      input.max = bounds(false)[0] ?? '';
    } else if (input && KEYS[field.typed.as]) {
      input.inputMode = KEYS[field.typed.as];
    }
  }
});

// Half a day is no day, and would be sent as nothing.
alsoCheck((opened, field) =>
  UNFINISHED[field.typed?.as] && inputOf(opened, field)?.validity.badInput ? { kind: UNFINISHED[field.typed.as] } : null
);

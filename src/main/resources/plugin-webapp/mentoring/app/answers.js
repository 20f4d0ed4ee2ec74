// What the server would say to an answer, as far as the form says it: FormCheck, in the same order.
import { meanings } from './typed.js';

/** Whether somebody who sees it has to answer it. */
export function isRequired({ validate = {}, properties = {} }) {
  return validate.required === true || String(properties.requiredWhenShown ?? 'false') !== 'false';
}

function isEmpty(answer) {
  return (
    answer === undefined ||
    answer === null ||
    answer === false ||
    (typeof answer === 'string' && answer.trim() === '') ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

function ofTyped({ as, wanted, decimals: most, tooManyDecimals, bounds }, text) {
  const found = meanings[as](text);
  if (found.length !== 1) {
    return found.length === 0 ? wanted : { kind: 'several', values: found };
  }
  const [meant] = found;
  const decimals = /\.(\d*[1-9])0*$/.exec(meant)?.[1].length ?? 0;
  if (as === 'NUMBER' && most !== undefined && decimals > most) {
    return tooManyDecimals;
  }
  const known = as === 'NUMBER' ? Number : String;
  const passed = bounds.find(({ isLeast, value }) =>
    isLeast ? known(meant) < known(value) : known(meant) > known(value)
  );
  return passed?.wanted ?? null;
}

function ofText({ minLength, maxLength, pattern }, text) {
  if (maxLength !== undefined && text.length > maxLength) {
    return { kind: 'longest', values: [maxLength, text.length] };
  }
  if (minLength !== undefined && text.length < minLength) {
    return { kind: 'shortest', values: [minLength] };
  }
  return pattern && !new RegExp(pattern).test(text) ? { kind: 'pattern' } : null;
}

function ofNumber({ min, max }, number) {
  if (min !== undefined && number < min) {
    return { kind: 'least', values: [min] };
  }
  return max !== undefined && number > max ? { kind: 'most', values: [max] } : null;
}

/** What is asked of whoever gave this answer; null when nothing is. */
export function wanted(field, answer) {
  const { type, typed, validate = {} } = field;
  if (isEmpty(answer)) {
    return isRequired(field) ? { kind: type === 'checkbox' ? 'tick' : 'answer' } : null;
  }
  if (typed !== undefined) {
    return ofTyped(typed, String(answer));
  }
  if (type === 'number') {
    return ofNumber(validate, Number(answer));
  }
  return type.startsWith('text') ? ofText(validate, answer.trim()) : null;
}

/** Whether it only is not there yet. */
export function isMissing({ kind }) {
  return kind === 'answer' || kind === 'tick';
}

// The words in which somebody is asked for another answer: the server's own list, in the reader's language.
import { onForm } from './form-schema.js';
import { language } from './texts.js';

let words = { en: {} };

let loading;

// Before any form is drawn, and not on the way in, where there is none.
onForm(
  () =>
    (loading ??= fetch(new URL('wanted.json', import.meta.url))
      .then(answer => answer.json())
      .then(list => {
        words = list;
      })
      .catch(console.error))
);

/** A sentence; undefined where there are no words for it. */
export function sentence({ kind, values = [] }) {
  const found = words[language]?.[kind] ?? words.en[kind];
  return found && asSentence(`${values.reduce((said, value, place) => said.replace(`{${place}}`, value), found)}.`);
}

export function asSentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

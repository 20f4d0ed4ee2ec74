// Whoever suggests a change of a step under "How it works" finds it in the form that begins it, and can take it out there.
import { onForm } from './form-schema.js';

const FIELD = 'aboutStep';

/** Which step is meant stands in the address, so that it is still known when the page is loaded again. */
export const PARAMETER = 'about';

/** Where somebody says what could be better about a step. */
export const addressOf = (process, step) =>
  `#/?processStart=make-a-suggestion&${PARAMETER}=${encodeURIComponent(process)}+${encodeURIComponent(step)}`;

onForm(async components => {
  const field = components.find(({ key }) => key === FIELD);
  const value = new URLSearchParams(window.location.hash.split('?')[1] ?? '').get(PARAMETER);
  if (field && value) {
    const label = await called(...value.split(' '));
    if (label) {
      // Programs read the ids, and people the names.
      Object.assign(field, { type: 'select', values: [{ value, label }], defaultValue: value });
      delete field.validate;
    }
  }
});

/** @returns nothing for a step that is not there, or cannot be found now; then it is told in own words */
async function called(process, step) {
  try {
    const address = new URL(`../../../handbook/default/how-it-works/${encodeURIComponent(process)}`, import.meta.url);
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    const { chapter } = answer.ok ? await answer.json() : {};
    const named = chapter?.steps.find(({ id }) => id === step);
    return named && `${chapter.name}: ${named.name}`;
  } catch (problem) {
    console.error(problem);
    return undefined;
  }
}

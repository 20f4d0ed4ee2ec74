// Whoever suggests a change of a step under "How it works" finds it in the form that begins it, and can take it out there.
import { onForm } from './form-schema.js';

const FIELD = 'aboutStep';

let asked;

/** The next suggestion begins with this step. */
export function suggestFor(process, step, label) {
  asked = { value: `${process} ${step}`, label };
}

onForm(components => {
  const field = components.find(({ key }) => key === FIELD);
  if (field && asked !== undefined) {
    // Programs read the ids, and people the names.
    Object.assign(field, { type: 'select', values: [asked], defaultValue: asked.value });
    delete field.validate;
    asked = undefined;
  }
});

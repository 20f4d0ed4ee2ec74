// Whoever asks for a mentor in the list of mentors finds the name in the form that begins it, and can change it there.
import { onForm } from './form-schema.js';

const FIELD = 'recommendedMentorId';

let asked;

/** The next form that asks for a mentor begins with this name. */
export function askFor(name) {
  asked = name;
}

onForm(components => {
  const field = components.find(({ key }) => key === FIELD);
  if (field && asked !== undefined) {
    field.defaultValue = asked;
    asked = undefined;
  }
});

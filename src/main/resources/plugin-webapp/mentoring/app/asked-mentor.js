// Whoever asks for a mentor, or for a session, in the list of mentors finds the name in the form that begins it, and can change it
// there.
import { onForm } from './form-schema.js';

const FIELDS = ['recommendedMentorId', 'askedMentorId'];

let asked;

/** The next form that asks for a mentor by name begins with this name. */
export function askFor(name) {
  asked = name;
}

onForm(components => {
  const field = components.find(({ key }) => FIELDS.includes(key));
  if (field && asked !== undefined) {
    field.defaultValue = asked;
    asked = undefined;
  }
});

// What somebody has said of themself stands in every form that asks for it, and can be changed there. What is not for them
// to say is left out.
import { onForm } from './form-schema.js';
import { texts } from './texts.js';

function asksForOwn({ properties }) {
  return properties?.fromProfile !== undefined;
}

/** A form in which one may answer for others does not begin with one's own answers. */
function isForOthers(components, profile) {
  return profile.contact && components.some(({ properties }) => properties?.namedBy === 'contacts');
}

function fillIn(component, said) {
  const { type, values } = component;
  if (Array.isArray(said)) {
    component.defaultValue = said.filter(one => values.some(({ value }) => value === one));
  } else if (values === undefined || values.some(({ value }) => value === said)) {
    component.defaultValue = type.startsWith('text') ? String(said) : said;
  }
}

function hide(component) {
  component.conditional = { hide: '=true' };
}

/** An empty profile would be sent in place of theirs. */
function tellThatItFailed(components) {
  components.forEach(component => {
    if (component.type === 'text') {
      component.text = texts.failed;
    } else {
      hide(component);
    }
  });
}

onForm(async components => {
  const own = components.filter(asksForOwn);
  if (own.length === 0) {
    return;
  }
  try {
    const answer = await fetch(new URL('../../default/profile', import.meta.url));
    if (!answer.ok) {
      throw new Error(`The profile was not there: ${answer.status}`);
    }
    const profile = await answer.json();
    own
      .filter(({ properties: { onlyFor } }) => onlyFor && !profile[onlyFor === 'reps' ? 'rep' : 'mentor'])
      .forEach(hide);
    if (!isForOthers(components, profile)) {
      own
        .map(component => [component, profile[component.properties.fromProfile]])
        .filter(([, said]) => said !== null && said !== undefined && said !== '')
        .forEach(([component, said]) => fillIn(component, said));
    }
  } catch (problem) {
    console.error(problem);
    if (own.some(({ properties }) => properties.fromProfile === 'reach')) {
      tellThatItFailed(components);
    }
  }
});

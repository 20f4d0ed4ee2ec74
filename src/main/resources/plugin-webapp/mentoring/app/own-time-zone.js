// Where somebody has to say their time zone, the one of their browser is chosen already, and can be changed. Whether they
// get the daily digest they read where they can change it.
import { onForm } from './form-schema.js';
import { fieldTexts } from './field-texts.js';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Browser and server may know one zone by two names: Asia/Calcutta is Asia/Kolkata. */
function isOwn({ value }) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone === timeZone;
  } catch {
    return false;
  }
}

function isRequired({ validate, properties }) {
  return validate?.required === true || String(properties?.requiredWhenShown ?? 'false') !== 'false';
}

/** Only zones of places, and UTC, have such values. */
function asksForZone({ type, values }) {
  return type === 'select' && (values?.some(({ value }) => value === 'UTC') ?? false);
}

function choose(component) {
  const { values } = component;
  // Whoever has UTC has rather hidden where they are.
  const own = timeZone === 'UTC' ? undefined : values.find(({ value }) => value === timeZone) ?? values.find(isOwn);
  if (own !== undefined) {
    component.defaultValue = own.value;
  }
}

/** How it is, beside what the form says about a change. */
async function tell(choice) {
  try {
    const answer = await fetch(new URL('../../default/mail-settings', import.meta.url));
    const { digest } = await answer.json();
    choice.description = fieldTexts.digest(digest === 'yes');
  } catch (problem) {
    // As it was before.
    console.error(problem);
  }
}

/** A form in which one may answer for others does not begin with one's own zone. */
function isForOthers({ properties }) {
  return properties?.namedBy !== undefined;
}

onForm(async components => {
  if (!components.some(isForOthers)) {
    components.filter(asksForZone).filter(isRequired).forEach(choose);
  }
  await Promise.all(components.filter(({ key }) => key === 'digestWanted').map(tell));
});

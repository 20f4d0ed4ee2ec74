// Where somebody has to say their time zone, the one of their browser is chosen already, and can be changed. Where it may
// stay as it is, they read how it is, and whether they get the daily digest.
import { onForm } from './form-schema.js';

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

/** How things are, in front of what the form says about a change. */
async function tell(components) {
  try {
    const answer = await fetch(new URL('../../default/mail-settings', import.meta.url));
    const { timeZone: now, digest } = await answer.json();
    components.filter(asksForZone).forEach(component => {
      const [place] = (component.values.find(({ value }) => value === now)?.label ?? '').split(' – ');
      component.description = `Now: ${place && place !== now ? `${place} (${now})` : now}. ${component.description ?? ''}`;
    });
    components.filter(({ key }) => key === 'digestWanted').forEach(component => {
      component.description = digest === 'yes' ? 'Now: you get it.' : 'Now: you do not get it.';
    });
  } catch (problem) {
    // As it was before.
    console.error(problem);
  }
}

onForm(async components => {
  const zones = components.filter(asksForZone);
  zones.filter(isRequired).forEach(choose);
  if (zones.some(zone => !isRequired(zone))) {
    await tell(components);
  }
});

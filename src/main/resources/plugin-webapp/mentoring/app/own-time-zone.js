// Where somebody has to say their time zone, the one of their browser is chosen already, and can be changed.

const FORM = /\/(?:task|process-definition)\/[^/]+\/deployed-(?:start-)?form\?/;

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

function choose(component) {
  component.components?.forEach(choose);
  // Only zones of places, and UTC, have such values; and whoever has UTC has rather hidden where they are.
  if (component.type === 'select' && isRequired(component) && component.values?.some(({ value }) => value === 'UTC')) {
    const { values } = component;
    const own = timeZone === 'UTC' ? undefined : values.find(({ value }) => value === timeZone) ?? values.find(isOwn);
    if (own !== undefined) {
      component.defaultValue = own.value;
    }
  }
}

const { fetch } = window;
window.fetch = async (address, ...rest) => {
  const answer = await fetch(address, ...rest);
  if (!FORM.test(address) || !answer.ok) {
    return answer;
  }
  const form = await answer.json();
  choose(form);
  return new Response(JSON.stringify(form), { status: answer.status, headers: answer.headers });
};

// Changes forms on their way from the server to Tasklist, and lets others know what is in them.

const FORM = /\/(?:task|process-definition)\/([^/]+)\/deployed-(?:start-)?form\?/;

const readers = [];
const { fetch } = window;

window.fetch = async (address, ...rest) => {
  const answer = await fetch(address, ...rest);
  const asked = FORM.exec(address);
  if (asked === null || !answer.ok) {
    return answer;
  }
  const form = await answer.json();
  // A form without them can still be answered.
  await import('./fields.js').catch(console.error);
  for (const reader of readers) {
    await reader(components(form), decodeURIComponent(asked[1]));
  }
  return new Response(JSON.stringify(form), { status: answer.status, headers: answer.headers });
};

function components({ components: inside = [] }) {
  return inside.flatMap(component => [component, ...components(component)]);
}

/** @param reader gets the components of each form, which it may change, and the id of what it belongs to; may take its time */
export function onForm(reader) {
  readers.push(reader);
}

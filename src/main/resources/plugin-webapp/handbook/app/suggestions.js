// What has been suggested, and what became of it; everybody reads the same.
const SUGGESTIONS = new URL('../../../mentoring/default/suggestions', import.meta.url);
const WHOLE = 'whole';

/** @param wanted key of the process of which the suggestions are shown first; may be empty */
export async function list({ element, words, say, day, addressOf, wanted }) {
  const answer = await fetch(SUGGESTIONS, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`suggestions answered ${answer.status}`);
  }
  const made = (await answer.json()).map(one => ({ of: one.about?.process ?? WHOLE, name: one.about?.processName, item: shown(one) }));

  function shown({ state, mine, by, on, about, aboutWhat, words: said, answer: replied, answeredOn }) {
    return element(
      'li',
      { class: 'handbook-step' },
      element('p', {}, element('strong', { class: 'handbook-badge' }, words[`state${state}`]), mine && ` ${words.mine}`),
      about &&
        element(
          'p',
          {},
          about.step
            ? element('a', { href: addressOf(about.process, about.step) }, `${about.processName}: ${about.stepName}`)
            : `${about.processName}: ${about.stepName} (${words.stepGone})`
        ),
      aboutWhat && element('p', {}, aboutWhat),
      element('p', { class: 'handbook-said' }, said),
      element('p', { class: 'handbook-kind' }, by ? `${by}, ${day(on)}` : day(on)),
      replied && element('p', { class: 'handbook-said' }, element('strong', {}, `${words.councilSays}: `), replied),
      answeredOn && element('p', { class: 'handbook-kind' }, say('answeredOn', day(answeredOn)))
    );
  }

  const processes = new Map(made.filter(({ of }) => of !== WHOLE).map(({ of, name }) => [of, name]));
  const found = element('p', { role: 'status' });
  const choice = element(
    'select',
    { id: 'handbook-suggestions-of', class: 'form-control' },
    element('option', { value: '' }, words.suggestionsAll),
    element('option', { value: WHOLE }, words.suggestionsWhole),
    [...processes]
      .sort(([, one], [, other]) => one.localeCompare(other))
      .map(([process, name]) => element('option', { value: process }, name))
  );
  choice.value = processes.has(wanted) ? wanted : '';

  function filter() {
    made.forEach(({ of, item }) => (item.hidden = choice.value !== '' && choice.value !== of));
    const shown = made.filter(({ item }) => !item.hidden).length;
    found.textContent = made.length === 0 ? words.suggestionsNone : say('suggestionsFound', shown, made.length);
  }

  choice.addEventListener('change', filter);
  filter();
  return [
    element('h2', {}, words.suggestions),
    element('p', { class: 'mentoring-lead' }, words.suggestionsIntro),
    element('p', {}, element('a', { class: 'btn btn-primary', href: '#/?processStart=make-a-suggestion' }, words.suggestionMake)),
    element('label', { for: 'handbook-suggestions-of' }, words.suggestionsOf),
    choice,
    found,
    element('ul', { class: 'handbook-suggestions' }, made.map(({ item }) => item))
  ];
}

// What people recognise in each other: for whoever is recognised, and, as far as they agree, for everybody.
import { element } from './dom.js';
import { landingTexts as texts } from './landing-texts.js';
import { post } from './post.js';
import { day } from './texts.js';

const ADDRESS = '/camunda/api/tasklist/plugin/mentoring/default/recognitions';

/** A place in the page that is filled once it is known what there is. */
export function recognitions() {
  const place = element('div', {});
  const status = element('p', { role: 'status' });

  const show = page => place.replaceChildren(...[mine(page.mine), status, everybodys(page.shown)].filter(Boolean));

  function mine(all) {
    return (
      all.length > 0 &&
      section(
        texts.recognisedFor,
        all.map(one =>
          element(
            'article',
            { class: 'mentoring-card' },
            words(one),
            element('p', { class: 'mentoring-quiet' }, one.shown ? texts.recognitionShown : texts.recognitionHidden),
            button(one)
          )
        )
      )
    );
  }

  function button({ id, shown }) {
    const made = element(
      'button',
      { type: 'button', class: 'btn btn-default', 'data-recognition': id },
      shown ? texts.hideRecognition : texts.showRecognition
    );
    made.addEventListener('click', () => say(id, !shown));
    return made;
  }

  async function say(id, shown) {
    try {
      const answer = await post(`${ADDRESS}/${encodeURIComponent(id)}`, { shown });
      const said = await answer.json().catch(() => ({}));
      status.textContent = answer.ok ? '' : answer.status === 401 ? texts.loggedOut : (said.message ?? texts.failed);
      if (answer.ok) {
        show(said);
        place.querySelector(`[data-recognition="${id}"]`)?.focus();
      }
    } catch (problem) {
      console.error(problem);
      status.textContent = texts.failed;
    }
  }

  load().then(page => page && show(page));
  return place;
}

async function load() {
  try {
    const answer = await fetch(ADDRESS, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    return answer.ok ? await answer.json() : null;
  } catch (problem) {
    // The rest of the page is there without it.
    console.error(problem);
    return null;
  }
}

function everybodys(all) {
  return (
    all.length > 0 &&
    section(
      texts.recognisedPeople,
      all.map(one => element('article', { class: 'mentoring-card' }, element('h3', {}, one.name), words(one)))
    )
  );
}

function words({ by, words: said, on }) {
  return [
    element('p', { class: 'mentoring-about' }, said),
    element('p', { class: 'mentoring-quiet' }, by ? texts.recognisedBy(by, day(on)) : day(on))
  ];
}

function section(title, content) {
  return element('section', {}, element('h2', {}, title), content);
}

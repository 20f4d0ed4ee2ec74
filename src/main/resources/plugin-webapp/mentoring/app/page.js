import { reckoned } from './clock.js';
import { element } from './dom.js';
import { language, taskTexts, texts } from './texts.js';

const HOME = 'my-mentorship';

/**
 * A page of our own in Tasklist and the link to it in the navigation bar. Whoever opens it finds the focus on its
 * heading; the Escape key leads back to *My mentorship* and the focus to the link.
 *
 * @param path below "#", also the name of what is asked of the server
 * @param title in the bar and as the heading
 * @param priority the higher, the further left in the bar
 * @param draw makes of the server's answer what is shown; may take its time
 * @param plugin of which the server asks
 */
export function page({ path, title, priority, draw, plugin = 'mentoring' }) {
  const link = () => document.querySelector(`.mentoring-link[href="#/${path}"]`);

  // On a phone the bar is folded up behind a button.
  const visibleLink = () => (link()?.offsetParent ? link() : document.querySelector('.navbar-toggle'));

  function markLink() {
    if (window.location.hash.startsWith(`#/${path}`)) {
      link()?.setAttribute('aria-current', 'page');
    } else {
      link()?.removeAttribute('aria-current');
    }
  }

  function closeByKey(event) {
    if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('.modal') === null) {
      window.location.hash = `#/${HOME}`;
    }
  }

  let showAgain;

  const linkInBar = {
    id: `mentoring-${path}-link`,
    pluginPoint: 'tasklist.navbar.action',
    priority,
    render(node) {
      const own = element('a', { class: 'mentoring-link', href: `#/${path}`, lang: language }, title);
      node.append(own);
      window.addEventListener('hashchange', markLink);
      // As soon as the link is in the document.
      setTimeout(markLink);
    },
    unmount() {
      window.removeEventListener('hashchange', markLink);
    }
  };

  const pageItself = {
    id: `mentoring-${path}`,
    pluginPoint: 'tasklist.route',
    properties: { path: `/${path}` },
    render(node, { api }) {
      const heading = element('h1', { tabindex: '-1' }, title);
      const status = element('p', { role: 'status' }, texts.loading);
      node.append(
        element(
          'main',
          { class: 'mentoring-page', lang: language },
          path === HOME
            ? element('a', { class: 'mentoring-back', href: '#/?lists' }, taskTexts.allTasks)
            : element('a', { class: 'mentoring-back', href: `#/${HOME}` }, `← ${taskTexts.back}`),
          heading
        )
      );
      document.addEventListener('keydown', closeByKey);
      setTimeout(() => heading.focus());
      const content = element('div', {}, status);
      heading.after(content);
      const show = () =>
        load(`${api.tasklistApi}/plugin/${plugin}/${api.engine}/${path}`, draw).then(drawn =>
          content.replaceChildren(...drawn.filter(Boolean))
        );
      showAgain = show;
      // What was answered meanwhile, beside this page, waits no more.
      document.addEventListener('mentoring:answered', show);
      show();
    },
    unmount() {
      document.removeEventListener('keydown', closeByKey);
      document.removeEventListener('mentoring:answered', showAgain);
      if (!/[?&](task|processStart)=/.test(window.location.hash)) {
        // Tasklist leaves the focus nowhere, once its search box has had it for a moment.
        setTimeout(() => document.activeElement === document.body && visibleLink()?.focus(), 500);
      }
    }
  };

  return [linkInBar, pageItself];
}

async function load(address, draw) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (answer.status === 401) {
      return loggedOut();
    }
    if (!answer.ok) {
      throw new Error(`${address} answered ${answer.status}`);
    }
    await reckoned();
    return await draw(await answer.json());
  } catch (problem) {
    console.error(problem);
    return [element('p', { role: 'alert' }, texts.failed)];
  }
}

function loggedOut() {
  const button = element('button', { type: 'button', class: 'btn btn-primary' }, texts.logInAgain);
  button.addEventListener('click', () => window.location.reload());
  return [element('p', { role: 'alert' }, texts.loggedOut), button];
}

// Days are counted alike on every page: where whoever is logged in lives, and by the programme's clock.
import { reckonBy } from './texts.js';

let asked = Promise.resolve();

/** Done as soon as it is known, or cannot be. */
export function reckoned() {
  return asked;
}

async function ask() {
  const answer = await fetch(new URL('../../default/clock', import.meta.url), { cache: 'no-store' });
  if (answer.ok) {
    reckonBy(await answer.json());
  }
}

window.angular.module('cam.tasklist.custom').run([
  '$rootScope',
  root =>
    root.$on('authentication.changed', (event, authentication) => {
      if (authentication) {
        asked = ask()
          .catch(console.error)
          .then(() => root.$applyAsync());
      }
    })
]);

import './form-events.js';
import './frame-names.js';
import './open-forms.js';
import './form-schema.js';
import './drafts.js';
import './ask-first.js';
import './clock.js';
import './start-list.js';
import './tasklist-errors.js';
import './tasklist-words.js';
import './task-page.js';
import afterwardsPage from './afterwards.js';
import comeBack from './come-back.js';
import { page } from './page.js';
import { texts } from './texts.js';

// What nobody needs before they are logged in comes when it is needed: the first page is there sooner on a slow line.
const pages = [
  { path: 'my-mentorship', title: texts.myMentorship, priority: 320, draw: mine => import('./my-mentorship-page.js').then(({ draw }) => draw(mine)) },
  { path: 'mentors', title: texts.mentors, priority: 310, draw: mentors => import('./mentors-page.js').then(({ draw }) => draw(mentors)) }
];

// Tasklist writes into the address what its lists show, and may be late with it. A page that is drawn anew for this takes
// away what somebody is writing on it, and what it has just told them.
window.angular
  .module('cam.tasklist.custom')
  .run(['$route', ({ routes }) => pages.forEach(({ path }) => (routes[`/${path}`].reloadOnSearch = false))]);

export default [...comeBack, ...pages.flatMap(page), ...afterwardsPage];

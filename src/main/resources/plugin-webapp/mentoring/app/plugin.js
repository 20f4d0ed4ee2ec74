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

export default [...comeBack, ...pages.flatMap(page), ...afterwardsPage];

import './form-events.js';
import './drafts.js';
import './own-time-zone.js';
import './own-profile.js';
import './start-list.js';
import './tasklist-errors.js';
import './tasklist-words.js';
import './task-page.js';
import './typed-answers.js';
import afterwardsPage from './afterwards.js';
import comeBack from './come-back.js';
import mentorsPage from './mentors-page.js';
import myMentorshipPage from './my-mentorship-page.js';

export default [...comeBack, ...myMentorshipPage, ...mentorsPage, ...afterwardsPage];

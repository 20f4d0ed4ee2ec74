import './drafts.js';
import './own-time-zone.js';
import './tasklist-words.js';
import mentorsPage from './mentors-page.js';
import myMentorshipPage from './my-mentorship-page.js';

export default [...myMentorshipPage, ...mentorsPage];

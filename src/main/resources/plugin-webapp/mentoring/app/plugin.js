import './begin-here.js';
import './form-events.js';
import './drafts.js';
import './own-time-zone.js';
import './own-profile.js';
import './tasklist-errors.js';
import './tasklist-words.js';
import './typed-answers.js';
import mentorsPage from './mentors-page.js';
import myMentorshipPage from './my-mentorship-page.js';

export default [...myMentorshipPage, ...mentorsPage];

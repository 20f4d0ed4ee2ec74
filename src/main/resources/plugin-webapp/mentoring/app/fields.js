// What forms of ours know and do that form-js does not. Loaded with the first form that is opened, before it is drawn.
import './own-time-zone.js';
import './own-profile.js';
import './checked-answers.js';
import './pickers.js';
import './other-clocks.js';
import './lists.js';
import './people.js';

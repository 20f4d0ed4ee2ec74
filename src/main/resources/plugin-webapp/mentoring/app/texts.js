// Everything our pages say, in each language. Forms, mails and the names of tasks are translated beside them.
import spoken from '/camunda/language.js';

// Only for whoever reads it: the first page is to be there soon on a slow line. Another language is another file.
export const others = spoken === 'en' ? {} : await import(`./texts-${spoken}.js`).catch(() => ({}));

/** In which language whoever reads is spoken to here; forms may be there in others. */
export const language = others.pages ? spoken : 'en';

// Tasklist asks the browser which language to use; the server says it of whoever has chosen one in their profile.
if (navigator.languages?.[0]?.split('-')[0] !== language) {
  Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [language] });
}

const english = {
  myMentorship: 'My mentorship',
  mentors: 'Mentors',
  howItWorks: 'How it works',
  loading: 'One moment, please …',
  loggedOut: 'You have been logged out meanwhile.',
  logInAgain: 'Log in again',
  failed: 'This cannot be shown at the moment. Please try again a little later.',

  myMentor: 'My mentor',
  noMentor: 'You do not have a mentor.',
  myMentees: 'My mentees',
  noMentees: 'Nobody at the moment. When a rep looks for a mentor, you find it under “Tasks I can take”.',
  reach: 'How to reach',
  about: 'About them',
  notTold: 'they have not told you here',
  notReachable: 'You have not said yet how your mentor, your mentees and others can reach you.',
  sayIt: 'Say it in “My profile”',
  contacts: 'Contacts of the council',
  contactsFor: 'They look after the mentorships. Turn to them with whatever you like.',
  coveredMentees: 'Their mentees meanwhile',
  moreThanPlaces: (guiding, capacity) =>
    `You guide ${guiding} and would like at most ${capacity}: all of them stay, and nobody new comes until there are fewer.`,
  since: 'Together since',
  until: 'Agreed until',
  channel: 'We keep in touch by',
  contactEvery: 'How often',
  talkedOn: 'Talked last',
  lastMeeting: 'Last yearly meeting',
  support: 'Help needed',
  nothingAgreed: 'How you keep in touch is not written down yet.',
  mentorAway: (name, backOn, cover) =>
    `${name} is away and back on ${backOn}. ${cover ? `Until then, please turn to ${cover}.` : 'Until then, please turn to the contacts.'}`,
  mentorGone: name =>
    `${name} is not there as a mentor any more. The council decides what happens now, and you hear of it by mail; you need not do anything. If you like, turn to a contact.`,
  leavingOn: lastDay =>
    `You are leaving the programme; your last day is ${lastDay}. Until it is over you can stay after all: “Think again about leaving” waits for you.`,
  asMentor: 'As a mentor',
  places: 'Free places',
  placesOf: (free, capacity) => `${free} of ${capacity}`,
  noNewMentees: 'No new mentees until',
  lastDay: 'Last day as a mentor',
  away: 'Away',
  awayUntil: (backOn, cover) => `back on ${backOn}, ${cover ? `${cover} covers for you` : 'nobody covers for you'}`,
  covers: 'You cover for',
  coversUntil: (name, backOn) => `${name}, who is back on ${backOn}`,
  feedback: 'What my mentees say',
  feedbackMeans: answers => `What ${answers} answers to the yearly feedback come to, from 1 to 5. Who said what stays in confidence.`,
  feedbackAvailability: 'They could reach me',
  feedbackListening: 'They were listened to',
  feedbackUsefulness: 'It was useful for them',
  feedbackClarity: 'It was clear what each of us does',
  waitingForMe: 'Waiting for me',
  waitingForCouncil: 'Waiting for the council',
  couldTake: 'I could take',
  whenItSuits: 'When it suits me',
  counted: (what, count) => `${what} (${count})`,
  nothingWaits: 'Nothing is waiting for you.',
  dueOn: when => `due ${when}`,
  whatICanDo: 'What I can do now',
  whatIsKept: 'What is kept about me',
  everythingAboutMe: 'Everything that is kept about me',
  everythingFor: '– to read, to print, or for another program. Only you get it.',
  nothingToStart: 'There is nothing to start for you here.',

  mentorsIntro: 'Who guides others in this programme, what they can help with, and who has a free place. Where you can ask for somebody, for yourself or for a rep, there is a button beside them.',
  filter: 'Find by name, skill or language',
  found: (shown, all) => (shown === all ? `Mentors: ${all}` : `Mentors: ${shown} of ${all}`),
  noneFound: 'Nobody like that is here. Please try fewer or other words.',
  name: 'Name',
  skills: 'Can help with',
  languages: 'Languages',
  otherLanguage: 'another language',
  time: 'Time there',
  availability: 'Free places',
  freePlaces: count => (count === 0 ? 'none at the moment' : String(count)),
  backOn: when => `away, back on ${when}`,

  afterwards: {
    arrived: 'Thank you, this has arrived',
    goesOn: 'What becomes of it stands on “My mentorship”, and you get a mail as soon as there is something for you to do.',
    next: 'Next:',
    open: 'Open',
    back: 'Back to my mentorship'
  },

  tasks: {
    Activity_HoldOrientationCall: 'hold your first call',
    Activity_TakeFirstSteps: 'take the first steps',
    Activity_ReviewOrientation: 'look back on the orientation',
    Activity_HoldFirstCall: 'arrange and hold your first call',
    Activity_ArrangeMeeting: 'arrange your yearly meeting',
    Activity_RecordMeeting: 'write down your yearly meeting',
    Activity_ConfirmAgreement: 'confirm what you agreed',
    Activity_CorrectAgreement: 'correct what was written down'
  },

  // What can be started, and what it is good for; of those that can be about somebody else, both.
  starts: {
    'rep-onboarding': {
      ONESELF: ['Look for a mentor', 'Say what you would like to achieve; we look for somebody who fits.'],
      SOMEBODY_ELSE: ['Look for a mentor for a rep', 'For contacts: on behalf of a rep who has none.']
    },
    'mentor-change': {
      ONESELF: ['Change my mentor', 'It happens, and needs no drama. Your mentor does not learn of it unless you wish so, or it is decided.'],
      SOMEBODY_ELSE: ['Change the mentor of a rep', 'For contacts: on behalf of a rep.']
    },
    'coaching-training': {
      ONESELF: ['Become a mentor', 'Guide others: a training, a call, and then you begin.'],
      SOMEBODY_ELSE: ['Nominate a mentor', 'You know a rep who would guide others well.']
    },
    'ask-a-mentor': {
      ONESELF: ['Ask for a session', 'One talk with a mentor on something you would like to learn. It takes nobody’s place.']
    },
    'how-we-keep-in-touch': {
      ONESELF: ['How we keep in touch', 'How often, by what, a call for both calendars, and whether we ask you.']
    },
    'too-much': {
      ONESELF: ['It is too much right now', 'Fewer mentees, somebody else for some of them, or a pause. Nobody has to agree.']
    },
    'mentor-absence': {
      ONESELF: ['Take time off as a mentor', 'Say when you are away; somebody covers for you.']
    },
    'mentor-resignation': {
      ONESELF: ['Step down as a mentor', 'Your mentees get other mentors, and you leave with thanks.']
    },
    'welcome-back': {
      SOMEBODY_ELSE: ['Welcome somebody back', 'For contacts: the same person finds again what is theirs.']
    },
    'erase-person': {
      SOMEBODY_ELSE: ['Erase somebody who has left', 'For contacts: when they ask for it. They are told until when they can still come back.']
    },
    'programme-update': {
      SOMEBODY_ELSE: ['Tell everybody some news', 'For the council: mentors pass it on to their mentees.']
    },
    'mentors-call': {
      SOMEBODY_ELSE: ['Set a call of all mentors', 'For contacts: once or again and again, with an agenda everybody adds to.']
    },
    'mentor-inactivity': {
      SOMEBODY_ELSE: ['Report a silent mentor', 'For contacts: we ask the mentor kindly whether they are still there.']
    },
    'recognise-somebody': {
      ONESELF: ['Recognise somebody', 'Say what somebody has done well; the council passes it on.']
    },
    'make-a-suggestion': {
      ONESELF: ['Make a suggestion', 'What could be better? Everybody reads what becomes of it.']
    },
    'my-profile': {
      ONESELF: ['My profile', 'How to reach you, about you, what you can and would like to learn; mentors also how many mentees.']
    },
    'mail-settings': {
      ONESELF: ['My mail settings', 'Which mails you would like to get.']
    },
    'raise-concern': {
      ONESELF: ['Raise a concern', 'In confidence: only contacts who have no part in it read it.']
    },
    'leave-programme': {
      ONESELF: ['Leave the programme', 'Nobody is forgotten, and you can think again until your last day is over.'],
      SOMEBODY_ELSE: ['Say that somebody leaves', 'For contacts: they hear of it, and can say that they stay.']
    }
  }
};

export const texts = { ...english, ...others.pages };

/** The page of a task, what has been typed and not sent, and a session that has ended: a file for each language. */
export const taskTexts = (
  await import(`./task-texts-${language}.js`).catch(() => import('./task-texts-en.js'))
).default;

/** What a start is called and what it is good for, as far as we know it; otherwise the name of the diagram. */
export function startText(start) {
  return texts.starts[start.process]?.[start.whom] ?? [start.name, null];
}

/** The starts in the order of our texts, those we know nothing of last. */
export function inOrder(starts) {
  const order = Object.keys(texts.starts);
  const place = ({ process }) => (order.includes(process) ? order.indexOf(process) : order.length);
  return [...starts].sort((one, other) => place(one) - place(other));
}

/** What a case is called that somebody has started for themself. */
export function caseText(started) {
  return known(started.process)[0] ?? started.name;
}

function known(process) {
  const { ONESELF, SOMEBODY_ELSE } = texts.starts[process] ?? {};
  return ONESELF ?? SOMEBODY_ELSE ?? [];
}

// As Tasklist writes dates.
const LOCALE = language === 'en' ? 'en-GB' : language;
const RELATIVE = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

const MOMENT = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

// Whoever reads has said where they live, and the programme has a clock; as long as neither is known, they are the browser's.
let zone;
let ahead;

const formatted = (date, options) => new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }).format(date);

/** From now on, days and times are those of the place where whoever reads lives, and the clock is the programme's. */
export function reckonBy({ now, zone: place }) {
  ahead = Date.parse(now) - Date.now();
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: place });
    zone = place;
  } catch {
    zone = undefined;
  }
}

/** Whether it is known by which clock and where days are reckoned. */
export function isReckoned() {
  return ahead !== undefined;
}

const clock = () => Date.now() + (ahead ?? 0);

/** Whether a moment is over by the programme's clock. */
export function isPast(iso) {
  return Date.parse(iso) < clock();
}

/** A date, or a moment as a date where the reader is. */
export function day(iso) {
  const written = { day: 'numeric', month: 'long', year: 'numeric' };
  // Without a time of day it is a day everywhere, and not midnight in Greenwich.
  return iso.length === 10 ? formatted(new Date(`${iso}T12:00Z`), { ...written, timeZone: 'UTC' }) : formatted(new Date(iso), written);
}

/** A moment as a date and a time of day where the reader is. */
export function moment(iso) {
  return formatted(new Date(iso), MOMENT);
}

/** The same where somebody else lives; nothing where the browser does not know their zone. */
export function momentAt(iso, timeZone) {
  try {
    return new Intl.DateTimeFormat(LOCALE, { ...MOMENT, timeZone }).format(new Date(iso));
  } catch {
    return null;
  }
}

/** Which day a moment is where the reader is, with its weekday. */
export function weekday(moment) {
  return formatted(new Date(moment), { weekday: 'long', day: 'numeric', month: 'long' });
}

/** When something was written lately, by the browser's clock. */
export function lately(moment) {
  const time = formatted(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return dayOf(moment) === dayOf(Date.now())
    ? taskTexts.today(time)
    : taskTexts.onDay(formatted(moment, { weekday: 'long' }), time);
}

/** When something is due: in how many days, and on which. */
export function daysAway(iso) {
  return RELATIVE.format((dayOf(new Date(iso)) - dayOf(clock())) / 86_400_000, 'day');
}

/** Midnight in Greenwich of the day that it is then where the reader is. */
function dayOf(date) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(date)
    .map(({ type, value }) => [type, Number(value)]);
  const { year, month, day } = Object.fromEntries(parts);
  return Date.UTC(year, month - 1, day);
}

const LANGUAGES = new Intl.DisplayNames([language], { type: 'language' });

/** The name of a language by its code. */
export function languageName(code) {
  return code === 'other' ? texts.otherLanguage : LANGUAGES.of(code);
}

/** What time it is somewhere, how far that is from Greenwich, and where; where a zone is unknown to the browser, its name. */
export function timeThere(timeZone) {
  try {
    return knownTimeThere(timeZone);
  } catch {
    return timeZone.replaceAll('_', ' ');
  }
}

function knownTimeThere(timeZone) {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format();
  const offset = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset', timeZone })
    .formatToParts()
    .find(part => part.type === 'timeZoneName')
    .value.replace('GMT', 'UTC');
  return `${time} (${offset}, ${timeZone.replaceAll('_', ' ')})`;
}

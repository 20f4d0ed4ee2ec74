// What the page "My mentorship" says of what is under way, and of two who are together. Comes with it.
import { others, texts } from './texts.js';

const english = {
  askForThisMentor: 'Ask for this mentor',
  askForThem: name => `Ask for this mentor: ${name}`,
  askForSession: 'Ask for a session',
  askThemForSession: name => `Ask for a session: ${name}`,
  mySessions: 'My sessions',
  sessionWith: (name, when) => `${name}, ${when}`,
  workedOn: 'What we worked on',
  whatNext: 'What comes next',
  helloTo: name => `Hello ${name}!`,
  howMuch: (mine, council, offered) =>
    [
      mine > 0 && `${mine === 1 ? 'One thing waits' : `${mine} things wait`} for you.`,
      council > 0 && `${council === 1 ? 'One thing waits' : `${council} things wait`} for the council.`,
      offered > 0 && `You could take ${offered === 1 ? 'one thing' : `${offered} things`}.`
    ]
      .filter(Boolean)
      .join(' '),
  lookingAfter: 'You look after the application',
  lookingAfterIn: {
    cockpit: 'Cockpit: what runs, what failed, and how a programme moves in',
    admin: 'Admin: people and their groups'
  },
  howMuchIsLate: late => (late === 1 ? 'One is late.' : `${late} are late.`),
  onlyYou: 'Only you see this page.',
  underWay: 'Under way',
  howFar: 'How far it is',
  done: 'done',
  now: 'now',
  ahead: 'still to come',
  begunOn: since => `Begun on ${since}.`,
  untilDay: (day, away) => `until ${day} (${away})`,
  wasDue: (day, away) => `due on ${day} (${away})`,
  waitsForMe: 'It waits for you:',
  nobodyAwaited: 'You need not do anything at the moment; it goes on by itself.',
  awaited: {
    NAME: (name, what) => (what ? `It waits for ${name}: ${what}` : `It waits for ${name}`),
    MENTOR: () => 'It waits for the answer of a mentor',
    COUNCIL: () => 'It waits for the council'
  },
  awaitedMore: more => `and for ${more} more`,
  youCan: title => `What you can do: ${title}`,
  meeting: 'Next meeting',
  where: 'Where',
  thatIs: (when, other) => `, which is ${when} for ${other}`,
  intoMyCalendar: 'Put it into my calendar (.ics)',
  askedOn: when => `asked on ${when}`,
  recognisedFor: 'What I am recognised for',
  recognisedPeople: 'Recognised for what they do',
  recognisedBy: (by, when) => `${by}, ${when}`,
  recognitionShown: 'Everybody may read it.',
  recognitionHidden: 'Only you and the council read it.',
  showRecognition: 'Let everybody read it',
  hideRecognition: 'Keep it for me again',
  pairCases: {
    'rep-onboarding': name => `Getting started with ${name}`,
    'first-call': name => `First call with ${name}`,
    'yearly-check-in': name => `Yearly meeting with ${name}`
  },
  choices: {
    Activity_StopOnboarding: 'Stop it',
    Activity_Withdraw: 'Take my wish back',
    Activity_TakeBackSearch: 'Take it back',
    Activity_WithdrawResignation: 'Take it back and stay a mentor',
    Activity_StayAfterAll: 'Call it off and stay',
    Activity_BackEarly: 'I am back already',
    Activity_ThinkAgain: 'Think again and stay',
    Activity_WithdrawNews: 'Take the news back',
    Activity_MoveSession: 'Move or cancel it',
    Activity_TakeBackAsk: 'Take it back',
    Activity_MoveFirstCall: 'Move the call',
    Activity_MoveMeeting: 'Move the meeting',
    Activity_MoveCall: 'Move the call',
    Activity_ReadTrainingAnswer: 'Read the answer'
  }
};

const landing = { ...english, ...others.landing };

landing.choice = ({ task, name }) => landing.choices[task] ?? name;
landing.pairCase = ({ process, name }, other) => landing.pairCases[process]?.(other) ?? `${name}: ${other}`;

export const landingTexts = { ...texts, ...landing };

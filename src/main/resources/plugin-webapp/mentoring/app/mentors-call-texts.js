// What is said of the calls of all mentors. Comes with them.
import { landingTexts } from './landing-texts.js';
import { others } from './texts.js';

const english = {
  title: "The mentors' call",
  none: 'No call is set. What you write here waits for the next one.',
  hostIs: name => `${name} holds it.`,
  again: 'It comes again and again.',
  agenda: 'On the agenda',
  empty: 'Nothing yet.',
  suggestions: count =>
    count === 1 ? 'One suggestion that nobody has answered' : `${count} suggestions that nobody has answered`,
  fresh: 'What would you like to talk about?',
  add: 'Add it to the agenda',
  takeBack: 'Take it back',
  takeBackThis: words => `Take it back: ${words}`,
  added: 'Added. All mentors see it.',
  takenBack: 'Taken back.',
  last: 'What was said in the last calls',
  callOn: (when, host) => `${when}, held by ${host}`,
  notes: 'What was said',
  decisions: 'What was decided'
};

export const callTexts = { ...landingTexts, ...english, ...others.call };

// What is said about the goals and the plan of two who are together. Comes with the page on which they stand.
import { others } from './texts.js';

const english = {
  goals: {
    title: 'Our goals',
    none: 'No goals yet. Either of you can write them down, tick and change them; both see who did what.',
    fresh: 'A new goal',
    add: 'Add the goal',
    history: 'What has become of our goals'
  },
  plan: {
    title: 'Our plan for the year',
    none: 'No points yet. Either of you can write them down, tick and change them; both see who did what.',
    fresh: 'A new point of our plan',
    add: 'Add the point',
    history: 'What has become of our plan'
  },
  edit: 'Change',
  keep: 'Keep it',
  cancel: 'Leave it as it is',
  drop: 'Drop',
  takeUp: 'Take up again',
  dropped: 'Dropped',
  kept: 'Kept. Both of you see it.',
  tooLate: 'This was changed a moment ago, by the other one of you or in another window. Please look at how it stands now.',
  standsNow: words => `Now it says “${words}”. Your words are still in the field: keep them, or leave it as it is.`,
  youWrote: words => `You wrote “${words}”.`,
  forgotten: '(whoever wrote it is not here any more)',
  change: (kind, by, words) =>
    `${by ?? 'You'} ${{ WRITTEN: 'wrote down', REWORDED: 'changed it to', REACHED: 'ticked', TAKEN_UP: 'took up again', DROPPED: 'dropped' }[kind]} “${words}”`
};

export const goalTexts = { ...english, ...others.goals };

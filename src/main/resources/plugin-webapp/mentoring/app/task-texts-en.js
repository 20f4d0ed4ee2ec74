export default {
  back: 'My mentorship',
  allTasks: 'All tasks in lists',
  by: when => `By ${when}.`,
  wasDue: when => `Was due on ${when}.`,
  openIt: 'Open it: from then on it is yours',
  whyOpen: 'What is told here in confidence is read by one person only.',
  more: 'See the diagram and what happened so far',
  less: 'Hide the diagram and what happened so far',
  elsewhere: {
    FASTER: ['Somebody else was a moment faster', () => 'They have taken this, or answered it, so there is nothing left to do for you here. Thank you all the same.'],
    TAKEN: ['Somebody else does this', () => 'They have taken this task, so there is nothing left to do for you here.'],
    DONE: ['You have done this', when => `You answered it on ${when}. There is nothing left to do here.`],
    OVER: ['This is not needed any more', when => `It was over on ${when}, before anybody answered. You do not have to do anything.`],
    NOT_MINE: [
      'There is nothing to do for you here',
      () =>
        'Somebody else has done this, it is not needed any more, or the link was meant for another account than the one you are logged in with.'
    ],
    FAILED: ['This cannot be shown at the moment', () => 'Please try again a little later, and tell a contact if it stays like this.']
  },
  whatWaits: 'See what waits for you',
  keptHere: 'Kept on this device for a day, for you only.',
  keptInPage: 'Kept in this window until you send it.',
  keptNowhere: 'What you write here could not be kept. Please send it before you leave.',
  weKept: when => `We kept what you wrote ${when}.`,
  weKeptPart: when => `We kept a part of what you wrote ${when}. What is not here, this device has not kept.`,
  today: time => `at ${time}`,
  onDay: (weekday, time) => `on ${weekday} at ${time}`,
  afresh: 'Start afresh',
  stillKept: 'What you wrote is kept. Open this again to go on.',
  sessionOver: 'Your session has ended. Log in, and you are where you were, with what you wrote.',
  sessionOverSending: 'Your session has ended. Log in, and what you were sending goes through.',
  notSentYet: 'What you wrote was not sent, as some hours have passed. Please look at it once more and send it.',
  formFailed: 'This form could not be loaded. Please try once more, and tell a contact if it stays like this.',
  tryAgain: 'Try again',
  notReached: 'We could not be reached. Please check your connection and try again; what you wrote is kept.',
  failedHere: 'Something went wrong on our side. Please try again, and tell a contact if it happens again; what you wrote is kept.',
  frame: {
    lists: 'Show or hide the lists',
    tasks: 'Show or hide the tasks',
    task: 'Show or hide the task',
    larger: 'Only the task',
    smaller: 'Lists, tasks and the task',
    otherOrder: 'Turn the order round',
    more: 'Show more or less',
    applications: 'Other applications',
    close: 'Close'
  }
};

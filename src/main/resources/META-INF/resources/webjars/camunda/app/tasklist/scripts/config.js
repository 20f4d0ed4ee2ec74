// The page says so, too, but where its RequireJS does not look: a script that takes longer than seven seconds would leave it
// white for good.
window.require.config({ waitSeconds: 0 });

export default {
  app: { vendor: 'Reps', name: 'Mentoring' },
  locales: { availableLocales: ['en', 'de', 'es'], fallbackLocale: 'en' },
  // There is no such page here.
  disableWelcomeMessage: true,
  customScripts: ['scripts/forgotten-password'],
  // What Tasklist has without a configuration of our own; a configuration replaces the whole of it.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};

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
    claimTask: { key: 'ctrl+alt+c', description: 'takes the chosen task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first list' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens what you can start' }
  }
};

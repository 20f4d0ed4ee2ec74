// The page says so, too, but where its RequireJS does not look: a script that takes longer than seven seconds would leave it
// white for good.
window.require.config({ waitSeconds: 0 });

export default {
  // There is no such page here.
  disableWelcomeMessage: true,
  // The same file for all of them.
  customScripts: ['../tasklist/scripts/forgotten-password']
};

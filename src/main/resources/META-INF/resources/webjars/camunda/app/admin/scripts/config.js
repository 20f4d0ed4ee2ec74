export default {
  // There is no such page here.
  disableWelcomeMessage: true,
  // The same file for all of them.
  customScripts: ['../tasklist/scripts/forgotten-password']
};

// Everybody begins at *My mentorship*, which says all that waits. A link that leads somewhere leads there.
const BEGIN = '#/my-mentorship';

const leadsNowhere = hash => /^(#\/?)?$/.test(hash);

function begin() {
  window.history.replaceState(null, '', BEGIN);
}

if (leadsNowhere(window.location.hash)) {
  begin();
}

window.addEventListener('hashchange', ({ oldURL, newURL }) => {
  if (new URL(oldURL).hash.startsWith('#/login') && leadsNowhere(new URL(newURL).hash)) {
    window.location.replace(BEGIN);
  }
});

// Everybody begins at *My mentorship*, which says all that waits. A link that leads somewhere leads there.
const BEGIN = '#/my-mentorship';
const WHO_IS_IN = '/camunda/api/admin/auth/user/default';

const leadsNowhere = hash => /^(#\/?)?$/.test(hash);

async function somebodyIsIn() {
  try {
    const answer = await fetch(WHO_IS_IN, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    // As long as nobody reads it, a browser takes it for still on its way.
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

window.addEventListener('hashchange', ({ oldURL, newURL }) => {
  if (new URL(oldURL).hash.startsWith('#/login') && leadsNowhere(new URL(newURL).hash)) {
    window.location.replace(BEGIN);
  }
});

// Tasklist waits for this. Of whoever comes from outside to any page but its first, it says that their login has failed.
if (leadsNowhere(window.location.hash) && (await somebodyIsIn())) {
  window.history.replaceState(null, '', BEGIN);
}

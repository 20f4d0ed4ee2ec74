// The login page that is opened from here has the user name filled in. It stands in no address, where others would find it,
// and only this window knows it, for this once (scripts/forgotten-password.js of Tasklist).
document.getElementById('log-in').addEventListener('click', () => {
  try {
    window.sessionStorage.setItem('mentoring-user-name', document.getElementById('user-name').textContent);
  } catch {
    // Where nothing is kept, it is typed.
  }
});

// What opens stands in the address behind "#", which the browser sends to nobody. From here it goes with the form, and does
// not stay in the address or in the history. Without this script it is copied from the mail.
function goOn() {
  const field = document.getElementById('code');
  const code = window.location.hash.slice(1);
  if (code) {
    window.history.replaceState(null, '', window.location.pathname);
    field.value = code;
    field.form.submit();
  }
}

goOn();
// Another link in a window that shows this page already does not load it anew.
window.addEventListener('hashchange', goOn);

// Goes on to where somebody wanted to before they signed in; or tells the page that waits for it in another window.
const wanted = sessionStorage.getItem('sign-in');
sessionStorage.removeItem('sign-in');
if (location.hash === '#window') {
  new BroadcastChannel('sign-in').postMessage('in');
  window.close();
} else {
  const to = wanted !== null && wanted.startsWith('/camunda/app/') ? wanted : document.querySelector('[data-home]').dataset.home;
  location.replace(to.replace(/#\/login.*/, ''));
}

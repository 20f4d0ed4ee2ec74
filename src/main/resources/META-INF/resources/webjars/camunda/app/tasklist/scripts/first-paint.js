// As long as Tasklist is not there. A part of it that does not come would leave the page white for good: it is loaded once
// more, and if that does not help either, it says so. Before everything else, and understood without modules.
(() => {
  const AGAIN = 'mentoring-once-more';
  const first = () => document.querySelector('.mentoring-first');
  const isThere = () => document.readyState !== 'loading' && first() === null;

  function failed() {
    if (isThere()) {
      done();
    } else if (sessionStorage.getItem(AGAIN) === null) {
      sessionStorage.setItem(AGAIN, 'yes');
      location.reload();
    } else {
      first().querySelector('.mentoring-first-waits').hidden = true;
      first().querySelector('.mentoring-first-failed').hidden = false;
      document.querySelector('.app-splash .spinner')?.remove();
    }
  }

  function lost({ target, error }) {
    if (target instanceof HTMLScriptElement || error) {
      failed();
    }
  }

  function done() {
    window.removeEventListener('error', lost, true);
    window.removeEventListener('unhandledrejection', failed);
    observer.disconnect();
    sessionStorage.removeItem(AGAIN);
  }

  window.addEventListener('error', lost, true);
  window.addEventListener('unhandledrejection', failed);
  const observer = new MutationObserver(() => isThere() && done());
  observer.observe(document, { childList: true, subtree: true });
})();

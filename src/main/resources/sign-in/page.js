// In an open page, in place of its login form: what somebody has written and not sent yet may be in the page's memory only,
// so they sign in in another window, and go on here.

const application = document.querySelector('base').getAttribute('app-name');
const LOGIN = 'form[name=signinForm]';
const PASSWORD = 'form[name=updateCredentialsForm], form[name=changePassword]';

const words = {
  en: {
    ended: 'You are signed out here.',
    again: 'Sign in again',
    noPassword: 'There is no password here. You sign in with an account that you have elsewhere.'
  },
  de: {
    ended: 'Du bist hier abgemeldet.',
    again: 'Wieder anmelden',
    noPassword: 'Hier gibt es kein Passwort. Du meldest dich mit einem Konto an, das du anderswo hast.'
  }
};
const { ended, again, noPassword } = words[navigator.language.slice(0, 2)] ?? words.en;

function paragraph(words) {
  const text = document.createElement('p');
  text.textContent = words;
  return text;
}

function signIn() {
  const link = document.createElement('a');
  link.className = 'btn btn-lg btn-primary';
  link.href = '/sign-in/to/provider?window';
  link.target = '_blank';
  link.rel = 'opener';
  link.textContent = again;
  const place = document.createElement('div');
  place.className = 'sign-in-again';
  place.append(paragraph(ended), link);
  return place;
}

new MutationObserver(() => {
  document.querySelectorAll(LOGIN).forEach(form => form.replaceWith(signIn()));
  document.querySelectorAll(PASSWORD).forEach(form => {
    if (form.querySelector('input') !== null) {
      form.replaceChildren(paragraph(noPassword));
    }
  });
}).observe(document, { childList: true, subtree: true });

window.angular.module(`cam.${application}.custom`).run([
  '$http',
  '$rootScope',
  'AuthenticationService',
  'Notifications',
  'Uri',
  ($http, root, service, notifications, uri) => {
    new BroadcastChannel('sign-in').addEventListener('message', () => {
      if (!root.authentication) {
        // This also brings the token that the next change needs.
        $http.get(uri.appUri('admin://auth/user/:engine')).then(({ data: { userId, authorizedApps } }) => {
          const person = { name: userId, authorizedApps, canAccess: app => authorizedApps.includes(app) };
          notifications.clearAll();
          service.updateAuthentication(person);
          root.$broadcast('authentication.login.success', person);
        }, console.error);
      }
    });
    root.$on('authentication.logout.success', (event, response) => {
      event.preventDefault();
      window.location.assign(response.headers('Sign-Out-At') ?? '/sign-in/out');
    });
  }
]);

// On the login page, a way to a password for whoever forgot theirs; where people log in with passwords that are kept here.
import language from '/camunda/language.js';

const PAGE = '/password/forgotten';
const WORDS = {
  en: 'I forgot my password',
  de: 'Ich habe mein Passwort vergessen',
  es: 'He olvidado mi contraseña'
};

const fieldOf = type => document.querySelector(`form[name="signinForm"] input[type="${type}"]`);

/** Camunda takes the focus to the user name once more when all is ready, which may be in the middle of the password. */
function leaveTheFocus() {
  const field = fieldOf('text');
  if (field?.autofocus) {
    field.autofocus = false;
    if (document.activeElement === document.body) {
      field.focus();
    }
  }
}

/** The user name with which somebody has just chosen a password in this window (static/password/chosen.js), once. */
function fillIn() {
  const userName = window.sessionStorage.getItem('mentoring-user-name');
  window.sessionStorage.removeItem('mentoring-user-name');
  const field = fieldOf('text');
  if (userName && field && !field.value) {
    field.value = userName;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    fieldOf('password')?.focus();
  }
}

async function render(node) {
  const page = await fetch(PAGE, { method: 'HEAD' });
  if (page.ok) {
    const link = document.createElement('a');
    link.href = PAGE;
    link.textContent = WORDS[language] ?? WORDS.en;
    link.lang = WORDS[language] ? language : 'en';
    // The form before it says in which order it is gone through.
    link.tabIndex = 4;
    node.style.marginTop = '15px';
    node.append(link);
  }
}

// Each of the applications finds the one that is meant for it.
export default ['tasklist', 'cockpit', 'admin', 'welcome'].map(application => ({
  id: `forgotten-password-${application}`,
  pluginPoint: `${application}.login`,
  priority: -1,
  render: node => {
    leaveTheFocus();
    try {
      fillIn();
    } catch {
      // Where nothing is kept, there is nothing to fill in.
    }
    render(node).catch(() => {});
  }
}));

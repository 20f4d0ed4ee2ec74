// On the login page, a way to a password for whoever forgot theirs; where people log in with passwords that are kept here.
import language from '/camunda/language.js';

const PAGE = '/password/forgotten';
const WORDS = {
  en: 'I forgot my password',
  de: 'Ich habe mein Passwort vergessen',
  es: 'He olvidado mi contraseña'
};

/** The user name with which somebody has just chosen a password in this window (static/password/chosen.js), once. */
function fillIn() {
  const userName = window.sessionStorage.getItem('mentoring-user-name');
  window.sessionStorage.removeItem('mentoring-user-name');
  const field = document.querySelector('form[name="signinForm"] input[type="text"]');
  if (userName && field && !field.value) {
    field.value = userName;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // After Camunda's own choice.
    setTimeout(() => document.querySelector('form[name="signinForm"] input[type="password"]')?.focus());
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
    try {
      fillIn();
    } catch {
      // Where nothing is kept, there is nothing to fill in.
    }
    render(node).catch(() => {});
  }
}));

// On the login page, a way to a password for whoever forgot theirs; where people log in with passwords that are kept here.
import language from '/camunda/language.js';

const PAGE = '/password/forgotten';
const WORDS = {
  en: 'I forgot my password',
  de: 'Ich habe mein Passwort vergessen',
  es: 'He olvidado mi contraseña'
};

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
    render(node).catch(() => {});
  }
}));

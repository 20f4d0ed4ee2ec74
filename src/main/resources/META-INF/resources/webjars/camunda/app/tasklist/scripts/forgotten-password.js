// On the login page, a way to a password for whoever forgot theirs; where people log in with passwords that are kept here.
const PAGE = '/password/forgotten';

async function render(node) {
  const page = await fetch(PAGE, { method: 'HEAD' });
  if (page.ok) {
    const link = document.createElement('a');
    link.href = PAGE;
    link.textContent = 'I forgot my password';
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

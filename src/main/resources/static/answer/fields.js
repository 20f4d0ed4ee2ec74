// After a choice other questions may be asked, or none. Which ones says the server, as it does when the answer is sent; what was
// answered so far comes back with them. Without this script they are asked when the answer is sent.
const form = document.getElementById('answer');
const parts = document.getElementById('parts');
let latest = 0;

async function askAgain() {
  latest += 1;
  const mine = latest;
  // Until it is known what is asked now, only the server says what is missing.
  form.noValidate = true;
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) {
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('parts');
  if (next && mine === latest) {
    const focused = document.activeElement.id;
    parts.replaceChildren(...next.childNodes);
    document.getElementById(focused)?.focus();
    form.noValidate = false;
  }
}

parts.addEventListener('change', event => {
  if (event.target.matches('input[type=radio], input[type=checkbox], select')) {
    // What is sent says what is wrong, too.
    askAgain().catch(() => {});
  }
});

// Keeps in this window where somebody wanted to, together with what is never sent to a server, and goes to sign in.
sessionStorage.setItem('sign-in', location.pathname + location.search + location.hash);
location.replace('/sign-in/to/provider');

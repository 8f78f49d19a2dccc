// Sets light or dark, and what a person finds easier to look at, before the first paint; a file of its own, because inline scripts are not allowed.
(() => {
  let stored = null;
  let look = null;
  try {
    stored = localStorage.getItem('rejoin-color-scheme');
    look = localStorage.getItem('rejoin-look');
  } catch {
    // Storage can be switched off: follow the system then.
  }
  const chosen = stored === 'light' || stored === 'dark' ? stored : null;
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen ?? system);
  // How the page should look for the person who is signed in.
  for (const word of (look ?? '').split(' ')) {
    if (word === 'dim' || word === 'large' || word === 'still') document.documentElement.dataset[word] = '';
  }
})();

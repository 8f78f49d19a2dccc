// Sets light or dark before the first paint; a file of its own, because inline scripts are not allowed.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('rejoin-color-scheme');
  } catch {
    // Storage can be switched off: follow the system then.
  }
  const chosen = stored === 'light' || stored === 'dark' ? stored : null;
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen ?? system);
})();

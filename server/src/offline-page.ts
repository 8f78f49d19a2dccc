const style = `
  :root { color-scheme: light dark; --ink: #25221e; --dim: #655d52; --ground: #f7f4ee; --line: #8d8476; --accent: #164c55 }
  @media (prefers-color-scheme: dark) { :root { --ink: #ece7de; --dim: #bdb5a8; --ground: #1f1d1a; --line: #857d72; --accent: #b7d5d8 } }
  body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 'Segoe UI', system-ui, sans-serif }
  main { max-width: 34rem; margin: 0 auto; padding: 12vh 1.25rem 3rem }
  h1 { margin: 0; font: 600 1.9rem/1.2 Georgia, serif }
  h2 { margin: 2.5rem 0 0; font: 600 1.25rem/1.3 Georgia, serif }
  p, dd { color: var(--dim) }
  dl { margin: 0 }
  dt { margin-top: 1.1rem; font-weight: 600 }
  dd { margin: 0 0 0.4rem }
  a { display: inline-block; margin: 0.2rem 0.5rem 0.2rem 0; padding: 0.6rem 1rem; border: 1px solid var(--line); border-radius: 10px;
    color: var(--ink); font-weight: 600; text-decoration: none }
  a:focus-visible { outline: 3px solid #b0690a; outline-offset: 2px }
  a.again { border-color: var(--accent); color: var(--accent) }`;

const call = (number: string, label: string, scheme = 'tel'): string => `<a href="${scheme}:${number.replace(/[^+\d]/g, '')}">${label}</a>`;

/** Shown by the service worker when no page can be had: whom to call, and nothing of anybody. It loads nothing else. */
export const offlinePage = (helpPhone: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex, nofollow" />
<title>No connection · Rejoin</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>We cannot reach Rejoin right now</h1>
<p>Your internet may be off, or we are back in a moment. Nothing is wrong with your account.</p>
<p><a class="again" href="">Try again</a></p>
<h2>Get help now</h2>
<dl>
<dt>988</dt>
<dd>Talk or write with someone who listens. Day and night, free, in the US.</dd>
<dd>${call('988', 'Call 988')}${call('988', 'Text 988', 'sms')}</dd>
<dt>911</dt>
<dd>You or someone else is in danger. Say first where you are.</dd>
<dd>${call('911', 'Call 911')}</dd>
${helpPhone && `<dt>Help line</dt>\n<dd>If you cannot get in, or do not know whom to call.</dd>\n<dd>${call(helpPhone, `Call ${helpPhone}`)}</dd>`}
</dl>
</main>
</body>
</html>
`;

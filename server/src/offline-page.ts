import { helpWords } from '@rejoin/shared';

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

const link = (number: string, scheme: 'tel' | 'sms' = 'tel'): string =>
  `<a href="${scheme}:${number.replace(/[^+\d]/g, '')}">${scheme === 'tel' ? helpWords.call : helpWords.text} ${number}</a>`;

const way = ({ title, text }: { title: string; text: string }, ...links: string[]): string =>
  `<dt>${title}</dt>\n<dd>${text}</dd>\n<dd>${links.join('')}</dd>`;

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
<h1>${helpWords.offline.title}</h1>
<p>${helpWords.offline.text}</p>
<p><a class="again" href="">${helpWords.offline.again}</a></p>
<h2>${helpWords.title}</h2>
<dl>
${way(helpWords.crisis, link('988'), link('988', 'sms'))}
${way(helpWords.danger, link('911'))}
${helpPhone && way(helpWords.installation, link(helpPhone))}
</dl>
</main>
</body>
</html>
`;

import type { Consent } from '@rejoin/shared';

const textOf = ({ text, signedName, signedAt }: Consent): string =>
  `${text.title}\n\n${text.body}\n\n${signedName}, ${new Date(signedAt).toLocaleString()}\n`;

/** A plain text to keep: it opens everywhere. */
export function keepCopy(consent: Consent): void {
  const url = URL.createObjectURL(new Blob([textOf(consent)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${consent.text.title}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Prints the text alone, from a frame that is gone afterwards. */
export function printCopy(consent: Consent): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = consent.text.title;
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) return;
  const text = page.createElement('pre');
  text.textContent = textOf(consent);
  text.setAttribute('wrap', '');
  text.style.whiteSpace = 'pre-wrap';
  text.style.font = '14px sans-serif';
  page.body.append(text);
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
}

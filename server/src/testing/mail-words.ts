/** Words that tell whoever looks at a phone what kind of place writes: they stand in no mail, sender, subject, link or first line. */
const clinical =
  /therap|\bgroups?\b|patient|treatment|session|clinic|\biop\b|\bphp\b|mental|health|\bcare\b|recover|addict|substance|diagnos|medic|psych|counsel|doctor|hospital|disorder|\bcrisis\b|rehab|symptom|wellness|program|consent|\bnotes?\b/i;

/** The clinical words of a mail. Its tokens are random letters and say nothing. */
export function clinicalWordsIn(mail: { from: string; subject: string; text: string }): string[] {
  const readable = `${mail.from}\n${mail.subject}\n${mail.text}`.replace(/token=[^\s&]+/g, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '');
  return readable.split('\n').flatMap((line) => clinical.exec(line)?.[0] ?? []);
}

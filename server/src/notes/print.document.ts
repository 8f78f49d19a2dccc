import type { Note, NotePage } from '@rejoin/shared';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { day, factLines, moment, signatureLine } from './print.words.js';

const require = createRequire(import.meta.url);
const regular = require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const bold = require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf');
const edge = 54;
const top = 104;
const bottom = 92;
const labelWidth = 116;
/** 42 CFR 2.32(a)(2). */
const part2Notice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

export interface Printing {
  by: string;
  at: string;
  isPart2: boolean;
}

type Document = InstanceType<typeof PDFDocument>;

const watermarks: Partial<Record<Note['status'], string>> = { draft: 'DRAFT', awaitingCosignature: 'NOT CO-SIGNED' };

function heading(document: Document, text: string): void {
  document.moveDown(0.8).font('bold').fontSize(11.5).text(text, edge).moveDown(0.2).font('text').fontSize(10.5);
}

function facts(document: Document, { facts: of, note }: NotePage): void {
  heading(document, 'From the record');
  const width = document.page.width - 2 * edge - labelWidth;
  for (const [label, value] of factLines(of, note)) {
    const height = document.font('text').fontSize(10).heightOfString(value, { width });
    if (document.y + height > document.page.height - bottom) document.addPage();
    const at = document.y;
    document.font('bold').text(label, edge, at, { width: labelWidth - 8 });
    document.font('text').text(value, edge + labelWidth, at, { width });
    document.y = at + height + 2;
  }
  document.x = edge;
}

function signatures(document: Document, { note, facts: { zone } }: NotePage): void {
  heading(document, 'Signatures');
  if (note.signature) document.text(signatureLine('Signed', note.signature, zone));
  else document.text(`Draft of ${note.authorName}, not signed. Last saved ${moment(note.updatedAt, zone)}.`);
  if (note.status === 'awaitingCosignature') document.text('Waits for the co-signature of the supervisor: not final.');
  if (note.cosignature) document.text(signatureLine('Co-signed', note.cosignature, zone));
  if (note.lateEntryOn)
    document
      .font('bold')
      .text(`Late entry: service of ${day(note.serviceDate)}, written ${day(note.lateEntryOn)}.`)
      .font('text');
  if (note.contentHash) document.fontSize(8.5).text(`SHA-256 of the signed content: ${note.contentHash}`).fontSize(10.5);
}

function addenda(document: Document, { note, facts: { zone } }: NotePage): void {
  for (const { text, signature, contentHash } of note.addenda) {
    heading(document, 'Addendum');
    document
      .text(text)
      .moveDown(0.3)
      .text(signatureLine('Added', signature, zone));
    document.fontSize(8.5).text(`SHA-256: ${contentHash}`).fontSize(10.5);
  }
}

function common(document: Document, { group, facts: { zone } }: NotePage): void {
  if (!group) return;
  heading(document, 'Common part of the session');
  // A draft was not read for names yet, and this page may be given to the patient.
  if (!group.signature) return void document.text('Not signed yet.');
  document.text(group.fields.Note).moveDown(0.3);
  document.text(signatureLine('Signed', group.signature, zone));
  if (group.cosignature) document.text(signatureLine('Co-signed', group.cosignature, zone));
  for (const added of group.addenda)
    document
      .moveDown(0.3)
      .text(`Addendum: ${added.text}`)
      .text(signatureLine('Added', added.signature, zone));
}

/** Drawn last, when the number of pages is known: without margins, so that nothing of it breaks a page. */
function frame(document: Document, page: NotePage, printing: Printing): void {
  const { start, count } = document.bufferedPageRange();
  const width = document.page.width - 2 * edge;
  for (let at = start; at < start + count; at++) {
    document.switchToPage(at);
    document.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    watermark(document, watermarks[page.note.status]);
    head(document, page, width, `Page ${at + 1} of ${count}`);
    foot(document, page, width, printing);
  }
}

function head(document: Document, { facts: { patient, programName }, note }: NotePage, width: number, pages: string): void {
  const who = patient
    ? `${patient.name} · born ${day(patient.dateOfBirth)} · record ${patient.recordNumber}`
    : 'Common part: it names no patient';
  document
    .font('bold')
    .fontSize(10.5)
    .text(programName, edge, 40, { width: width - 90 });
  document.font('text').text(pages, edge, 40, { width, align: 'right' });
  document.font('bold').text(who, edge, 55, { width });
  document.font('text').text(`Service date ${day(note.serviceDate)}`, edge, 70, { width });
  document
    .moveTo(edge, 90)
    .lineTo(edge + width, 90)
    .lineWidth(0.5)
    .stroke('#888888')
    .fillColor('black');
}

function foot(document: Document, { facts: { zone } }: NotePage, width: number, { by, at, isPart2 }: Printing): void {
  const from = document.page.height - 70;
  document
    .moveTo(edge, from)
    .lineTo(edge + width, from)
    .lineWidth(0.5)
    .stroke('#888888')
    .fillColor('black');
  document
    .font('text')
    .fontSize(8.5)
    .text(`Confidential. Printed by ${by}, ${moment(at, zone)}.`, edge, from + 8, { width });
  if (isPart2) document.font('bold').text(part2Notice, edge, from + 22, { width });
}

function watermark(document: Document, word: string | undefined): void {
  if (!word) return;
  const { width, height } = document.page;
  document.save().rotate(-45, { origin: [width / 2, height / 2] });
  document
    .font('bold')
    .fontSize(word.length > 6 ? 66 : 120)
    .fillColor('#b42318', 0.14);
  document.text(word, 0, height / 2 - 60, { width, align: 'center', lineBreak: false });
  document.restore().fillColor('black', 1);
}

/** The document as bytes. Fonts are inside it, and nothing of it is fetched. */
export function drawNote(page: NotePage, printing: Printing): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: 'LETTER',
    margins: { top, bottom, left: edge, right: edge },
    bufferPages: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: `Note of ${page.note.serviceDate}`, CreationDate: new Date(printing.at) },
    font: regular,
  });
  document.registerFont('text', regular).registerFont('bold', bold);
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  document
    .font('bold')
    .fontSize(15)
    .text(page.facts.patient ? 'Progress note' : 'Common part of a session');
  facts(document, page);
  heading(document, 'Note');
  document.text(page.note.fields.Note || 'Nothing is written yet.');
  common(document, page);
  signatures(document, page);
  addenda(document, page);
  frame(document, page, printing);
  document.end();
  return done;
}

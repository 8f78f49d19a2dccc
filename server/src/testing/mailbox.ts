import { createServer, type Server, type Socket } from 'node:net';

export interface CaughtMail {
  to: string;
  from: string;
  subject: string;
  text: string;
}

/** A mail server inside the test: speaks just enough SMTP to take what the application really sends. */
export interface Mailbox {
  url: string;
  mails: CaughtMail[];
  /** The newest mail to an address, waited for. */
  next(to: string, isIt?: (mail: CaughtMail) => boolean): Promise<CaughtMail>;
  close(): Promise<void>;
}

function unquote(body: string): string {
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function parseMail(raw: string): CaughtMail {
  const split = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const body = raw.slice(split + 4).replace(/\r\n\.\./g, '\r\n.');
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  const text =
    encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : encoding === 'quoted-printable' ? unquote(body) : body;
  return { to: header('To'), from: header('From'), subject: header('Subject'), text: text.replaceAll('\r\n', '\n').trim() };
}

function converse(socket: Socket, take: (mail: CaughtMail) => void): void {
  let buffer = '';
  let isData = false;
  socket.setEncoding('latin1').write('220 test\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const end = isData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (isData) take(parseMail(part));
      const verb = isData ? '' : part.slice(0, 4).toUpperCase();
      isData = verb === 'DATA';
      socket.write(isData ? '354 go on\r\n' : verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
    }
  });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: CaughtMail[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, (mail) => {
      mails.push(mail);
      for (const look of [...waiting]) look();
    });
  });
  const port = await listen(server);
  const next: Mailbox['next'] = (to, isIt = () => true) =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = mails.findLast((mail) => mail.to.toLowerCase().includes(to.toLowerCase()) && isIt(mail));
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `smtp://127.0.0.1:${port}`, mails, next, close };
}

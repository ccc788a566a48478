/** Holds what a server sends against the files that it serves, byte for byte. */
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

/** What a server is set up to do with files. */
export interface Abilities {
  /** In which forms it sends what the build compressed. */
  readonly madeAhead: readonly ('br' | 'gz')[];
  /** Whether a download that broke off can go on. */
  readonly sendsParts: boolean;
}

const codings = { br: 'br', gz: 'gzip' } as const;

/** Unlike fetch, it leaves the body as it came. */
async function ask(
  address: string,
  headers: Record<string, string>,
): Promise<{ response: IncomingMessage; body: Buffer }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers, agent: false }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { response, body: Buffer.concat(chunks) };
}

/** `address` is that of the site in `folder`, with a slash at its end. */
export async function servedFaults(
  address: string,
  folder: string,
  { madeAhead, sendsParts }: Abilities,
): Promise<string[]> {
  const faults: string[] = [];
  for (const form of madeAhead) {
    const { response, body } = await ask(address, { 'accept-encoding': codings[form] });
    const isRight =
      response.headers['content-encoding'] === codings[form] &&
      body.equals(await readFile(join(folder, `index.html.${form}`)));
    if (!isRight) faults.push(`The front page is not sent as index.html.${form} has it.`);
  }
  const file = await readFile(join(folder, 'favicon.svg'));
  const { response, body } = await ask(`${address}favicon.svg`, {
    range: 'bytes=10-29',
    'accept-encoding': 'identity',
  });
  const isPart =
    response.statusCode === 206 &&
    response.headers['content-range'] === `bytes 10-29/${file.length}` &&
    body.equals(file.subarray(10, 30));
  if (isPart !== sendsParts) {
    faults.push(
      sendsParts
        ? `A part of favicon.svg is answered with ${response.statusCode ?? 'nothing'}, and not as 206.`
        : 'It sends parts of files by now: say so in host-servers.ts.',
    );
  }
  return faults;
}

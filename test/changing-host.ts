import type { ServerResponse } from 'node:http';
import { listen, type LocalServer } from '#browser/local-server.ts';
import { answer } from './serve-site.ts';

interface Special {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A host that changes under its readers: its sites, single answers, how long they take, whether it is there. */
export class ChangingHost {
  /** A folder for each path that sites stand at, such as "/news/". */
  readonly sites: Map<string, string>;
  /** Answers of its own, by path. */
  readonly special = new Map<string, Special>();
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  readonly #held = new Map<string, Promise<void>>();
  #server: LocalServer | undefined;
  #port = 0;

  constructor(sites: Readonly<Record<string, string>>) {
    this.sites = new Map(Object.entries(sites));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Comes up, again at the same address. */
  async start(): Promise<void> {
    this.#server = await listen((request, response) => {
      void this.#answer(new URL(request.url ?? '/', this.origin), response);
    }, this.#port);
    this.#port = Number(new URL(this.#server.origin).port);
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** Lets whoever asks for this path wait until the function is called that this returns. */
  hold(pathname: string): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#held.set(pathname, promise);
    return () => {
      this.#held.delete(pathname);
      resolve(undefined);
    };
  }

  async #answer({ pathname, search }: URL, response: ServerResponse): Promise<void> {
    this.asked.push(pathname + search);
    await this.#held.get(pathname);
    const special = this.special.get(pathname);
    if (special) {
      const { status = 200, headers = { 'content-type': 'text/html' }, body = '' } = special;
      response.writeHead(status, headers).end(body);
      return;
    }
    const [base, site] =
      [...this.sites]
        .sort(([a], [b]) => b.length - a.length)
        .find(([path]) => pathname.startsWith(path)) ?? [];
    if (base === undefined || site === undefined) response.writeHead(404).end();
    else await answer(site, pathname.slice(base.length - 1), response);
  }
}

/** Starts the servers that a site may stand on, as their pages in docs/hosts/ set them up. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abilities } from './served-files.ts';
import type { Place } from './served-place.ts';

export interface HostServer {
  readonly name: string;
  readonly abilities: Abilities;
  /** What is missing on this machine, and how to install it; undefined where nothing is. */
  readonly missing: () => string | undefined;
  /** Serves `root`, below which the site stands, with settings from `work`. */
  readonly start: (place: Place) => Promise<ChildProcess>;
}

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const needs =
  (command: string, ...args: string[]) =>
  (): string | undefined =>
    has(command, ...args)
      ? undefined
      : `${command} is not on this machine. On Debian: apt-get install ${command}`;

const run = (command: string, args: string[], work: string, env = {}): ChildProcess =>
  spawn(command, args, {
    cwd: work,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, ...env },
  });

const nginx: HostServer = {
  name: 'nginx',
  // Debian's knows no .br without another package.
  abilities: { madeAhead: ['gz'], sendsParts: true },
  missing: needs('nginx', '-v'),
  start: async ({ work, root, port }) => {
    const settings = join(work, 'nginx.conf');
    await writeFile(
      settings,
      `daemon off; pid ${work}/nginx.pid; error_log ${work}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${work}; proxy_temp_path ${work}; fastcgi_temp_path ${work};
  uwsgi_temp_path ${work}; scgi_temp_path ${work};
  include ${work}/nginx-http.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${work}/nginx-server.conf;
  }
}
`,
    );
    return run('nginx', ['-c', settings, '-p', work], work);
  },
};

const caddy: HostServer = {
  name: 'caddy',
  abilities: { madeAhead: ['br', 'gz'], sendsParts: true },
  missing: needs('caddy', 'version'),
  start: async ({ work, root, port }) => {
    const settings = join(work, 'Caddyfile');
    await writeFile(
      settings,
      `{
  admin off
  auto_https off
}
import ${work}/site.caddy
http://127.0.0.1:${port} {
  root * ${root}
  import site
}
`,
    );
    return run('caddy', ['run', '--config', settings], work, {
      XDG_DATA_HOME: work,
      XDG_CONFIG_HOME: work,
    });
  },
};

const apacheModules = [
  'mpm_event',
  'authz_core',
  'alias',
  'deflate',
  'dir',
  'filter',
  'headers',
  'mime',
];

const apache: HostServer = {
  name: 'apache2',
  abilities: { madeAhead: [], sendsParts: true },
  missing: needs('apache2', '-v'),
  start: async ({ work, root, port }) => {
    const settings = join(work, 'apache.conf');
    const modules = apacheModules.map(
      (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
    );
    await writeFile(
      settings,
      `${modules.join('\n')}
ServerRoot ${work}
ServerName 127.0.0.1
PidFile ${work}/apache.pid
ErrorLog ${work}/error.log
Listen 127.0.0.1:${port}
TypesConfig /etc/mime.types
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
    );
    return run('apache2', ['-f', settings, '-D', 'FOREGROUND'], work);
  },
};

/** Fetched by npm when it is asked for: the site itself does not need it. */
const wranglerVersion = '4.164.0';

const wrangler: HostServer = {
  name: 'wrangler',
  abilities: { madeAhead: [], sendsParts: false },
  missing: () => undefined,
  start: async ({ work, root, site, port }) => {
    // Cloudflare reads the two files at the top of what is published.
    for (const file of ['_headers', '_redirects']) {
      if (root !== site) await copyFile(join(site, file), join(root, file));
    }
    await writeFile(join(work, 'package.json'), '{"private":true}');
    return run(
      'npx',
      [
        '--yes',
        `wrangler@${wranglerVersion}`,
        'pages',
        'dev',
        root,
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--compatibility-date',
        '2026-01-01',
      ],
      work,
      { WRANGLER_SEND_METRICS: 'false', CI: 'true' },
    );
  },
};

export const hostServers: readonly HostServer[] = [nginx, caddy, apache, wrangler];

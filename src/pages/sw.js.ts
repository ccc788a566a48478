import type { APIRoute } from 'astro';
import offWorker from '#worker/sw-off.js?raw';
import worker from '#worker/sw.js?raw';
import { site } from '#site.ts';

/** The live preview takes back what `npm start` left in a browser at the same address. */
const isOn = site.offline.enabled && import.meta.env.PROD;

export const GET: APIRoute = () =>
  new Response(isOn ? worker : offWorker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });

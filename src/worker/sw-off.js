// Stands in the place of sw.js when offline reading is switched off: takes everything back.
addEventListener('install', skipWaiting);
addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = registration;
  await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.endsWith(` ${scope}`)) await caches.delete(name);
  }
}

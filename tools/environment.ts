/** Imported before Astro: what it should not do while we run it. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DEV_BACKGROUND'] = '0';
process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';

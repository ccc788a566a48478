const hour = 3_600_000;

/** The next full hour on the clocks of a time zone, with that zone's offset then: "2024-07-08T09:00:00+03:00". */
export function nextHour(now: Date, timeZone: string): string {
  // Some zones are half an hour apart from UTC: their hours begin between those of UTC.
  const ahead = milliseconds(offsetAt(now, timeZone));
  const next = new Date((Math.floor((now.getTime() + ahead) / hour) + 1) * hour - ahead);
  // When clocks change at that hour, its offset is not the one of now.
  const offset = offsetAt(next, timeZone);
  const local = new Date(next.getTime() + milliseconds(offset));
  return `${local.toISOString().slice(0, 19)}${offset}`;
}

/** "+03:00". */
function offsetAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  // "GMT+03:00"; zones at UTC are "GMT" alone.
  return name?.slice('GMT'.length) || '+00:00';
}

function milliseconds(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

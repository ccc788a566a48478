/** Reads a ZIP archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.16. */
import { inflateRawSync } from 'node:zlib';
import { ChecksumError } from '#lib/checksums.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** No file of the site comes near it; a small archive that unpacks to a huge file does. */
const largestFile = 1 << 30;

/** The files of an archive, by their names; each is unpacked when it is asked for. */
export function readZip(bytes: Buffer): Map<string, () => Buffer> {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== endOfDirectory) end--;
  if (end < 0) throw new ChecksumError('This is no ZIP archive, or its end is missing.');
  const files = new Map<string, () => Buffer>();
  let place = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(place) !== directoryEntry)
      throw new ChecksumError('This ZIP archive is broken.');
    const nameLength = bytes.readUInt16LE(place + 28);
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    const [method, packed, start] = [
      bytes.readUInt16LE(place + 10),
      bytes.readUInt32LE(place + 20),
      bytes.readUInt32LE(place + 42),
    ];
    if (!name.endsWith('/')) files.set(name, () => unpack(bytes, start, packed, method));
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return files;
}

function unpack(bytes: Buffer, start: number, packed: number, method: number): Buffer {
  // The name and the extra fields are repeated before the data, and may differ in length.
  const begin = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const data = bytes.subarray(begin, begin + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data, { maxOutputLength: largestFile });
  throw new ChecksumError(
    'This ZIP archive is packed in a way that is not known here. Unpack it first.',
  );
}

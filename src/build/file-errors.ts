/** What a file system's errors say to a person, and what to do (errno(3)). */
const sayings: Readonly<Record<string, string>> = {
  EACCES: 'You may not read or write it. Give yourself the right to.',
  EPERM: 'You may not read or write it. Give yourself the right to.',
  EROFS: 'The disk can only be read. Choose another place.',
  ENOSPC: 'The disk is full. Make room, and try again.',
  EDQUOT: 'Your share of the disk is full. Make room, and try again.',
  EFBIG: 'The file grew too large for the disk. Choose another place.',
  EMFILE: 'Too many files are open. Close other programs, and try again.',
  ENFILE: 'Too many files are open. Close other programs, and try again.',
  EIO: 'The disk failed. Try again; if it fails again, replace the disk.',
  ENOENT: 'It is not there. Correct the name, or create it.',
  ENOTDIR: 'A part of the path is a file, not a folder. Choose another place.',
  EISDIR: 'It is a folder, not a file. Choose another name.',
  EEXIST: 'It is there already. Remove it, or choose another name.',
  ENOTEMPTY: 'Another program wrote there meanwhile. Try again.',
  EBUSY: 'Another program uses it. Close that program, and try again.',
  ELOOP: 'Its links lead in a circle. Put the file itself there.',
  ENAMETOOLONG: 'Its name is too long. Choose a shorter one.',
};

/** The error in words, or undefined where it is none of a file system's. */
export function fileErrorInWords(error: unknown): string | undefined {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return sayings[code ?? ''];
}

/** The error in words, with the path that it is about where it names one: for whoever runs a command. */
export function fileErrorWithPath(error: unknown): string | undefined {
  const said = fileErrorInWords(error);
  const { path, dest, cause } = (error ?? {}) as NodeJS.ErrnoException & { dest?: string };
  if (said === undefined) return cause === undefined ? undefined : fileErrorWithPath(cause);
  const place = dest ?? path;
  return place === undefined ? said : `${place}: ${said}`;
}

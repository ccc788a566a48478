/** What a slug looks like; also ids of authors and names of pages. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

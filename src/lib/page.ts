/** A page that editors write: about, privacy and the like. */
export interface Page {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly updatedAt?: Date | undefined;
  /** Cleaned. */
  readonly html: string;
}

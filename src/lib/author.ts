export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role?: string | undefined;
  readonly bioHtml: string;
}

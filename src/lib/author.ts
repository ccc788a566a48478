export interface Author {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organization';
  readonly role?: string | undefined;
  readonly bioHtml: string;
}

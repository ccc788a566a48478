export type SharePlace = 'whatsapp' | 'telegram' | 'email';

export interface ShareLink {
  readonly place: SharePlace;
  readonly href: string;
}

/**
 * Plain links that hand a story on: no script and no tracker, nothing is loaded from these places. Signal has
 * no address that takes a link: it is reached by the system's share sheet, or by copying.
 */
export function shareLinks({
  title,
  address,
}: {
  title: string;
  address: string;
}): readonly ShareLink[] {
  const [name, link] = [encodeURIComponent(title), encodeURIComponent(address)];
  return [
    { place: 'whatsapp', href: `https://wa.me/?text=${name}%20${link}` },
    { place: 'telegram', href: `https://t.me/share/url?url=${link}&text=${name}` },
    { place: 'email', href: `mailto:?subject=${name}&body=${link}` },
  ];
}

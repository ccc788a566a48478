import { settings } from '#settings.ts';
import { type OtherAddresses, site } from '#site.ts';

const addresses: OtherAddresses = site.otherAddresses;

/** Where else the site stands, by the ways that lead there. */
export const otherPlaces = (
  from: OtherAddresses = addresses,
): { name: string; address: string }[] =>
  [
    { name: 'Tor', address: from.onion },
    { name: 'IPFS', address: from.ipfs },
  ].filter(({ address }) => address !== '');

/**
 * A page of this site at the onion address, for Tor Browser, which offers it to whoever comes by https:
 * https://community.torproject.org/onion-services/advanced/onion-location/
 */
export function onionAddress(
  path: string,
  { onion }: Pick<OtherAddresses, 'onion'> = addresses,
  siteUrl: URL = settings.siteUrl,
): string | undefined {
  if (onion === '' || siteUrl.protocol !== 'https:') return undefined;
  return new URL(path.slice(siteUrl.pathname.length), onion).href;
}

/** The day since which this mirror is there; undefined for the site itself. */
export const { mirrorSince } = settings;

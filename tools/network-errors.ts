/** What the network's errors say to a person, and what to do. */
const sayings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers there. See whether the server runs, and under which address.',
  ECONNRESET: 'The server broke the connection off. Try again.',
  ENOTFOUND: 'There is no such name. Correct the address.',
  EAI_AGAIN: 'Names cannot be looked up. See whether there is a network.',
  ENETUNREACH: 'The network cannot be reached.',
  EHOSTUNREACH: 'The machine cannot be reached.',
  ETIMEDOUT: 'No answer came in time. Try again.',
  UND_ERR_CONNECT_TIMEOUT: 'No answer came in time. Try again.',
  CERT_HAS_EXPIRED: 'Its certificate has expired. Renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by nobody whom browsers know.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'It does not send all of its certificates.',
};

interface NetworkError {
  readonly name?: string;
  readonly code?: string;
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The error in words, with the place where it names one; undefined where it is none of the network's. */
export function networkErrorInWords(error: unknown): string | undefined {
  const { name, code, hostname, address, port, cause, errors } = (error ?? {}) as NetworkError;
  if (name === 'TimeoutError') return sayings['ETIMEDOUT'];
  const said = sayings[code ?? ''];
  // A name may stand for several machines, each of which was asked.
  if (said === undefined || (errors && errors.length > 0)) {
    const inner = cause ?? errors?.[0];
    return inner === undefined ? said : (networkErrorInWords(inner) ?? said);
  }
  const place = hostname ?? (address === undefined ? undefined : `${address}:${port ?? ''}`);
  return place === undefined ? said : `${place}: ${said}`;
}

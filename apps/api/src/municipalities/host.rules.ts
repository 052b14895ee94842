import { domainToASCII } from 'node:url';

const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/;

/**
 * The host name as browsers send it: "Medvind.Helsingør.dk" is "medvind.xn--helsingr-c5a.dk". Null for what is no name
 * of a host: an address with a scheme, a path or a port, or a number.
 */
export function hostNameOf(written: string): string | null {
  if (/[\s/:?#@%\\[\]*]/.test(written)) return null;
  const host = domainToASCII(written.replace(/\.$/, ''));
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : host;
}

import type { Schema } from '@medvind/api-client';

/** How to reach those who run the service; what they have not told is left out. */
export function Contact({
  contact: { unit, address, phone, email },
  className,
}: {
  contact: Schema<'ContactView'>;
  className?: string;
}) {
  return (
    <address className={className}>
      {unit && <strong>{unit}</strong>}
      {address && <span>{address}</span>}
      {phone && (
        <a className="ds-link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {phone}
        </a>
      )}
      {email && (
        <a className="ds-link" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </address>
  );
}

/** A sail filled by the wind from behind. */
export function Logo() {
  return (
    <svg className="mv-logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="mv-logo-main" d="M19 4c9.500 6 14 13.500 15 22.500-5.500-1.800-10.500-2-15-1z" />
      <path className="mv-logo-fore" d="M16 9c-1 8-4.500 13.500-10 17.500 3.800-.8 7-1 10-.7z" />
      <path className="mv-logo-wave" d="M4 31c5.300-3.300 10.700-3.300 16 0s10.700 3.300 16 0" fill="none" />
    </svg>
  );
}

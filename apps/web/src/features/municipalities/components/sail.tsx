/** The hero's picture: sails before the wind, in the municipality's colours. */
export function Sail() {
  return (
    <svg className="mv-hero-sail" viewBox="0 0 480 400" aria-hidden="true" focusable="false">
      <path
        className="mv-sail-wind"
        d="M10 120c90-40 170-40 250 0M40 175c70-28 130-28 190 0M0 232c75-30 140-30 200 0"
      />
      <path className="mv-sail-main" d="M262 28c112 66 168 146 180 246-66-20-126-22-180-10z" />
      <path className="mv-sail-fore" d="M238 74c-14 90-56 152-122 196 46-8 86-10 122-6z" />
      <path className="mv-sail-hull" d="M120 296h316c-12 30-34 48-66 54H188c-34-8-56-26-68-54z" />
      <path className="mv-sail-sea" d="M20 372c36-20 74-20 110 0s74 20 110 0 74-20 110 0 74 20 110 0" />
    </svg>
  );
}

import { useFormat } from '../lib/format.js';

interface ProgressProps {
  value: number;
  max: number;
  /** All of it in words: "63 af 100 har støttet". */
  label: string;
}

/** The words carry the meaning; the bar repeats it. */
export function Progress({ value, max, label }: ProgressProps) {
  const { percent } = useFormat();
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div className="mv-progress" data-full={value >= max || undefined}>
      <span className="mv-progress-label">{label}</span>
      <span
        className="mv-progress-bar"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={`${label} (${percent(share)})`}
      >
        {/* A drawing and not a style: the content security policy allows no inline styles. */}
        <svg aria-hidden="true" focusable="false">
          <rect width={`${share * 100}%`} height="100%" />
        </svg>
      </span>
    </div>
  );
}

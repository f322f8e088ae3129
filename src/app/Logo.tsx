/** A curve, its tangent, and the point where they touch. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 22 22" aria-hidden="true">
      <g fill="none" strokeLinecap="round">
        <path d="M2 18C7 18 9 4 20 4" stroke="var(--ink)" strokeWidth="2" />
        <path d="M4.5 17.5 17.5 4.6" stroke="var(--arm-b)" strokeWidth="1.6" />
      </g>
      <circle cx="11" cy="11" r="2.6" fill="var(--panel)" stroke="var(--ink)" strokeWidth="1.6" />
    </svg>
  );
}

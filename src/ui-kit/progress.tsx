import type { ComponentChildren } from 'preact';

/** How far long work has come: words, a bar, and what a screen reader says of it. */
export const Progress = ({
  label,
  done,
  total,
  children,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly children: ComponentChildren;
}) => (
  <div class="progress">
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>{children}</span>
    </p>
    <progress max={Math.max(total, 1)} value={done} aria-label={label} />
  </div>
);

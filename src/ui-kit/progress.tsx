import type { ComponentChildren } from 'preact';

/** The progress of long work: words, a bar, and a label for screen readers. */
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

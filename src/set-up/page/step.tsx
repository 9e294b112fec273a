import type { ComponentChildren } from 'preact';

/** One line of the checklist: its number until it is done, then a tick. */
export const Step = ({
  number,
  title,
  done,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ComponentChildren;
}) => (
  <li class={done ? 'step done' : 'step'}>
    <span class="mark" aria-hidden="true">
      {done ? '✓' : number}
    </span>
    <div>
      <h2>
        {title}
        <span class="hidden">{done ? ' (done)' : ' (to do)'}</span>
      </h2>
      {children}
    </div>
  </li>
);

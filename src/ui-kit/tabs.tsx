import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One tab. */
export interface TabItem {
  readonly key: string;
  readonly label: string;
  /** A number after the label; hidden if it is 0. */
  readonly badge?: number;
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Parts of a page, one visible at a time: left and right keys move, Home and End go to the ends. */
export const Tabs = ({
  label,
  tabs,
  selected,
  onSelect,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (key: string) => void;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  const move = (event: KeyboardEvent, index: number) => {
    const step = STEP[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step === undefined ? -1 : index + step;
    const next = tabs[step === undefined ? to : (to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map(({ key, label: name, badge = 0 }, index) => (
          <button
            type="button"
            role="tab"
            key={key}
            id={`${id}-${key}`}
            aria-selected={key === selected}
            aria-controls={`${id}-panel`}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
            onKeyDown={(event) => move(event, index)}
          >
            {name}
            {badge > 0 && <span class="badge">{badge}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} class="panel">
        {children}
      </div>
    </>
  );
};

/** The current step of a task with several pages; `at` counts from 0. */
export const Steps = ({ steps, at }: { readonly steps: readonly string[]; readonly at: number }) => (
  <ol class="steps-line" aria-label="Steps">
    {steps.map((step, index) => (
      <li key={step} aria-current={index === at ? 'step' : undefined} class={index < at ? 'past' : ''}>
        <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
        {step}
        {index < at && <span class="hidden"> (done)</span>}
      </li>
    ))}
  </ol>
);

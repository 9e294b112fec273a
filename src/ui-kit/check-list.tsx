import type { ComponentChildren } from 'preact';

/** One line with a checkbox. */
export interface CheckItem {
  readonly id: string;
  /** The name; a screen reader reads the whole line. */
  readonly label: ComponentChildren;
  /** Words at the end of the line. */
  readonly aside?: ComponentChildren;
}

/** A list of checkboxes with "Select all" and "Clear"; it scrolls if it is long. */
export const CheckList = ({
  label,
  items,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly items: readonly CheckItem[];
  /** The checked ids. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) => {
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <>
      {items.length > 1 && (
        <p class="row small choose">
          <button type="button" class="link" onClick={() => onChange(new Set(items.map(({ id }) => id)))}>
            Select all
          </button>
          <button type="button" class="link" onClick={() => onChange(new Set())}>
            Clear
          </button>
        </p>
      )}
      <ul class="plain check-list" aria-label={label}>
        {items.map(({ id, label: name, aside }) => (
          <li key={id}>
            <label class="tick">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span class="name">{name}</span>
              {aside && <span class="soft small aside">{aside}</span>}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
};

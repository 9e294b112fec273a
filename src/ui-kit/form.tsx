import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

/** A form: the Enter key does what its button does, and nothing while that is running. */
export const Form = ({
  busy = false,
  label,
  onSubmit,
  children,
}: {
  readonly busy?: boolean;
  /** Its name for screen readers. */
  readonly label?: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}) => (
  <form
    novalidate
    aria-label={label}
    onSubmit={(event) => {
      event.preventDefault();
      if (!busy) onSubmit();
    }}
  >
    {children}
  </form>
);

/** What every field has: its label, a help text below it, and what is wrong with its value. */
export interface FieldProps {
  readonly label: string;
  readonly help?: ComponentChildren;
  /** A sentence; blank if nothing is wrong. */
  readonly wrong?: string;
  /** The label is only for screen readers, as a column header shows it to everyone else. */
  readonly bare?: boolean;
  readonly disabled?: boolean;
}

/** What ties an input to its label, help and error. */
export interface FieldLink {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label, an input of any kind, a help text and an error, tied together for screen readers. */
export const Field = ({
  label,
  help,
  wrong = '',
  bare = false,
  disabled = false,
  children,
}: FieldProps & { readonly children: (link: FieldLink) => ComponentChildren }) => {
  const id = useId();
  const described = [...(help ? [`${id}-help`] : []), ...(wrong ? [`${id}-wrong`] : [])].join(' ');
  return (
    <div class={bare ? 'field bare' : 'field'}>
      <label for={id} class={bare ? 'hidden' : ''}>
        {label}
      </label>
      {children({ id, disabled, 'aria-describedby': described || undefined, 'aria-invalid': wrong !== '' })}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
};

type Typed = FieldProps & {
  readonly value: string;
  readonly onInput: (text: string) => void;
};

/** One line of text, or several. */
export const TextField = ({
  value,
  onInput,
  type = 'text',
  rows = 1,
  placeholder,
  longest,
  suggestions,
  ...field
}: Typed & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  /** More than one: a text of several lines. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly longest?: number;
  /** Suggestions while typing; other values are allowed too. */
  readonly suggestions?: readonly string[];
}) => {
  const list = useId();
  return (
    <Field {...field}>
      {(link) =>
        rows > 1 ? (
          <textarea
            {...link}
            rows={rows}
            value={value}
            placeholder={placeholder}
            maxLength={longest}
            onInput={({ currentTarget }) => onInput(currentTarget.value)}
          />
        ) : (
          <>
            <input
              {...link}
              type={type}
              value={value}
              placeholder={placeholder}
              maxLength={longest}
              autocomplete="off"
              list={suggestions ? list : undefined}
              onInput={({ currentTarget }) => onInput(currentTarget.value)}
            />
            {suggestions && (
              <datalist id={list}>
                {suggestions.map((each) => (
                  <option value={each} key={each} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
};

/** An amount of dollars, as typed: `8` or `8.50`. */
export const MoneyField = ({ value, onInput, ...field }: Typed) => (
  <Field {...field}>
    {(link) => (
      <span class="money">
        <span aria-hidden="true">$</span>
        <input
          {...link}
          class="number"
          inputMode="decimal"
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </span>
    )}
  </Field>
);

/** A whole number, as typed. */
export const NumberField = ({ value, onInput, placeholder, ...field }: Typed & { readonly placeholder?: string }) => (
  <Field {...field}>
    {(link) => (
      <input
        {...link}
        class="number"
        inputMode="numeric"
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);

/** A day as `2026-12-04`; blank for none. */
export const DateField = ({
  value,
  onInput,
  from,
  to,
  ...field
}: Typed & { readonly from?: string; readonly to?: string }) => (
  <Field {...field}>
    {(link) => (
      <input
        {...link}
        type="date"
        min={from}
        max={to}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);

/** A choice: its value and its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A dropdown list. */
export const SelectField = ({ value, onInput, choices, ...field }: Typed & { readonly choices: readonly Choice[] }) => (
  <Field {...field}>
    {(link) => (
      <select {...link} value={value} onChange={({ currentTarget }) => onInput(currentTarget.value)}>
        {choices.map((choice) => (
          <option value={choice.value} key={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Radio buttons. */
export const RadioField = ({
  label,
  value,
  onInput,
  choices,
  wrong = '',
}: Pick<Typed, 'label' | 'value' | 'onInput' | 'wrong'> & { readonly choices: readonly Choice[] }) => {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{label}</legend>
      <div class="row">
        {choices.map((choice) => (
          <label class="tick" key={choice.value}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onInput(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
};

/** A checkbox with its label. */
export const TickField = ({
  label,
  checked,
  onChange,
  disabled = false,
}: {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    {label}
  </label>
);

/** Moves the focus to the first field with an error inside `ref`, once the errors are shown. */
export const useFirstError = () => {
  const ref = useRef<HTMLDivElement>(null);
  const showFirst = () =>
    setTimeout(() => ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
  return { ref, showFirst };
};

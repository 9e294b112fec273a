type Child = Node | string | null | undefined | false;

type Props<Tag extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Tag], 'attributes'>> & {
  readonly attributes?: Readonly<Record<string, string>>;
};

/** Makes an element: `make('button', { type: 'button', onclick }, 'Save')`. Text is text, never HTML. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props<Tag> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const { attributes = {}, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
};

/** A button with a text and what it does. */
export const button = (label: string, onclick: () => void, className = 'button'): HTMLButtonElement =>
  make('button', { type: 'button', className, onclick }, label);

/** The element of index.html with this id. @throws Error when the page has none. */
export const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}"`);
  return element;
};

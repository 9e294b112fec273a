import type { ColumnValue } from './contract';
import { button, make } from './dom';

/** Beyond this a list of values is of no use to anyone. */
const MOST = 500;

/** Asks which values of a column should be shown; gives those to hide, null when the person thought better of it. */
export const askFilter = (title: string, values: readonly ColumnValue[]): Promise<string[] | null> =>
  new Promise((resolve) => {
    const shown = values.slice(0, MOST);
    const boxes = shown.map(({ hidden }) => make('input', { type: 'checkbox', checked: !hidden }));
    const all = (checked: boolean): void => {
      for (const box of boxes) box.checked = checked;
    };
    const window_ = make('dialog', { className: 'dialog filter' });
    const end = (hide: string[] | null): void => {
      window_.remove();
      resolve(hide);
    };
    const form = make(
      'form',
      { className: 'question' },
      make(
        'div',
        { className: 'buttons first' },
        button('All', () => all(true)),
        button('None', () => all(false)),
      ),
      make(
        'ul',
        { className: 'filter-values' },
        ...shown.map(({ text, count }, index) =>
          make(
            'li',
            {},
            make(
              'label',
              {},
              boxes[index],
              make('span', {}, text || '(empty)'),
              make('span', { className: 'quiet' }, String(count)),
            ),
          ),
        ),
      ),
      values.length > MOST && make('p', { className: 'quiet' }, `The first ${MOST} of ${values.length} values.`),
      make(
        'div',
        { className: 'buttons' },
        make('button', { type: 'submit', className: 'button primary' }, 'Apply'),
        button('Cancel', () => end(null)),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      end(shown.flatMap(({ text }, index) => (boxes[index]?.checked ? [] : [text])));
    });
    window_.addEventListener('cancel', () => end(null));
    window_.append(make('div', { className: 'dialog-head' }, make('h2', {}, `Show which of “${title}”?`)), form);
    window_.setAttribute('aria-label', `Filter of ${title}`);
    document.body.append(window_);
    window_.showModal();
    (boxes[0] ?? form.querySelector<HTMLElement>('.primary'))?.focus();
  });

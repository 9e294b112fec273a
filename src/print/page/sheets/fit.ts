/**
 * Makes the type of every box smaller until its lines stay inside: measured in the browser that prints, whatever its
 * fonts and the script are. A line that would become too small to read breaks instead; nothing is ever cut.
 *
 * The print file carries this very function as text, so it uses nothing from outside itself. All boxes are measured
 * together, a layout for each step: 500 envelopes take as many layouts as one.
 */
export const fitTexts = (root: ParentNode): void => {
  interface Fitted {
    readonly box: HTMLElement;
    readonly text: HTMLElement;
    readonly most: number;
    readonly least: number;
    low: number;
    high: number;
  }
  const STEP = 0.25;
  const isInside = ({ box, text }: Fitted): boolean =>
    text.offsetWidth <= box.clientWidth && text.offsetHeight <= box.clientHeight && text.scrollWidth <= box.clientWidth;
  // Only what changes is written: a write costs a layout of the whole job.
  const set = ({ box }: Fitted, size: number): void => {
    if (box.style.fontSize !== `${size}pt`) box.style.fontSize = `${size}pt`;
  };
  /** Finds for each box the largest size between two at which it fits; the smallest when none does. */
  const search = (all: Fitted[], lowest: (fitted: Fitted) => number): Fitted[] => {
    for (const fitted of all) {
      fitted.low = Math.round(lowest(fitted) / STEP);
      fitted.high = Math.round(fitted.most / STEP);
      set(fitted, fitted.most);
    }
    let left = all.filter((fitted) => !isInside(fitted));
    const tooLong = left;
    for (const fitted of left) fitted.high -= 1;
    while (left.length > 0) {
      for (const fitted of left) set(fitted, Math.ceil((fitted.low + fitted.high) / 2) * STEP);
      const fits = left.map(isInside);
      left.forEach((fitted, index) => {
        const middle = Math.ceil((fitted.low + fitted.high) / 2);
        if (fits[index]) fitted.low = middle;
        else fitted.high = middle - 1;
      });
      left = left.filter(({ low, high }) => low < high);
    }
    for (const fitted of tooLong) set(fitted, Math.max(fitted.low, 1) * STEP);
    return tooLong.filter((fitted) => !isInside(fitted));
  };
  const boxes: Fitted[] = [];
  for (const box of Array.from(root.querySelectorAll<HTMLElement>('.fit'))) {
    const text = box.firstElementChild as HTMLElement | null;
    if (box.classList.contains('wraps')) box.classList.remove('wraps');
    if (text)
      boxes.push({ box, text, most: Number(box.dataset.size), least: Number(box.dataset.least), low: 0, high: 0 });
  }
  const long = search(boxes, ({ least, most }) => Math.min(least, most));
  for (const { box } of long) box.classList.add('wraps');
  search(long, () => 1);
};

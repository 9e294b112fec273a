/** An address whose type is smaller than USPS machines can read (docs/design.md 8.1). */
export interface SmallType {
  /** Its box; `data-of` has the place of its order in the batch. */
  readonly box: HTMLElement;
  /** Its smallest line, in points. */
  readonly size: number;
}

/**
 * Makes the type of every box as large as its lines allow, measured in the browser that prints, whatever its fonts and the
 * script are. Nothing is ever cut. A line that is too long even at the smallest readable size breaks, so that it doesn't
 * make all others small: a street breaks before its unit, which then goes on the line above; other lines break between
 * words; the last line of an address (city, state, ZIP) never breaks but gets smaller on its own. Only what still doesn't
 * fit gets smaller as a whole.
 *
 * The print file carries this very function as text, so it uses nothing from outside itself. All boxes are measured
 * together, a layout for each step: 500 envelopes take as many layouts as one.
 * @returns the addresses whose type is too small for USPS.
 */
export const fitTexts = (root: ParentNode): SmallType[] => {
  interface Fitted {
    readonly box: HTMLElement;
    readonly text: HTMLElement;
    readonly lines: readonly HTMLElement[];
    most: number;
    readonly least: number;
    low: number;
    high: number;
  }
  const STEP = 0.25;
  /** Below this many points, USPS machines can't read an address (Domestic Mail Manual 202). */
  const READABLE = 8;
  const BROKEN = ['wraps', 'tears', 'split'];
  const isInside = ({ box, text, lines }: Fitted): boolean =>
    text.offsetWidth <= box.clientWidth &&
    text.offsetHeight <= box.clientHeight &&
    text.scrollWidth <= box.clientWidth &&
    lines.every((line) => line.scrollWidth <= box.clientWidth);
  // Only what changes is written: a write costs a layout of the whole job.
  const set = ({ box }: Fitted, size: number): void => {
    if (box.style.fontSize !== `${size}pt`) box.style.fontSize = `${size}pt`;
  };
  /** Finds for each box the largest size between two at which it fits; the smallest when none does. */
  const search = (all: readonly Fitted[], lowest: (fitted: Fitted) => number): Fitted[] => {
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
    for (const broken of Array.from(box.querySelectorAll<HTMLElement>('.wraps, .tears, .split')))
      broken.classList.remove(...BROKEN);
    for (const line of Array.from(box.querySelectorAll<HTMLElement>('.line[style]'))) line.removeAttribute('style');
    const [most, least] = [Number(box.dataset.size), Number(box.dataset.least)];
    const lines = text ? (Array.from(text.children) as HTMLElement[]) : [];
    if (text) boxes.push({ box, text, lines, most, least: Math.min(least, most), low: 0, high: 0 });
  }
  const tooLong = search(boxes, ({ least }) => least);
  // From here on every line is as wide as its words, so that the long ones are known.
  for (const fitted of tooLong) {
    set(fitted, fitted.least);
    fitted.box.classList.add('measured');
  }
  const isLong = ({ box }: Fitted, part: HTMLElement): boolean => part.offsetWidth > box.clientWidth;
  const longLines = tooLong.flatMap((fitted) =>
    fitted.lines
      .filter((line) => isLong(fitted, line))
      .map((line) => ({ fitted, line, width: line.offsetWidth, room: fitted.box.clientWidth })),
  );
  for (const { fitted, line, width, room } of longLines) {
    const size = Math.max(Math.floor((fitted.least * room) / width / STEP), 1) * STEP;
    if (line.classList.contains('whole')) {
      line.style.fontSize = `${size}pt`;
      // The others don't get larger again: more than two sizes in one address look odd.
      fitted.most = fitted.least;
    } else line.classList.add(line.querySelector('.unit') ? 'split' : 'wraps');
  }
  const longParts = longLines.flatMap(({ fitted, line }) =>
    line.classList.contains('split')
      ? (Array.from(line.children) as HTMLElement[]).filter((part) => isLong(fitted, part))
      : [],
  );
  for (const part of longParts) part.classList.add('wraps');
  for (const { box } of tooLong) box.classList.remove('measured');
  const wrapped = [
    ...longLines.flatMap(({ fitted, line }) => (line.classList.contains('wraps') ? [{ fitted, part: line }] : [])),
    ...longParts.map((part) => ({
      fitted: tooLong.find(({ box }) => box.contains(part)) as Fitted,
      part,
    })),
  ];
  const torn = wrapped.filter(({ fitted, part }) => part.scrollWidth > fitted.box.clientWidth);
  for (const { part } of torn) part.classList.add('tears');
  search(
    search(tooLong, ({ least }) => least),
    () => 1,
  );
  const sizeOf = (element: HTMLElement): number => Number.parseFloat(element.style.fontSize);
  return boxes.flatMap(({ box, lines }) => {
    const size = Math.min(...[box, ...lines].map(sizeOf).filter((each) => each > 0));
    return box.dataset.of !== undefined && size < READABLE ? [{ box, size }] : [];
  });
};

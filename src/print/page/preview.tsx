import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Nudges } from '../../domain/nudges';
import { fitTexts } from './sheets/fit';
import { PAPERS, type Sheet, sheetHtml } from './sheets/sheet';
import { smallTypeProblem } from './small-type';

/** CSS pixels of a point. */
const PIXELS = 96 / 72;
const WIDEST = 500;

/** The pages as they will print, but smaller; problems are shown above their page. */
export const Preview = ({
  sheets,
  nudges,
  label,
  onLook = () => {},
}: {
  readonly sheets: readonly Sheet[];
  readonly nudges: Nudges;
  readonly label: string;
  /** Called with the number of pages that have something to check, once their type is measured. */
  readonly onLook?: (pages: number) => void;
}) => {
  const ref = useRef<HTMLElement>(null);
  /** What was found too small, by page; measured for these pages and no others. */
  const [small, setSmall] = useState<{ readonly of: readonly Sheet[]; readonly problems: readonly string[][] }>({
    of: [],
    problems: [],
  });
  useLayoutEffect(() => {
    const places = Array.from(ref.current?.querySelectorAll('.sheet') ?? []);
    const problems: string[][] = places.map(() => []);
    const found = ref.current ? fitTexts(ref.current) : [];
    for (const { box, size } of found) {
      const at = places.findIndex((place) => place.contains(box));
      const sheet = sheets[at];
      if (sheet) problems[at]?.push(smallTypeProblem(sheet, box, size));
    }
    setSmall({ of: sheets, problems });
    onLook(sheets.filter((sheet, at) => sheet.problems.length + (problems[at]?.length ?? 0) > 0).length);
  }, [sheets, nudges]);
  const measured = small.of === sheets ? small.problems : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: anything that scrolls must be reachable by keyboard.
    <section class="previews" ref={ref} tabIndex={0} aria-label={label}>
      {sheets.map((sheet, at) => {
        const { width, height } = PAPERS[sheet.paper];
        const scale = Math.min(1, WIDEST / (width * PIXELS));
        const size = { width: `${width * PIXELS * scale}px`, height: `${height * PIXELS * scale}px` };
        const html = sheetHtml(sheet, nudges).replace('style="', `style="transform:scale(${scale.toFixed(4)});`);
        return (
          <figure class="preview" style={{ margin: 0 }} key={`${sheet.nudge} ${sheet.title}`}>
            <figcaption>{sheet.title}</figcaption>
            {[...sheet.problems, ...(measured[at] ?? [])].map((problem) => (
              <p class="problem" key={problem}>
                {problem}
              </p>
            ))}
            <div class="preview-frame" style={size} dangerouslySetInnerHTML={{ __html: html }} />
          </figure>
        );
      })}
    </section>
  );
};

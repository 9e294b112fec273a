import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Nudges } from '../../domain/nudges';
import { fitTexts } from './sheets/fit';
import { PAPERS, type Sheet, sheetHtml } from './sheets/sheet';

/** CSS pixels of a point. */
const PIXELS = 96 / 72;
const WIDEST = 500;

/** The pages as they will be printed, smaller; problems stand above the page that has them. */
export const Preview = ({
  sheets,
  nudges,
  label,
}: {
  readonly sheets: readonly Sheet[];
  readonly nudges: Nudges;
  readonly label: string;
}) => {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (ref.current) fitTexts(ref.current);
  }, [sheets, nudges]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="previews" ref={ref} tabIndex={0} aria-label={label}>
      {sheets.map((sheet) => {
        const { width, height } = PAPERS[sheet.paper];
        const scale = Math.min(1, WIDEST / (width * PIXELS));
        const size = { width: `${width * PIXELS * scale}px`, height: `${height * PIXELS * scale}px` };
        const html = sheetHtml(sheet, nudges).replace('style="', `style="transform:scale(${scale.toFixed(4)});`);
        return (
          <figure class="preview" style={{ margin: 0 }} key={`${sheet.nudge} ${sheet.title}`}>
            <figcaption>{sheet.title}</figcaption>
            {sheet.problems.map((problem) => (
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

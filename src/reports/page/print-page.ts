/**
 * Prints a separate page from a frame of the dialog, which itself doesn't change.
 * @throws Error when the browser doesn't let the dialog print.
 */
export const printPage = (html: string): Promise<void> =>
  new Promise((resolve, reject) => {
    document.querySelector('iframe.print')?.remove();
    const frame = document.createElement('iframe');
    frame.className = 'print';
    frame.title = 'The page to print';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.srcdoc = html;
    frame.onload = () => {
      try {
        frame.contentWindow?.print();
        resolve();
      } catch {
        reject(new Error("This browser doesn't allow printing from here. Download the page and print it from there."));
      }
    };
    document.body.append(frame);
  });

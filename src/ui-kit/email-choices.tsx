import type { EmailChoice } from '../domain/email-choice';
import { Action } from './parts';

/** The buttons of one waiting email. */
export const EmailChoices = ({
  about,
  choices,
  busy,
  onHold,
  onRelease,
  onSettle,
}: {
  /** Which email, for a screen reader: `Payment received for ASDAR26-0001`. */
  readonly about: string;
  readonly choices: readonly EmailChoice[];
  readonly busy: boolean;
  readonly onHold: () => void;
  readonly onRelease: () => void;
  readonly onSettle: (how: 'sent' | 'again') => void;
}) => {
  if (choices.length === 0) return null;
  const aside = <span class="hidden"> {about}</span>;
  return (
    <div class="row small-buttons">
      {choices.includes('hold') && (
        <Action disabled={busy} onClick={onHold}>
          Hold{aside}
        </Action>
      )}
      {choices.includes('release') && (
        <Action disabled={busy} onClick={onRelease}>
          Release{aside}
        </Action>
      )}
      {choices.includes('settle') && (
        <>
          <Action disabled={busy} onClick={() => onSettle('sent')}>
            It was sent{aside}
          </Action>
          <Action disabled={busy} onClick={() => onSettle('again')}>
            Send again{aside}
          </Action>
        </>
      )}
    </div>
  );
};

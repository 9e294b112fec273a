import { useState } from 'preact/hooks';
import { Close } from '../../ui-kit/close';
import { Form, TextField } from '../../ui-kit/form';
import { Action, Failure, Footer, Notice, show, useMethod } from '../../ui-kit/parts';
import { closeDialog } from '../../ui-kit/rpc';
import { Table } from '../../ui-kit/table';
import { count, formatList } from '../../ui-kit/words';
import type { ErasePlan as Plan } from '../erase-customer';

const linesOf = (tabs: Plan['lines']): string =>
  formatList(tabs.map(({ tab, count: lines }) => `${count(lines, 'line')} of ${tab}`));

const Elsewhere = ({ elsewhere }: Pick<Plan, 'elsewhere'>) =>
  elsewhere.length === 0 ? null : (
    <Notice kind="warning">
      The customer also stands in {linesOf(elsewhere)}. The program does not write there: please look yourself.
    </Notice>
  );

const Backups = ({ backups }: Pick<Plan, 'backups'>) =>
  backups.length === 0 ? null : (
    <>
      <p class="small">
        {count(backups.length, 'backup')} still {backups.length === 1 ? 'holds' : 'hold'} the data. They go to the trash
        by themselves within ten weeks; to be quicker, open them in Drive and delete them there, the trash too:
      </p>
      <ul class="small">
        {backups.map(({ name, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );

const ELSEWHERE =
  'Not touched: the account’s Sent folder, the version history that Google keeps of the sheet, and what was exported or printed.';

const Found = ({
  plan,
  email,
  busy,
  onErase,
}: {
  readonly plan: Plan;
  readonly email: string;
  readonly busy: boolean;
  readonly onErase: () => void;
}) => {
  const { orders, lines, elsewhere, backups } = plan;
  if (orders.length + lines.length + elsewhere.length === 0)
    return <Notice kind="info">Nothing here names {email}.</Notice>;
  if (orders.length + lines.length === 0) return <Elsewhere elsewhere={elsewhere} />;
  return (
    <>
      <h2>What would be erased</h2>
      <Table
        caption="Orders of this customer"
        rows={orders}
        keyOf={({ number }) => number}
        empty="No order, but lines of other tabs."
        columns={[
          { header: 'Order', cell: ({ number }) => number },
          { header: 'Customer', cell: ({ name }) => name },
          { header: 'Status', cell: ({ status }) => status },
        ]}
      />
      <p class="small">
        {lines.length > 0 && `And ${linesOf(lines)}. `}
        Name, email, phone, street, city and ZIP go, comments, notes and waiting mails too. Items, money, statuses and
        dates stay, so that the figures do not change.
      </p>
      <Elsewhere elsewhere={elsewhere} />
      <Backups backups={backups} />
      <Footer>
        <Action onClick={closeDialog}>Do nothing</Action>
        <Action primary busy={busy} onClick={onErase}>
          Erase for good
        </Action>
      </Footer>
    </>
  );
};

const Erase = () => {
  const [email, setEmail] = useState('');
  const plan = useMethod<Plan>('erase.plan');
  const erased = useMethod<Plan>('erase.run');
  if (erased.value) {
    return (
      <>
        <h1>Erase a customer</h1>
        <Notice kind="good">
          {email} is erased: {count(erased.value.orders.length, 'order')} and{' '}
          {count(
            erased.value.lines.reduce((sum, { count: rows }) => sum + rows, 0),
            'line',
          )}
          .
        </Notice>
        <Elsewhere elsewhere={erased.value.elsewhere} />
        <Backups backups={erased.value.backups} />
        <p class="small soft">{ELSEWHERE}</p>
        <Footer>
          <Close />
        </Footer>
      </>
    );
  }
  return (
    <>
      <h1>Erase a customer</h1>
      <p class="soft">For a customer who asks to be forgotten. It cannot be undone.</p>
      <Form busy={plan.busy} label="Look for a customer" onSubmit={() => void plan.run(email.trim())}>
        <TextField
          label="Email address"
          type="email"
          value={email}
          onInput={setEmail}
          longest={200}
          help="As it stands in the orders."
        />
        <button type="submit" disabled={plan.busy || !email.includes('@')}>
          Look what there is
        </button>
      </Form>
      {plan.error && <Failure message={plan.error} />}
      {erased.error && <Failure message={erased.error} />}
      {plan.value && (
        <Found
          plan={plan.value}
          email={email.trim()}
          busy={erased.busy}
          onErase={() => void erased.run(email.trim())}
        />
      )}
      <p class="small soft">{ELSEWHERE}</p>
    </>
  );
};

show(<Erase />);

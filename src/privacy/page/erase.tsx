import { useState } from 'preact/hooks';
import { CheckList } from '../../ui-kit/check-list';
import { Close } from '../../ui-kit/close';
import { Download } from '../../ui-kit/download';
import { Form, TextField } from '../../ui-kit/form';
import { Action, Failure, Footer, Notice, Sentences, show, useMethod } from '../../ui-kit/parts';
import { call, closeDialog } from '../../ui-kit/rpc';
import { Table } from '../../ui-kit/table';
import { count, formatList } from '../../ui-kit/words';
import type { ErasePlan as Plan } from '../erase-customer';

const linesOf = (tabs: Plan['lines']): string =>
  formatList(tabs.map(({ tab, count: lines }) => `${count(lines, 'line')} of ${tab}`));

const Elsewhere = ({ elsewhere }: Pick<Plan, 'elsewhere'>) =>
  elsewhere.length === 0 ? null : (
    <Notice kind="warning">
      The customer also appears in places that only you write to. Check these yourself:{' '}
      {elsewhere.map(({ tab, cells }) => `${tab} (${cells.join(', ')})`).join('; ')}.
    </Notice>
  );

/** What is not surely theirs: ticked is erased, too. */
const Decide = ({
  decide,
  chosen,
  onChange,
}: Pick<Plan, 'decide'> & {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) =>
  decide.length === 0 ? null : (
    <>
      <h2>Is this theirs, too?</h2>
      <p class="small soft">Only you can tell. Selected items are erased, too; the others stay as they are.</p>
      <CheckList
        label="Data that may be the customer's"
        items={decide.map(({ key, where, text, why }) => ({
          id: key,
          label: (
            <>
              <span class="where">
                {where} <span class="soft">· {why}</span>
              </span>
              <span class="what">{text}</span>
            </>
          ),
        }))}
        chosen={chosen}
        onChange={onChange}
      />
    </>
  );

const Links = ({ backups }: Pick<Plan, 'backups'>) => (
  <ul class="small">
    {backups.map(({ name, url }) => (
      <li key={url}>
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      </li>
    ))}
  </ul>
);

const Backups = ({
  backups,
  isFolderListed,
  chosen,
  onChange,
}: Pick<Plan, 'backups' | 'isFolderListed'> & {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) =>
  backups.length === 0 && isFolderListed ? null : (
    <>
      <h2>Backups</h2>
      <p class="small">
        {count(backups.length, 'backup')} may still hold the data. Restoring one doesn’t bring the customer back.
        Backups with a date are deleted automatically within ten weeks. Renamed and moved ones stay until you delete
        them.
      </p>
      {isFolderListed ? (
        <>
          <p class="small">Select the ones to move to the trash now, then empty the trash in Drive:</p>
          <CheckList
            label="Backups to move to the trash"
            items={backups.map(({ id, name, url }) => ({
              id,
              label: name,
              aside: (
                <a href={url} target="_blank" rel="noreferrer">
                  Open
                </a>
              ),
            }))}
            chosen={chosen}
            onChange={onChange}
          />
        </>
      ) : (
        <>
          <Links backups={backups} />
          <p class="small soft">They’re in the operator’s Drive. The operator sees renamed ones here, too.</p>
        </>
      )}
    </>
  );

/** What neither the program nor this dialog can take away. */
const Google = () => (
  <Notice kind="info">
    <p>
      Google keeps the sheet’s <b>version history</b>, which still shows the data. To remove it, choose File &gt; Make a
      copy, set up the copy as the live sheet and delete this one permanently (see the staff guide).
    </p>
    <p>
      <b>Emails already sent</b> stay in the account’s Sent folder and with the recipients. Search Gmail for the address
      and delete what you find. Delete exported and printed lists, too.
    </p>
  </Notice>
);

const Found = ({
  plan,
  email,
  busy,
  onErase,
}: {
  readonly plan: Plan;
  readonly email: string;
  readonly busy: boolean;
  readonly onErase: (chosen: readonly string[], backups: readonly string[]) => void;
}) => {
  const { orders, lines, addresses, decide, elsewhere, backups, isFolderListed } = plan;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(decide.filter(({ isLikely }) => isLikely).map(({ key }) => key)),
  );
  const [trash, setTrash] = useState<ReadonlySet<string>>(new Set());
  if (orders.length + lines.length + decide.length + elsewhere.length === 0)
    return <Notice kind="info">Nothing was found for {email}.</Notice>;
  if (orders.length + lines.length + decide.length === 0) return <Elsewhere elsewhere={elsewhere} />;
  return (
    <>
      <h2>What will be erased</h2>
      <Table
        caption="Orders of this customer"
        rows={orders}
        keyOf={({ number }) => number}
        empty="No orders, only lines in other tabs."
        columns={[
          { header: 'Order', cell: ({ number }) => number },
          { header: 'Customer', cell: ({ name }) => name },
          { header: 'Status', cell: ({ status }) => status },
        ]}
      />
      <p class="small">
        {lines.length > 0 && `Plus ${linesOf(lines)}. `}
        Name, email, phone, street, city, ZIP, comments, notes and waiting emails are erased. Items, amounts, statuses
        and dates stay, so your totals don’t change.
      </p>
      {addresses.length > 0 && (
        <p class="small">
          Emails about these orders also went to {formatList(addresses)}, so{' '}
          {addresses.length === 1 ? 'that address is' : 'those addresses are'} included.
        </p>
      )}
      <Decide decide={decide} chosen={chosen} onChange={setChosen} />
      <Elsewhere elsewhere={elsewhere} />
      <Backups backups={backups} isFolderListed={isFolderListed} chosen={trash} onChange={setTrash} />
      <Google />
      <Footer>
        <Action onClick={closeDialog}>Cancel</Action>
        <Download
          name={`Held about ${email}.json`}
          type="application/json"
          make={async () => JSON.stringify(await call('erase.held', email, [...chosen]), null, 1)}
        >
          Save a copy
        </Download>
        <Action primary busy={busy} onClick={() => onErase([...chosen], [...trash])}>
          Erase permanently
        </Action>
      </Footer>
    </>
  );
};

const Done = ({ plan, email }: { readonly plan: Plan; readonly email: string }) => {
  const lines = plan.lines.reduce((sum, { count: rows }) => sum + rows, 0);
  return (
    <>
      <h1>Erase a customer</h1>
      <Notice kind="good">
        Erased {email}: {count(plan.orders.length, 'order')} and {count(lines, 'line')}.
      </Notice>
      <Sentences
        title={`Changed in the meantime, so not erased: ${plan.missed.length}`}
        sentences={plan.missed.map((where) => `${where}. Please erase again.`)}
      />
      <Sentences
        title={`Not erased, as you chose: ${plan.decide.length}`}
        sentences={plan.decide.map(({ where, why }) => `${where} (${why}).`)}
      />
      <Elsewhere elsewhere={plan.elsewhere} />
      {plan.backups.length > 0 && (
        <>
          <p class="small">{count(plan.backups.length, 'backup')} may still hold the data:</p>
          <Links backups={plan.backups} />
        </>
      )}
      <Google />
      <Footer>
        <Close />
      </Footer>
    </>
  );
};

const Erase = () => {
  const [email, setEmail] = useState('');
  const plan = useMethod<Plan>('erase.plan');
  const erased = useMethod<Plan>('erase.decided');
  if (erased.value) return <Done plan={erased.value} email={email} />;
  return (
    <>
      <h1>Erase a customer</h1>
      <p class="soft">Permanently deletes a customer’s personal data. Nothing is erased until you confirm.</p>
      <Form busy={plan.busy} label="Find a customer" onSubmit={() => void plan.run(email.trim())}>
        <TextField
          label="Email address"
          type="email"
          value={email}
          onInput={setEmail}
          longest={200}
          help="The email on their orders."
        />
        <button type="submit" disabled={plan.busy || !email.includes('@')}>
          Find records
        </button>
      </Form>
      {plan.error && <Failure message={plan.error} />}
      {erased.error && <Failure message={erased.error} />}
      {plan.value && (
        <Found
          key={JSON.stringify(plan.value)}
          plan={plan.value}
          email={email.trim()}
          busy={erased.busy}
          onErase={(chosen, backups) => void erased.run(email.trim(), chosen, backups)}
        />
      )}
    </>
  );
};

show(<Erase />);

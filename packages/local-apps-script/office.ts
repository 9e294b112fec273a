import { resolve } from 'node:path';
import type { ExecutionRecord, ExecutionRequest } from './google/execution';
import type { Fault } from './google/faults';
import { Gate } from './google/gate';
import type { Actor, Json } from './google/operations';
import { PEOPLE, type People } from './google/people';
import type { Answer } from './google/ui-store';
import type { World } from './google/world';
import { Clockwork } from './office/clockwork';
import { Executions, type ExecutionsState, type Finished, type ScriptSource } from './office/executions';
import { fetchLoopback } from './office/fetch-loopback';
import { type RunAnswer, runAnswer } from './office/run-answer';
import { Runs } from './office/runs';
import { personAt, Screens } from './office/screens';
import { type EditAsked, type RowsAsked, SheetHands } from './office/sheet-hands';
import { executionShown, executionsAfter, mailsAfter, stateOf } from './office/shown';
import { setWeather, type Weather } from './office/weather';
import { WebApp, type WebRequest, type WebResponse } from './office/web-app';
import { declares, topLevelFunctions } from './script/declared-names';
import { DirectTransport } from './script/direct-transport';
import type { Loader } from './script/load';
import { liveInTimeZone, type Manifest, readManifest } from './script/manifest';
import type { Transport } from './script/transport';
import { WorkerTransport } from './script/worker-transport';

/** What an office is opened with. */
export interface OfficeOptions {
  readonly world: World;
  /** The script's folder. */
  readonly script: string;
  /** `direct`: in this thread, one execution at a time. `workers`: in worker threads. */
  readonly transport: 'direct' | 'workers';
  /** The folder of the built prelude and worker; `build` unless told. */
  readonly build?: string;
  /** How the script's files are loaded; `compiled` unless told. */
  readonly loader?: Loader;
  /** What random numbers, uuids and trigger times grow from. */
  readonly seed?: number;
  /** With workers: whether the seed also chooses the order of service calls (see Scheduler). */
  readonly interleave?: boolean;
  /** Whether asking for what is not here ends an execution, also when its script catches that. */
  readonly strict?: boolean;
  /** Hears of each execution that is over. */
  readonly told?: (record: ExecutionRecord) => void;
  /** What the spreadsheet is called that {@link Office.create} makes. */
  readonly name?: string;
  /** The addresses of those at the keyboard. */
  readonly people?: People;
  /** What {@link Office.state} tells beyond what is there for every script, from its script properties. */
  readonly state?: (properties: Readonly<Record<string, string>>) => { readonly [name: string]: Json };
  /** Menu items that were renamed: the old path, and the path of today. {@link Office.menu} accepts both. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** An office in which nothing runs, as plain JSON. What is on the screens and the injected faults that are set are not part of it. */
export interface SavedOffice {
  readonly world: ReturnType<World['toJSON']>;
  readonly passing: ReturnType<World['passing']>;
  readonly executions: ExecutionsState;
}

/**
 * The one door to the local Apps Script, used by tests in-process and by the host: web requests, what people do in
 * the sheet, the clock, injected faults. Each method of a control call (docs/design.md 6.6) answers what that call answers.
 */
export class Office {
  readonly world: World;
  readonly gate: Gate;
  readonly manifest: Manifest;
  readonly people: People;
  private readonly script: Omit<ScriptSource, 'manifest' | 'strict'>;
  private readonly transport: Transport;
  private readonly executionsLog: Executions;
  private readonly webApp: WebApp;
  private readonly clockwork: Clockwork;
  private readonly hands: SheetHands;
  private readonly runs: Runs;
  private readonly screens: Screens;
  private readonly name: string;
  private readonly more: NonNullable<OfficeOptions['state']>;
  private readonly renamed: ReadonlyMap<string, string>;
  private known: readonly string[] | null = null;
  private current: string | null = null;

  constructor(options: OfficeOptions) {
    const { world, script, transport, build = 'build', loader = 'compiled', seed = 1, interleave = false } = options;
    const { strict = false, told = () => {} } = options;
    const { name = 'Untitled spreadsheet', people = PEOPLE, state = () => ({}), renamed = {} } = options;
    this.world = world;
    this.people = people;
    this.name = name;
    this.more = state;
    this.renamed = new Map(Object.entries(renamed));
    this.gate = new Gate(world);
    this.manifest = readManifest(script);
    liveInTimeZone(this.manifest.timeZone);
    this.script = { folder: script, prelude: resolve(build, 'prelude.js'), loader };
    this.transport =
      transport === 'direct'
        ? new DirectTransport(world, this.gate)
        : new WorkerTransport(world, this.gate, resolve(build, 'worker.mjs'), interleave ? seed : null);
    const source = { ...this.script, manifest: this.manifest, strict };
    this.executionsLog = new Executions(world, this.transport, source, seed, told);
    this.runs = new Runs(world, this.executionsLog, (name) => declares(this.script.folder, name));
    this.screens = new Screens(world, this.runs, people, () => this.transport.stir());
    this.webApp = new WebApp((request) => this.serve({ ...request, ...this.asDeployer() }));
    this.clockwork = new Clockwork(world, (request) => this.runs.run(request));
    this.hands = new SheetHands(world, people, () => this.bound);
    world.fetch = (request) => fetchLoopback(request, world.webAppUrl, this.webApp);
  }

  /** The spreadsheet that everything acts on: the original, or an opened copy. @throws Error before there is one. */
  get bound(): string {
    const file = this.current ?? this.world.original;
    if (file === null) throw new Error('there is no spreadsheet yet: call create() first');
    return file;
  }

  /** The functions that google.script.run can call. */
  get functions(): readonly string[] {
    this.known ??= topLevelFunctions(this.script.folder);
    return this.known;
  }

  /** Makes the spreadsheet, owned by the operator and shared with the staff; gives its id. */
  create(): string {
    const { timeZone } = this.manifest;
    const { operator, staff } = this.people;
    const actor = { ...this.hostActor(operator), bound: '' };
    return this.world.perform('Host.create', [this.name, operator, [staff], timeZone], actor) as string;
  }

  /** All that has happened, to go on from with {@link Office.restore}: in another office too, on a clock that is the same. */
  save(): SavedOffice {
    return {
      world: this.world.toJSON(),
      passing: this.world.passing(),
      executions: this.executionsLog.toJSON(),
    };
  }

  /** Goes on from where an office was saved, in place of what this one had. What is given is taken, not copied. */
  restore({ world, passing, executions }: SavedOffice): void {
    this.world.restore(world);
    this.world.restorePassing(passing);
    this.executionsLog.restore(executions);
  }

  /** A request to the web app: GET, POST or HEAD of `/exec`. */
  async request(request: WebRequest): Promise<WebResponse> {
    return this.webApp.request(request);
  }

  /** What `/echo/<key>` answers. */
  echo(key: string, method?: string): WebResponse {
    return this.webApp.echo(key, method);
  }

  /** Runs a function by hand, as from the script editor: `App.setUp` too. The person has the sheet open. */
  async call(name: string, args: readonly Json[] = [], user = 'operator'): Promise<Finished> {
    return this.runs.run({
      kind: 'run',
      function: name,
      args,
      ...personAt(this.people, this.bound, user),
      hasUi: true,
    });
  }

  /** google.script.run: a stranger's from a page of the web app, staff's and the operator's from a dialog. */
  async run(asked: { function: string; args?: readonly Json[]; as?: string }): Promise<RunAnswer> {
    const { args = [], as = 'operator' } = asked;
    const who =
      as === 'anonymous'
        ? { ...this.asDeployer(), kind: 'web page' as const }
        : { ...personAt(this.people, this.bound, as), kind: 'dialog' as const };
    const { outcome } = await this.runs.run({
      ...who,
      function: asked.function,
      args,
      topLevelOnly: !this.world.switches.runReachesMethods,
      hasUi: as !== 'anonymous',
    });
    return runAnswer(outcome, this.world.switches.dateLosesResult);
  }

  /** Someone opens the sheet: onOpen runs and makes the menu. Done automatically before a menu is used. */
  openSheet(user = 'operator'): Promise<void> {
    return this.screens.open(this.bound, user);
  }

  /** Types into one cell or pastes into more; answers when the triggers are done. */
  async edit(asked: EditAsked): Promise<{ executions: Json }> {
    return this.report(await this.runs.fire(this.hands.edit(asked)));
  }

  /** Inserts, deletes or sorts rows as staff would. */
  async rows(asked: RowsAsked): Promise<{ executions: Json }> {
    return this.report(await this.runs.fire(this.hands.rows(asked)));
  }

  /** Selects cells: what a menu action sees. */
  select(asked: { sheet: string; range: string; user?: string }): Record<string, never> {
    this.hands.select(asked);
    return {};
  }

  /** Ctrl+Z. */
  async undo(asked: { user?: string } = {}): Promise<{ executions: Json }> {
    return this.report(await this.runs.fire(this.hands.undo(asked)));
  }

  /** Cells of a tab as the control API shows them. */
  sheet(tab: string, from = 1, rows = 100): Json {
    return this.hands.sheet(tab, from, rows);
  }

  /** The values of a whole tab as {@link Office.sheet} has them, at a fraction of its cost. */
  values(tab: string): Json[][] {
    return this.hands.values(tab);
  }

  /** Runs a menu item, also by a name that it had before. Returns when it's done or when it asks a question. */
  async menu({ item, user = 'operator' }: { item: string; user?: string }): Promise<{ executions: Json }> {
    return this.report(await this.screens.menu(this.bound, this.renamed.get(item) ?? item, user));
  }

  /** Answers an alert or prompt, or closes a page (`CLOSE`). Answers like {@link Office.menu}. */
  async answer(asked: { dialog: string; button: string; text?: string }): Promise<{ executions: Json }> {
    return this.report(await this.screens.answer(asked.dialog, asked.button, asked.text ?? ''));
  }

  /** Answers the next alert or prompt in advance: the direct transport cannot wait for one. */
  willAnswer(button: string, text = ''): void {
    this.world.ui.prepared.push({ button: button.toUpperCase(), text } satisfies Answer);
  }

  /** Moves the clock on by milliseconds and runs what falls due, in order. */
  advance(milliseconds: number): Promise<{ clock: string; executions: number }> {
    return this.moveOn(() => this.clockwork.advance(milliseconds));
  }

  /**
   * Moves the clock on by milliseconds in one jump, and only then runs each trigger that fell due in the meantime: once, as
   * after an outage at Google. A day costs four executions and not the 290 of {@link Office.advance}.
   */
  later(milliseconds: number): Promise<{ clock: string; executions: number }> {
    return this.moveOn(() => this.clockwork.jump(milliseconds));
  }

  /** Runs what has fallen due on a clock that runs: all of it, or only the triggers that run every few minutes. */
  async tick(which: 'all' | 'every few minutes' = 'all'): Promise<void> {
    await this.clockwork.runDue(which);
  }

  /** A copy of the spreadsheet as Drive makes it: the script comes along, triggers and properties do not. */
  copy(): { copy: string } {
    return {
      copy: this.world.perform(
        'File.makeCopy',
        [this.bound, null, null],
        this.hostActor(this.people.operator),
      ) as string,
    };
  }

  /** From now on everything acts on this copy; without one, on the original. @throws RangeError for an unknown id. */
  open(copy?: string): Record<string, never> {
    if (copy !== undefined && !this.world.workbooks.get(copy))
      throw new RangeError(`there is no copy ${JSON.stringify(copy)}`);
    this.current = copy ?? null;
    return {};
  }

  addFault(fault: Fault): Record<string, never> {
    this.gate.faults.add(fault);
    return {};
  }

  /** Weather that isn't a fault of one call; answers the state of the switches (see setWeather). */
  weather(asked: Weather): { switches: Json } {
    setWeather(this.world, this.bound, asked);
    this.transport.stir();
    return { switches: { ...this.world.switches } };
  }

  clearFaults(): Record<string, never> {
    this.gate.faults.clear();
    return {};
  }

  /** `{executions}` after an id or an ISO time; all without one. */
  executions(since?: string): { executions: Json } {
    return { executions: executionsAfter(this.executionsLog.records, since) };
  }

  /** `{mails}` after an id or from an ISO time on, oldest first. */
  mail(since?: string): { mails: Json } {
    return { mails: mailsAfter(this.world, since) };
  }

  /** The state as the control API shows it. */
  async state(): Promise<Json> {
    await this.openSheet('operator');
    const shown = stateOf(this.world, this.people, this.bound, this.functions, this.manifest.timeZone);
    return { ...shown, ...this.more(this.world.properties.read(`script:${this.bound}`)) };
  }

  /** The records of all executions, oldest first. */
  get records(): readonly ExecutionRecord[] {
    return this.executionsLog.records;
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    await this.transport.close();
  }

  /** With the direct transport the answer is there right away, also for a script that calls its own web app. */
  private serve(request: ExecutionRequest): Finished | Promise<Finished> {
    if (this.transport instanceof DirectTransport) return this.runs.startAlone(request);
    return this.runs.run(request);
  }

  /** What was late arrives before the clock moves. */
  private async moveOn(move: () => Promise<number>): Promise<{ clock: string; executions: number }> {
    this.gate.landLate();
    const first = await this.runs.fireLate();
    const count = await move();
    this.transport.stir();
    return { clock: new Date(this.world.clock.now()).toISOString(), executions: count + first.length };
  }

  private report(records: readonly ExecutionRecord[]): { executions: Json } {
    return { executions: records.map(executionShown) };
  }

  private asDeployer(): Pick<ExecutionRequest, 'effectiveUser' | 'activeUser' | 'bound' | 'hasUi'> {
    return { effectiveUser: this.people.operator, activeUser: '', bound: this.bound, hasUi: false };
  }

  private hostActor(user: string): Actor {
    return { effectiveUser: user, activeUser: user, execution: 'host', bound: this.world.original ?? '' };
  }
}

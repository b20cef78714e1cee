import {ask} from '../lib/api.js';
import {compareIds} from '../lib/ids.js';
import {monitor} from './monitor.js';

const MOST_ROWS = 500;
const MOST_WITH_OLDER = 2_000;
const FIRST = 100;
const MOST_MARKED = 12;
const OPEN = ['dead', 'waiting'];

/** Keeps the rows of one log that pass a filter: older rows first, then new ones. Dispatches `change`. */
export class Tail extends EventTarget {
  rows = [];
  fresh = new Set();
  leftOut = 0;
  held = [];
  paused = false;
  loading = true;
  failure = null;
  older = null;
  #log;
  #filter = {};
  #request = null;
  #live = false;
  #most = MOST_ROWS;
  #figures = null;

  constructor(log) {
    super();
    this.#log = log;
    this.takeFrame = event => this.#take(event.detail.rows, event.detail.leftOut);
    this.takeState = () => this.#stateChanged();
    this.takeFigures = () => this.#figuresChanged();
  }

  open(filter) {
    monitor.addEventListener(this.#log, this.takeFrame);
    monitor.connection.addEventListener('state', this.takeState);
    monitor.addEventListener('change', this.takeFigures);
    this.#live = monitor.connection.state === 'live';
    this.select(filter);
  }

  close() {
    this.#request?.abort();
    monitor.removeEventListener(this.#log, this.takeFrame);
    monitor.connection.removeEventListener('state', this.takeState);
    monitor.removeEventListener('change', this.takeFigures);
    monitor.connection.watch({});
  }

  /** Shows other rows: subscribes to new rows first, then reads the existing ones, so that no row is missed in between. */
  select(filter) {
    this.#filter = filter;
    this.rows = [];
    this.held = [];
    this.fresh = new Set();
    this.leftOut = 0;
    this.older = null;
    this.#most = MOST_ROWS;
    monitor.connection.watch({watch: this.#log, ...filter});
    return this.#load({limit: FIRST}, true);
  }

  loadOlder() {
    this.#most = Math.min(MOST_WITH_OLDER, Math.max(this.#most, this.rows.length + FIRST));
    return this.#load({limit: FIRST, before: this.older}, true);
  }

  pause(paused) {
    this.paused = paused;
    if (!paused) {
      const held = this.held;
      this.held = [];
      this.#merge(held, true);
    }
    this.#changed();
  }

  clear() {
    this.rows = [];
    this.fresh = new Set();
    this.leftOut = 0;
    this.#changed();
  }

  async #load(parameters, historic) {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.loading = true;
    this.#changed();
    try {
      const page = await ask(`api/v1/${this.#log}`, {...this.#filter, ...parameters}, request.signal);
      if (historic) this.older = page.before;
      if (this.paused && !historic) this.#hold([...page.rows].sort((a, b) => compareIds(a.id, b.id)));
      else this.#merge(page.rows, !historic);
      this.failure = null;
      this.loading = false;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.failure = failure;
      this.loading = false;
    }
    this.#changed();
  }

  /** Reads the rows that came in between, after a reconnect. */
  #stateChanged() {
    const live = monitor.connection.state === 'live';
    if (live && !this.#live) {
      if (this.rows.length === 0) this.#load({limit: FIRST}, true);
      else this.#load({limit: MOST_ROWS, after: this.#newest()}, false);
    }
    this.#live = live;
  }

  /** Reads the rows of dead letters again when there are fewer: they change when dead letters are settled. */
  #figuresChanged() {
    const before = this.#figures;
    const now = monitor.figures;
    this.#figures = now;
    if (before && (now.dead < before.dead || now.waiting < before.waiting)) this.#readOpenRows();
  }

  async #readOpenRows() {
    const filter = this.#filter;
    const lowest = this.rows.findLast(row => OPEN.includes(row.status))?.id;
    if (!lowest) return;
    const page = await ask(`api/v1/${this.#log}`, {...filter, after: BigInt(lowest) - 1n, limit: MOST_ROWS}).catch(() => null);
    if (!page || filter !== this.#filter) return;
    const read = new Map(page.rows.map(row => [row.id, row]));
    const from = page.rows.length < MOST_ROWS ? lowest : page.rows.at(-1).id;
    const isGone = row => filter.status && !read.has(row.id) && OPEN.includes(row.status) && compareIds(row.id, from) >= 0;
    this.rows = this.rows.filter(row => !isGone(row)).map(row => read.get(row.id) ?? row);
    this.#changed();
  }

  #newest() {
    return (this.held.at(-1) ?? this.rows[0]).id;
  }

  #take(rows, leftOut) {
    this.leftOut += leftOut;
    if (this.paused) this.#hold(rows);
    else this.#merge(rows, true);
    this.#changed();
  }

  #hold(rows) {
    const known = new Set([...this.rows, ...this.held].map(row => row.id));
    this.held = [...this.held, ...rows.filter(row => !known.has(row.id))].slice(-MOST_ROWS);
  }

  #merge(rows, isFresh) {
    const known = new Set(this.rows.map(row => row.id));
    const added = rows.filter(row => !known.has(row.id));
    if (added.length === 0) return;
    const all = [...this.rows, ...added].sort((a, b) => compareIds(b.id, a.id));
    this.rows = all.slice(0, this.#most);
    if (this.rows.length < all.length) this.older = this.rows.at(-1).id;
    this.fresh = new Set(isFresh && added.length <= MOST_MARKED ? added.map(row => row.id) : []);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

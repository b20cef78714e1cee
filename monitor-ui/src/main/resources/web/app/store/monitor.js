import {Connection} from './connection.js';

const MOST_SAMPLES = 600;
const SAMPLE_STEP = 950;
const STALE_AFTER = 4_000;
/** The age up to which a status counts as present; a new one comes every second. */
const STATUS_STALE_AFTER = 6_000;

const STATIONS = ['source', 'cdc-service', 'kafka', 'mariadb', 'dpu-service', 'target'];

/** Keeps the last data from the monitor. Dispatches `change` when there is something new, at most once per frame of the screen. */
class Monitor extends EventTarget {
  connection = new Connection();
  status = null;
  figures = null;
  tables = [];
  samples = [];
  #heardAt = 0;
  #statusAt = 0;
  #clockAhead = 0;
  #announced = false;

  start() {
    this.connection.addEventListener('frame', event => this.#take(event.detail));
    this.connection.addEventListener('state', () => this.#announce());
    this.connection.open();
    setInterval(() => this.#announce(), 1_000);
  }

  /** The time by the monitor's clock. */
  get now() {
    return Date.now() + this.#clockAhead;
  }

  /** Whether the figures are older than they should be. */
  get stale() {
    return this.connection.state !== 'live' || Date.now() - this.#heardAt > STALE_AFTER || this.status?.log.word !== 'READY';
  }

  /** Whether the present state of the stations is unknown. */
  get statusStale() {
    return this.connection.state !== 'live' || Date.now() - this.#statusAt > STATUS_STALE_AFTER;
  }

  /** A station by its name; in the state `unknown` where nothing is known of it now. */
  station(name) {
    const found = this.status?.stations.find(station => station.name === name);
    if (!found) return {name, state: 'unknown', message: 'The monitor has not reported its state yet.', actions: [], lanes: []};
    return this.statusStale ? {...found, state: 'unknown', since: null, errorCode: null, remedy: null, actions: [], lanes: [],
      message: 'The monitor reports nothing at present.'} : found;
  }

  get stations() {
    return STATIONS.map(name => this.station(name));
  }

  #take(frame) {
    this.#clockAhead = Date.parse(frame.at) - Date.now();
    switch (frame.type) {
      case 'status': this.status = frame.status; this.#statusAt = Date.now(); break;
      case 'history': this.samples = frame.history; break;
      case 'tables': this.tables = frame.tables; break;
      case 'figures': this.#takeFigures(frame.figures); break;
      default: this.dispatchEvent(new CustomEvent(frame.type, {detail: frame}));
    }
    this.#announce();
  }

  #takeFigures(figures) {
    this.figures = figures;
    this.#heardAt = Date.now();
    const last = this.samples.at(-1);
    if (last && Date.parse(figures.at) - Date.parse(last.at) < SAMPLE_STEP) return;
    const {snapshot, insert, update, delete: deleted, other, applied} = figures.rates;
    const sample = {at: figures.at, snapshot, insert, update, delete: deleted, other, applied, queue: figures.queue};
    this.samples = [...this.samples.slice(1 - MOST_SAMPLES), sample];
  }

  #announce() {
    if (this.#announced) return;
    this.#announced = true;
    const announce = () => {
      this.#announced = false;
      this.dispatchEvent(new Event('change'));
    };
    if (document.visibilityState === 'visible') requestAnimationFrame(announce);
    else setTimeout(announce, 1_000);
  }
}

export const monitor = new Monitor();

/** Renders a component again whenever a store dispatches `change`. */
export class Follows {
  constructor(host, store = monitor) {
    this.store = store;
    this.update = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    this.store.addEventListener('change', this.update);
  }

  hostDisconnected() {
    this.store.removeEventListener('change', this.update);
  }
}

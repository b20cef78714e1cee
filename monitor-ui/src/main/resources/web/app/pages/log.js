import {LitElement, css, html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {count} from '../lib/format.js';
import {pause, play} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {route} from '../store/route.js';
import {Tail} from '../store/tail.js';
import {CDC_COLUMNS, DPU_COLUMNS} from '../parts/rows.js';
import {shared} from '../parts/shared.js';
import {logStyles} from './log-styles.js';
import '../parts/action.js';
import '../parts/chip.js';
import '../parts/filters.js';

const UNITS = {
  cdc: {log: 'cdc-log', title: 'CDC unit', about: 'The events that cdc-service captured from the source, from cdc_log.', columns: CDC_COLUMNS,
    empty: 'Rows appear here as soon as cdc-service captures a change.'},
  dpu: {log: 'dpu-log', title: 'DPU unit', about: 'The result of each event in dpu-service, from dpu_log.', columns: DPU_COLUMNS,
    empty: 'Rows appear here as soon as dpu-service takes in an event.'},
};

/** The live tail of one log. */
class Log extends LitElement {
  static properties = {unit: {}};
  static styles = [shared, css`${logStyles}`];

  #tail = null;
  #shown = '';

  constructor() {
    super();
    new Follows(this);
    this.takeRoute = () => this.#select();
    this.takeKey = event => this.#press(event);
  }

  connectedCallback() {
    super.connectedCallback();
    route.addEventListener('change', this.takeRoute);
    document.addEventListener('keydown', this.takeKey);
    this.#tail = new Tail(UNITS[this.unit].log);
    new Follows(this, this.#tail);
    this.#shown = JSON.stringify(route.filter);
    this.#tail.open(route.filter);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    route.removeEventListener('change', this.takeRoute);
    document.removeEventListener('keydown', this.takeKey);
    this.#tail.close();
  }

  #select() {
    const wanted = JSON.stringify(route.filter);
    if (wanted === this.#shown || route.page !== this.unit) return;
    this.#shown = wanted;
    this.#tail.select(route.filter);
  }

  /** Pauses with the key `p`, as in other log viewers; not while the user types. */
  #press(event) {
    const typing = event.composedPath().some(node => /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName ?? ''));
    if (event.key === 'p' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) this.#pause();
  }

  #pause() {
    this.#tail.pause(!this.#tail.paused);
  }

  render() {
    const unit = UNITS[this.unit];
    const tail = this.#tail;
    return html`
      <div class="top"><div><h1>${unit.title}</h1><p class="muted">${unit.about}</p></div>
        <div class="tools">
          <span class="muted" role="status">${tail.paused ? `paused, ${count(tail.held.length)} new` : monitor.connection.state === 'live' ? 'following' : 'not connected'}</span>
          <button class="button" type="button" @click=${this.#pause} aria-pressed=${tail.paused} title="Shortcut: p">${tail.paused ? play : pause}${tail.paused ? 'Resume' : 'Pause'}</button>
          <button class="button" type="button" @click=${() => tail.clear()}>Clear list</button>
        </div></div>
      <dfs-filters ?withStatus=${this.unit === 'dpu'}></dfs-filters>
      <section class="card" aria-label="Rows">
        ${tail.leftOut > 0 ? html`<p class="note">${count(tail.leftOut)} rows came too fast to show and were left out; they are in the log: load older rows or narrow the filters.</p>` : ''}
        ${tail.rows.length > 0 ? this.#table(unit, tail) : this.#empty(unit, tail)}
        ${tail.older && !tail.loading ? html`<div class="more"><button class="button" type="button" @click=${() => tail.loadOlder()}>
          ${tail.rows.length > 0 ? 'Load older rows' : 'Search further back'}</button></div>` : ''}
      </section>`;
  }

  #table(unit, tail) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${`${unit.title} rows`}><table class=${this.unit}>
      <thead><tr>${unit.columns.map(([label, name]) => html`<th scope="col" class=${name}>${label}</th>`)}</tr></thead>
      <tbody>${repeat(tail.rows, row => row.id, row => this.#row(unit, row, tail.fresh.has(row.id)))}</tbody></table></div>`;
  }

  #row(unit, row, fresh) {
    const open = () => route.change({event: row.eventId});
    return html`<tr class="${fresh ? 'fresh' : ''} ${row.eventId === route.event ? 'open' : ''}" tabindex="0" @click=${open}
      @keydown=${event => { if (event.key === 'Enter') open(); }}>
      ${unit.columns.map(([, name, cell]) => html`<td class=${name}>${cell(row)}</td>`)}</tr>`;
  }

  #empty(unit, tail) {
    if (tail.loading) return html`<p class="empty">Reading the log…</p>`;
    if (tail.failure) {
      return html`<p class="empty"><strong>${tail.failure.status === 404 ? 'No log yet' : 'The log cannot be read'}</strong>${
        tail.failure.status === 404 ? unit.empty : tail.failure.message}</p>`;
    }
    const filtered = Object.values(route.filter).some(value => value);
    return html`<p class="empty"><strong>${filtered ? 'Nothing passes these filters' : 'No rows yet'}</strong>${
      filtered ? 'New rows that do will appear here.' : unit.empty}</p>`;
  }
}
customElements.define('dfs-log', Log);

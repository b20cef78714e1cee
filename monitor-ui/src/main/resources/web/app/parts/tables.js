import {LitElement, css, html, nothing} from 'lit';
import {count} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {route} from '../store/route.js';
import {shared} from './shared.js';

const COLUMNS = [
  ['table', 'Table'], ['snapshot', 'Snapshot'], ['insert', 'Insert'], ['update', 'Update'], ['delete', 'Delete'], ['other', 'Other'],
  ['queued', 'Queued'], ['applied', 'Applied'], ['skipped', 'Skipped'], ['dead', 'Dead'], ['waiting', 'Waiting'], ['dismissed', 'Dismissed'],
];
/** The columns whose numbers link to the rows that they count. */
const LINKED = ['dead', 'waiting'];

/** Shows what was captured and applied, table by table. */
class Tables extends LitElement {
  static properties = {sort: {state: true}, down: {state: true}, search: {state: true}};
  static styles = [shared, css`
    .scroll { overflow-x: auto; }
    th, td { padding: 7px 12px; border-top: 1px solid var(--line); }
    th:first-child, td:first-child { padding-left: 18px; } th:last-child, td:last-child { padding-right: 18px; }
    th { padding: 0 2px; } th:first-child { padding-left: 8px; } th:last-child { padding-right: 8px; }
    th button { border: 0; background: none; cursor: pointer; padding: 7px 10px; color: inherit; width: 100%; text-align: inherit; }
    th button:hover { color: var(--ink); }
    th[aria-sort] button { color: var(--ink); font-weight: 600; }
    th.num button { text-align: right; }
    tbody tr:hover { background: var(--raised); }
    .zero { color: var(--muted); opacity: .65; }
    .dead { color: var(--bad); font-weight: 600; } .waiting, .queued { color: var(--warn); font-weight: 600; }
    .group { border-left: 1px solid var(--line); }
    input { border: 1px solid var(--line-strong); border-radius: 7px; padding: 4px 10px; background: var(--surface); width: 190px; }
    .stale td { color: var(--muted); font-weight: 400; }`];

  constructor() {
    super();
    this.sort = 'table';
    this.down = false;
    this.search = '';
    new Follows(this);
  }

  render() {
    const rows = monitor.tables.filter(row => row.table.toLowerCase().includes(this.search.toLowerCase())).sort((a, b) => this.#order(a, b));
    return html`<section class="card" aria-labelledby="tables">
      <div class="head"><h2 id="tables">Tables</h2>
        <input type="search" placeholder="Find a table" aria-label="Find a table" .value=${this.search}
          @input=${event => { this.search = event.target.value; }}></div>
      ${rows.length > 0 ? this.#table(rows) : html`<p class="empty">
        <strong>${monitor.tables.length > 0 ? 'No table of that name' : 'Nothing has been captured yet'}</strong>
        ${monitor.tables.length > 0 ? 'Clear the search to see them all.' : 'Tables appear here with their first event.'}</p>`}
    </section>`;
  }

  #table(rows) {
    return html`<div class="scroll"><table class=${monitor.stale ? 'stale' : ''}>
      <thead><tr>${COLUMNS.map(([name, label], i) => html`<th scope="col" class=${i > 0 ? 'num' : ''}
        aria-sort=${this.sort === name ? (this.down ? 'descending' : 'ascending') : nothing}>
        <button type="button" @click=${() => this.#sortBy(name)}>${label}${this.sort === name ? (this.down ? ' ↓' : ' ↑') : ''}</button></th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>
        <td>${row.table ? html`<a href=${route.link('dpu', {table: row.table})}>${row.table}</a>` : html`<span class="muted">several tables</span>`}</td>
        ${COLUMNS.slice(1).map(([name]) => this.#cell(name, row))}</tr>`)}</tbody></table></div>`;
  }

  #cell(name, row) {
    const value = row[name];
    const tone = value === 0 ? 'zero' : LINKED.includes(name) || name === 'queued' ? name : '';
    const text = count(value);
    return html`<td class="num ${tone} ${name === 'queued' ? 'group' : ''}">${
      LINKED.includes(name) && value > 0 ? html`<a class=${name} href=${route.link('dpu', {table: row.table, status: name})}>${text}</a>` : text}</td>`;
  }

  #sortBy(name) {
    this.down = this.sort === name ? !this.down : name !== 'table';
    this.sort = name;
  }

  #order(a, b) {
    const order = this.sort === 'table' ? a.table.localeCompare(b.table) : a[this.sort] - b[this.sort];
    return this.down ? -order : order;
  }
}
customElements.define('dfs-tables', Tables);

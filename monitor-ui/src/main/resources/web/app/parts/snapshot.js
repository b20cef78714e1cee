import {LitElement, css, html, nothing} from 'lit';
import {ago, count} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {shared} from './shared.js';

/** The highest percentage that is shown: an estimate that is too low must not look like the end. */
const MOST_PERCENT = 99;

const percent = ({rows, estimatedRows}) => estimatedRows > 0 ? Math.min(MOST_PERCENT, Math.floor(100 * rows / estimatedRows)) : 0;

/** Shows the progress of the snapshot, table by table; hidden while none is read. */
class Snapshot extends LitElement {
  static styles = [shared, css`
    .whole { padding: 0 18px 12px; }
    .bar { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
    .bar div { height: 100%; background: var(--accent); transition: width .6s; }
    td, th { padding: 6px 12px; } td:first-child, th:first-child { padding-left: 18px; } td:last-child, th:last-child { padding-right: 18px; }
    tbody td { border-top: 1px solid var(--line); } td.bars { width: 34%; }
    .waiting { color: var(--muted); }`];

  constructor() {
    super();
    new Follows(this);
  }

  render() {
    const snapshot = monitor.status?.snapshot;
    this.hidden = !snapshot;
    return snapshot ? this.#card(snapshot) : nothing;
  }

  #card(snapshot) {
    return html`<section class="card" aria-labelledby="snapshot">
      <div class="head"><h2 id="snapshot">Snapshot</h2><span class="muted">begun ${ago(snapshot.begunAt, monitor.now)}</span></div>
      <div class="whole">${this.#bar(snapshot, 'The whole snapshot')}
        <p class="muted">${count(snapshot.rows)} of about ${count(snapshot.estimatedRows)} rows,
          ${count(snapshot.read)} of ${count(snapshot.tables)} tables</p></div>
      <table><thead><tr><th scope="col">Table</th><th scope="col" class="num">Rows</th><th scope="col" class="num">About</th>
        <th scope="col">Read</th></tr></thead>
        <tbody>${snapshot.open.map(table => html`<tr class=${table.reading ? 'reading' : 'waiting'}>
          <td>${table.table}</td><td class="num">${count(table.rows)}</td><td class="num">${count(table.estimatedRows)}</td>
          <td class="bars">${table.reading ? this.#bar(table, table.table) : 'waits'}</td></tr>`)}</tbody></table>
    </section>`;
  }

  #bar(progress, label) {
    const done = percent(progress);
    return html`<div class="bar" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${done}
      ><div .style=${`width:${done}%`}></div></div>`;
  }
}
customElements.define('dfs-snapshot', Snapshot);

import {LitElement, css, html} from 'lit';
import {shared} from './shared.js';

/** A row before and after, column by column. */
class Diff extends LitElement {
  static properties = {columns: {attribute: false}};
  static styles = [shared, css`
    table { font-size: 12.5px; table-layout: fixed; }
    th, td { padding: 5px 10px; border-top: 1px solid var(--line); vertical-align: top; }
    th:first-child, td:first-child { width: 27%; }
    td { overflow-wrap: anywhere; white-space: pre-wrap; font-family: var(--mono); font-size: 12px; }
    td:first-child { font-family: var(--sans); font-size: 12.5px; color: var(--muted); }
    tr.changed td:first-child { color: var(--ink); font-weight: 600; }
    tr.changed .before { background: var(--bad-soft); color: var(--bad); }
    tr.changed .after { background: var(--ok-soft); color: var(--ok); }
    .null { font-style: italic; opacity: .75; }
    .key { color: var(--accent); font-weight: 600; }`];

  render() {
    const hasBefore = this.columns.some(column => column.before);
    const hasAfter = this.columns.some(column => column.after);
    return html`<table><thead><tr><th scope="col">Column</th>
      ${hasBefore ? html`<th scope="col">Before</th>` : ''}${hasAfter ? html`<th scope="col">After</th>` : ''}</tr></thead>
      <tbody>${this.columns.map(column => html`<tr class=${column.changed && hasBefore && hasAfter ? 'changed' : ''}>
        <td>${column.column}${column.key ? html` <span class="key">key</span>` : ''}</td>
        ${hasBefore ? this.#value('before', column.before) : ''}${hasAfter ? this.#value('after', column.after) : ''}</tr>`)}</tbody></table>`;
  }

  #value(side, value) {
    if (!value) return html`<td class=${side}></td>`;
    return html`<td class=${side}>${value.kind === 'null' ? html`<span class="null">NULL</span>` : value.text}</td>`;
  }
}
customElements.define('dfs-diff', Diff);

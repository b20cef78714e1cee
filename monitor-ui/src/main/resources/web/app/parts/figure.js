import {LitElement, css, html} from 'lit';
import {shared} from './shared.js';

/** Shows one figure: its name, its value with a unit, and a note; grey where it is out of date. */
class Figure extends LitElement {
  static properties = {label: {}, value: {}, unit: {}, note: {}, tone: {}, hint: {}, stale: {type: Boolean, reflect: true}, href: {}};
  static styles = [shared, css`
    .card { padding: 14px 18px 13px; height: 100%; display: flex; flex-direction: column; gap: 2px; position: relative; }
    .label { color: var(--muted); font-size: 13px; }
    .value { font-size: 28px; line-height: 1.25; font-weight: 600; letter-spacing: -.015em; font-variant-numeric: tabular-nums; }
    .unit { font-size: 14px; font-weight: 500; color: var(--muted); margin-left: 4px; letter-spacing: 0; }
    .note { font-size: 12.5px; color: var(--muted); min-height: 1.5em; }
    .warn .value { color: var(--warn); } .bad .value { color: var(--bad); } .ok .value { color: var(--ok); }
    :host([stale]) .value { color: var(--muted); font-weight: 500; }
    @media (max-width: 620px) { .card { padding: 11px 13px; } .value { font-size: 22px; } }`];

  render() {
    return html`<div class="card ${this.tone ?? ''}" title=${this.hint ?? ''}>
      <div class="label">${this.label}</div>
      <div class="value">${this.value}${this.unit ? html`<span class="unit">${this.unit}</span>` : ''}</div>
      <div class="note">${this.href ? html`<a href=${this.href}>${this.note}</a>` : this.note}</div>
    </div>`;
  }
}
customElements.define('dfs-figure', Figure);

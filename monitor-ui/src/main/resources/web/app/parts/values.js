import {LitElement, css, html} from 'lit';
import {shared} from './shared.js';

const EDITABLE = ['number', 'text', 'null'];
const LONG = 60;

/** A value as JSON: a whole number keeps all its digits. */
const json = (value, kind) => {
  if (value === null) return 'null';
  return kind === 'number' && /^-?\d+$/.test(value) && BigInt(value).toString() === value ? value : JSON.stringify(value);
};

/** Other values for the columns of a row as it is after its change; those of its key cannot be changed. */
class Values extends LitElement {
  static properties = {columns: {attribute: false}, edited: {attribute: false}, values: {state: true}};
  static styles = [shared, css`
    form { display: grid; gap: 10px; padding: 12px 14px; border: 1px solid var(--line-strong); border-radius: 8px; }
    .row { display: grid; grid-template-columns: 30% 1fr auto; gap: 10px; align-items: center; font-size: 12.5px; }
    .name { overflow-wrap: anywhere; color: var(--muted); } .changed .name { color: var(--ink); font-weight: 600; }
    input:not([type=checkbox]), textarea { width: 100%; font: 12px var(--mono); color: inherit; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); padding: 5px 8px; }
    .changed :is(input, textarea) { border-color: var(--accent); }
    .null { display: flex; align-items: center; gap: 4px; color: var(--muted); }
    .end { display: flex; justify-content: flex-end; gap: 8px; }`];

  willUpdate(changed) {
    if (!changed.has('columns') || this.values) return;
    const before = new Map(this.edited.map(column => [column.column, column.after]));
    this.values = Object.fromEntries(this.columns.filter(column => column.after)
      .map(column => [column.column, (before.get(column.column) ?? column.after).text]));
  }

  render() {
    const columns = this.columns.filter(column => column.after && !column.key);
    return html`<form aria-label="Other values" @submit=${this.#submit}>
      ${columns.map(column => this.#row(column))}
      <div class="end"><button class="button plain" type="button" @click=${() => this.dispatchEvent(new Event('cancelled'))}>Cancel</button>
        <button class="button" type="submit" ?disabled=${this.#changed().length === 0}>Replay with these values</button></div></form>`;
  }

  #row({column, after}) {
    if (!EDITABLE.includes(after.kind)) {
      return html`<div class="row"><span class="name">${column}</span><span class="muted">${after.kind === 'long' ? 'too long to edit here' : 'binary, stays as it is'}</span></div>`;
    }
    const value = this.values[column];
    const take = event => this.#set(column, event.target.value);
    const isLong = value !== null && (value.length > LONG || value.includes('\n'));
    return html`<div class="row ${value === after.text ? '' : 'changed'}"><span class="name">${column}</span>
      ${isLong ? html`<textarea rows="3" aria-label=${column} .value=${value} @input=${take}></textarea>`
        : html`<input aria-label=${column} .value=${value ?? ''} ?disabled=${value === null} @input=${take}>`}
      <label class="null"><input type="checkbox" aria-label=${`${column} is NULL`} .checked=${value === null}
        @change=${event => this.#set(column, event.target.checked ? null : after.text ?? '')}>NULL</label></div>`;
  }

  #set(column, value) {
    this.values = {...this.values, [column]: value};
  }

  #changed() {
    return this.columns.filter(({column, key, after}) => after && !key && EDITABLE.includes(after.kind) && this.values[column] !== after.text);
  }

  #submit(event) {
    event.preventDefault();
    const values = this.#changed().map(({column, after}) => `${JSON.stringify(column)}:${json(this.values[column], after.kind)}`);
    this.dispatchEvent(new CustomEvent('chosen', {detail: `{"values":{${values.join(',')}}}`}));
  }
}
customElements.define('dfs-values', Values);

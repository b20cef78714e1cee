import {LitElement, css, html} from 'lit';
import {search} from '../lib/icons.js';
import {monitor, Follows} from '../store/monitor.js';
import {route} from '../store/route.js';
import {shared} from './shared.js';

const ACTIONS = ['snapshot', 'insert', 'update', 'delete', 'truncate', 'schema-change', 'snapshot-completed'];
const STATUSES = ['applied', 'skipped', 'dead', 'waiting', 'dismissed'];
const TYPING_PAUSE = 300;

/** The filters of a log; they are all part of the address. */
class Filters extends LitElement {
  static properties = {withStatus: {type: Boolean}};
  static styles = [shared, css`
    form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    select, input { border: 1px solid var(--line-strong); border-radius: 7px; background: var(--surface); padding: 5px 9px; min-height: 32px; max-width: 210px; }
    .search { position: relative; display: flex; align-items: center; }
    .search .icon { position: absolute; left: 9px; color: var(--muted); }
    .search input { padding-left: 30px; width: 210px; }
    .set { border-color: var(--accent); background: var(--accent-soft); }
    @media (max-width: 620px) { select, .search, .search input { flex: 1 1 40%; max-width: none; width: 100%; } }`];

  #timer = 0;

  constructor() {
    super();
    new Follows(this);
    new Follows(this, route);
  }

  render() {
    const {filter} = route;
    const tables = [...new Set([...monitor.tables.map(row => row.table), filter.table])].filter(name => name).sort();
    const isSet = Object.values(filter).some(value => value);
    return html`<form role="search" aria-label="Filters" @submit=${event => event.preventDefault()}>
      ${this.#choice('table', 'All tables', tables, filter)}
      ${this.#choice('action', 'All actions', ACTIONS, filter)}
      ${this.withStatus ? this.#choice('status', 'Any status', STATUSES, filter) : ''}
      <label class="search">${search}<span class="hidden">Search event id or key</span>
        <input type="search" class=${filter.text ? 'set' : ''} placeholder="Event id or key" .value=${filter.text} @input=${this.#type}></label>
      ${isSet ? html`<button class="button plain" type="button" @click=${this.#clear}>Clear</button>` : ''}
    </form>`;
  }

  #choice(name, all, values, filter) {
    return html`<select aria-label=${name} class=${filter[name] ? 'set' : ''} @change=${event => route.change({[name]: event.target.value})}>
      <option value="" ?selected=${!filter[name]}>${all}</option>
      ${values.map(value => html`<option value=${value} ?selected=${filter[name] === value}>${value}</option>`)}</select>`;
  }

  #type(event) {
    const text = event.target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => route.change({text}, {small: true}), TYPING_PAUSE);
  }

  #clear() {
    route.change({table: '', action: '', status: '', text: ''});
  }
}
customElements.define('dfs-filters', Filters);

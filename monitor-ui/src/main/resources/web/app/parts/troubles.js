import {LitElement, css, html, nothing} from 'lit';
import {clock, day, lasting} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {operator} from '../store/operator.js';
import {stationTone} from './chip.js';
import {shared} from './shared.js';
import './chip.js';

/** What stands still comes before what waits for it. */
const ORDER = ['failed', 'halted', 'unreachable', 'waiting'];
const NAMES = {source: 'Source', kafka: 'Kafka', mariadb: 'MariaDB', target: 'Target'};

/** The calls that help: the button, what it does for good, and where it goes. */
const CALLS = {
  resume: {label: 'Resume', path: () => 'capture/resume', body: () => '{}'},
  skip: {label: 'Skip', path: () => 'capture/skip', body: place => JSON.stringify({place}),
    ask: place => `The capture passes ${place} for good. What that leaves out, and what to read again then, the remedy says.`},
  pass: {label: 'Skip the statement', path: event => `schema-changes/${encodeURIComponent(event)}/pass`, body: () => '{}',
    ask: () => 'The lane passes the statement for good; nothing is run on the target for it.'},
  replay: {label: 'Replay dead letters', path: () => 'dead-letters/replay', body: () => '{}'},
};

/** Each station that is not well: since when, why, and what to do; nothing while all are. */
class Troubles extends LitElement {
  static properties = {asking: {state: true}, told: {state: true}, busy: {state: true}};
  static styles = [shared, css`
    ul { list-style: none; margin: 0; padding: 0 0 8px; }
    li { border-top: 1px solid var(--line); padding: 10px 18px; display: grid; gap: 4px; overflow-wrap: anywhere; }
    li li { padding: 8px 0 0 14px; border-top: 0; }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
    .code { font-weight: 600; } .bad > .line .code { color: var(--bad); } .warn > .line .code { color: var(--warn); }
    .remedy { padding: 7px 12px; border-radius: 8px; background: var(--accent-soft); }
    .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-top: 2px; }
    .told { padding: 0 18px 10px; color: var(--warn); }`];

  constructor() {
    super();
    this.asking = '';
    this.told = '';
    this.busy = false;
    new Follows(this);
  }

  render() {
    const troubled = monitor.stations.filter(({state, errorCode}) => ORDER.includes(state) && (state !== 'waiting' || errorCode))
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    if (troubled.length === 0 && !this.told) return nothing;
    return html`<section class="card" aria-labelledby="troubles">
      <div class="head"><h2 id="troubles">What stands still</h2></div>
      ${this.told ? html`<p class="told" role="status">${this.told}</p>` : ''}
      <p class="hidden" role="status">${troubled.map(({name, state}) => `${NAMES[name] ?? name} is ${state}.`).join(' ')}</p>
      <ul>${troubled.map(station => this.#station(station))}</ul></section>`;
  }

  #station(station) {
    const {name, state, lanes} = station;
    return html`<li class=${stationTone(state)} id=${`trouble-${name}`}>
      <div class="line"><strong>${NAMES[name] ?? name}</strong><dfs-chip tone=${stationTone(state)} text=${state}></dfs-chip>${this.#why(station)}</div>
      ${this.#help(station, name)}
      ${lanes.length > 0 ? html`<ul>${lanes.map(lane => html`<li class="bad">
        <div class="line"><strong>Lane ${lane.lane}</strong>${this.#why(lane)}${lane.event ? html`<span>before event <span class="mono">${lane.event}</span></span>` : ''}</div>
        ${this.#help(lane, `lane-${lane.lane}`)}</li>`)}</ul>` : ''}</li>`;
  }

  #why({errorCode, since}) {
    return html`${errorCode ? html`<span class="code">${errorCode}</span>` : ''}${since ? html`<span class="muted" title=${`since ${day(since)} ${clock(since)}`}>${lasting(since, monitor.now)}</span>` : ''}`;
  }

  #help({message, remedy, actions}, key) {
    return html`<div>${message}</div>
      ${remedy ? html`<div class="remedy">${remedy}</div>` : ''}
      ${actions.length > 0 ? html`<div class="actions">${actions.map(action => this.#action(action, `${key} ${action.word}`))}</div>` : ''}`;
  }

  #action({word, place}, key) {
    const {label, ask} = CALLS[word];
    if (this.asking === key) {
      return html`<span>${ask(place)}</span><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#act(word, place)}>Do it</button>
        <button class="button plain" type="button" @click=${() => { this.asking = ''; }}>Leave it</button>`;
    }
    return html`<button class="button" type="button" ?disabled=${this.busy}
      @click=${() => { if (ask) this.asking = key; else this.#act(word, place); }}>${label}</button>`;
  }

  async #act(word, place) {
    const {label, path, body} = CALLS[word];
    this.busy = true;
    this.asking = '';
    this.told = '';
    try {
      if (await operator.call(path(place), body(place)) !== null) this.#tell(`${label}: done.`);
    } catch (failure) {
      this.told = `${label}: ${failure.message}`;
    } finally {
      this.busy = false;
    }
  }

  /** Says it for a while: what comes of it is seen at the station. */
  #tell(text) {
    this.told = text;
    setTimeout(() => { if (this.told === text) this.told = ''; }, 6_000);
  }
}
customElements.define('dfs-troubles', Troubles);

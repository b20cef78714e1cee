import {LitElement, css, html, nothing} from 'lit';
import {ago, lasting, moment} from '../lib/format.js';
import {Follows, monitor} from '../store/monitor.js';
import {stationTone} from './chip.js';
import {shared} from './shared.js';
import './chip.js';
import './help.js';

/** The order of the stations: those that have stopped come before those that wait. */
const ORDER = ['failed', 'halted', 'unreachable', 'waiting'];
const NAMES = {source: 'Source, MySQL 5.7', kafka: 'Kafka', mariadb: 'MariaDB', target: 'Target, MySQL 8.0'};
const NOTICE_MILLIS = 6_000;
const REFUSED_MILLIS = 60_000;

/** Shows each station that is not well: since when, the reason, and the remedy; hidden while all are well. */
class Troubles extends LitElement {
  static properties = {notice: {state: true}, refused: {state: true}};
  static styles = [shared, css`
    ul { list-style: none; margin: 0; padding: 0 0 8px; }
    li { border-top: 1px solid var(--line); padding: 10px 18px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; overflow-wrap: anywhere; }
    li li { padding: 8px 0 0 14px; border-top: 0; }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
    .code { font-weight: 600; } .bad > .line .code { color: var(--bad); } .warn > .line .code { color: var(--warn); }
    .notice { padding: 0 18px 10px; color: var(--warn); overflow-wrap: anywhere; } .notice.refused { color: var(--bad); }
    @media (max-width: 620px) { li { padding: 10px 14px; } }`];

  #forgets = 0;

  constructor() {
    super();
    this.notice = '';
    this.refused = false;
    new Follows(this);
  }

  render() {
    const unwell = monitor.stations.filter(({state, errorCode}) => ORDER.includes(state) && (state !== 'waiting' || errorCode))
      .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    this.hidden = unwell.length === 0 && !this.notice;
    if (this.hidden) return nothing;
    return html`<section class="card" aria-labelledby="troubles">
      <div class="head"><h2 id="troubles">What stands still</h2></div>
      ${this.notice ? html`<p class=${this.refused ? 'notice refused' : 'notice'} role=${this.refused ? 'alert' : 'status'}>${this.notice}</p>` : ''}
      <p class="hidden" role="status">${unwell.map(({name, state}) => `${NAMES[name] ?? name} is ${state}.`).join(' ')}</p>
      <ul @notice=${({detail}) => this.#notify(detail)}>${unwell.map(station => this.#station(station))}</ul></section>`;
  }

  #station(station) {
    const {name, state, lanes} = station;
    return html`<li class=${stationTone(state)} id=${`trouble-${name}`}>
      <div class="line"><strong>${NAMES[name] ?? name}</strong><dfs-chip tone=${stationTone(state)} text=${state}></dfs-chip>${this.#why(station)}</div>
      <dfs-help .of=${station}></dfs-help>
      ${lanes.length > 0 ? html`<ul>${lanes.map(lane => html`<li class="bad">
        <div class="line"><strong>Lane ${lane.lane}</strong>${this.#why(lane)}${lane.event ? html`<span>before event <span class="mono">${lane.event}</span></span>` : ''}</div>
        <dfs-help .of=${lane}></dfs-help>
        ${lane.triedAt ? html`<div class="muted">It tries again by itself, last ${ago(lane.triedAt, monitor.now)}.</div>` : ''}</li>`)}</ul>` : ''}</li>`;
  }

  #why({errorCode, since}) {
    return html`${errorCode ? html`<span class="code">${errorCode}</span>` : ''}${since
      ? html`<span class="muted">${lasting(since, monitor.now)}, since ${moment(since, monitor.now)}</span>` : ''}`;
  }

  /** Shows the result of a call for a while; its effect is visible at the station. */
  #notify({text, refused}) {
    clearTimeout(this.#forgets);
    this.notice = text;
    this.refused = refused;
    this.#forgets = setTimeout(() => { this.notice = ''; }, refused ? REFUSED_MILLIS : NOTICE_MILLIS);
  }
}
customElements.define('dfs-troubles', Troubles);

import {LitElement, css, html} from 'lit';
import {ago, count, rate} from '../lib/format.js';
import {capture, database, key, topic} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {stationTone} from './chip.js';
import {shared} from './shared.js';
import './chip.js';

/** Shows the stations that an event passes, with the rate between them. */
class Pipeline extends LitElement {
  static styles = [shared, css`
    .card { padding: 4px 0 18px; }
    ol { list-style: none; margin: 0; padding: 4px 18px 0; display: grid;
      grid-template-columns: minmax(140px, 1.1fr) minmax(66px, .8fr) minmax(142px, 1.2fr) minmax(66px, .8fr) minmax(112px, 1fr) minmax(66px, .8fr) minmax(142px, 1.2fr) minmax(66px, .8fr) minmax(140px, 1.1fr); }
    .node { border: 1px solid var(--line); border-radius: 9px; padding: 11px 13px; background: var(--surface); min-width: 0;
      display: flex; flex-direction: column; gap: 3px; }
    .node.service { border-color: var(--line-strong); background: var(--raised); }
    .name { display: flex; align-items: center; gap: 7px; font-weight: 600; font-size: 13px; white-space: nowrap; }
    .name .icon { color: var(--accent); width: 17px; height: 17px; }
    .name a { color: inherit; }
    .what { font-size: 12px; color: var(--muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .what b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
    .edge { display: flex; flex-direction: column; justify-content: center; align-items: stretch; text-align: center; padding: 0 5px; }
    .rate { font-size: 12px; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
    .rate small { font-size: 11px; font-weight: 400; color: var(--muted); }
    .line { height: 2px; margin: 3px 0; border-radius: 2px; position: relative; background: var(--line-strong); }
    .line::after { content: ''; position: absolute; right: -1px; top: -3px; border: 4px solid transparent;
      border-left: 6px solid var(--line-strong); border-right: 0; }
    .flows .line { background: repeating-linear-gradient(90deg, var(--accent) 0 7px, transparent 7px 14px); background-size: 14px 2px;
      animation: flow var(--pace, 1s) linear infinite; }
    .flows .line::after { border-left-color: var(--accent); }
    .under { font-size: 11px; color: var(--muted); min-height: 16px; }
    .node.log { grid-column: 3 / span 5; margin-top: 12px; flex-direction: row; align-items: center; flex-wrap: wrap; gap: 2px 12px; border-style: dashed; }
    .node.log .what:last-child { margin-left: auto; }
    .node.bad { border-color: var(--bad); } .node.warn { border-color: var(--warn); }
    .stale .rate, .stale .what b { color: var(--muted); font-weight: 400; }
    .stale .line { animation-play-state: paused; }
    @keyframes flow { from { background-position: 0 0; } to { background-position: 14px 0; } }
    @media (max-width: 1020px) {
      ol { grid-template-columns: 1fr; gap: 0; }
      .node { flex-direction: row; align-items: center; flex-wrap: wrap; gap: 2px 10px; }
      .node.log { grid-column: auto; margin-top: 10px; }
      .what:last-child { margin-left: auto; }
      .edge { flex-direction: row; justify-content: flex-start; align-items: center; padding: 0 0 0 21px; gap: 12px; height: 26px; flex-direction: row-reverse; justify-content: flex-end; }
      .edge .line, .flows .line { width: 2px; height: 26px; margin: 0; animation: none; }
      .edge .line { background: var(--line-strong); } .flows .line { background: var(--accent); }
      .line::after { display: none; } .under { display: none; }
    }`];

  constructor() {
    super();
    new Follows(this);
  }

  render() {
    const {figures, now, stale} = monitor;
    const rates = figures?.rates;
    return html`<section class="card ${stale ? 'stale' : ''}" aria-labelledby="way">
      <div class="head"><h2 id="way">The way of an event</h2></div>
      <ol>
        ${this.#node('source', database, 'MySQL 5.7', figures?.newest.capturedAt
          ? html`event ${ago(figures.newest.capturedAt, now)}` : 'no event yet')}
        ${this.#edge(figures?.capturedRate, 'binlog')}
        ${this.#node('cdc-service', capture, html`<a href="#/cdc">cdc-service</a>`, html`<b>${count(figures?.captured)}</b> captured`)}
        ${this.#edge(figures?.capturedRate, 'published')}
        ${this.#node('kafka', topic, 'Kafka', html`<b>${count(figures?.queue)}</b> queued`)}
        ${this.#edge(rates?.done, 'taken in')}
        ${this.#node('dpu-service', key, html`<a href="#/dpu">dpu-service</a>`, html`<b>${count(figures?.applied)}</b> applied`)}
        ${this.#edge(rates?.applied, 'new keys')}
        ${this.#node('target', database, 'MySQL 8.0', figures?.newest.doneAt
          ? html`write ${ago(figures.newest.doneAt, now)}` : 'nothing written yet')}
        ${this.#node('mariadb', database, 'MariaDB', 'logs and relationships of both services')}
      </ol></section>`;
  }

  #node(station, icon, name, what) {
    const {state, message} = monitor.station(station);
    const tone = stationTone(state);
    const kind = station.endsWith('service') ? 'service' : station === 'mariadb' ? 'log' : '';
    return html`<li class="node ${kind} ${tone}" id=${station}><div class="name">${icon}${name}</div>
      <div><dfs-chip tone=${tone} text=${state} title=${message}></dfs-chip></div><div class="what">${what}</div></li>`;
  }

  #edge(perSecond, label) {
    const flows = perSecond >= 0.05;
    const pace = flows ? Math.max(0.25, 1.4 - Math.log10(1 + perSecond) / 3) : 1;
    return html`<li class="edge ${flows ? 'flows' : ''}">
      <span class="rate">${rate(perSecond)} <small>/s</small></span>
      <span class="line" .style=${`--pace:${pace}s`} aria-hidden="true"></span><span class="under">${label}</span></li>`;
  }
}
customElements.define('dfs-pipeline', Pipeline);

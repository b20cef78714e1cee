import {LitElement, css, html} from 'lit';
import {ago, count, rate} from '../lib/format.js';
import {capture, database, key, topic} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {logChip, serviceChip} from './chip.js';
import {shared} from './shared.js';

/** The way of an event, with what flows on each stretch of it. */
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
    .stale .rate, .stale .what b { color: var(--muted); font-weight: 400; }
    .stale .line { animation-play-state: paused; }
    @keyframes flow { from { background-position: 0 0; } to { background-position: 14px 0; } }
    @media (max-width: 1020px) {
      ol { grid-template-columns: 1fr; gap: 0; }
      .node { flex-direction: row; align-items: center; flex-wrap: wrap; gap: 2px 10px; }
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
    const {status, figures, now, stale} = monitor;
    const [cdc, dpu] = status?.services ?? [];
    const rates = figures?.rates;
    const log = logChip(status?.log);
    return html`<section class="card ${stale ? 'stale' : ''}" aria-labelledby="way">
      <div class="head"><h2 id="way">The way of an event</h2>
        <dfs-chip tone=${log.tone} text=${log.text} title=${log.title}></dfs-chip></div>
      <ol>
        ${this.#node(database, 'MySQL 5.7', 'source', figures?.newest.capturedAt
          ? html`event ${ago(figures.newest.capturedAt, now)}` : 'no event yet')}
        ${this.#edge(figures?.capturedRate, 'binlog')}
        ${this.#service(capture, 'cdc-service', '#/cdc', serviceChip(cdc, figures?.newest.capturedAt, now), html`<b>${count(figures?.captured)}</b> captured`)}
        ${this.#edge(figures?.capturedRate, 'published')}
        ${this.#node(topic, 'Topic', 'queue', html`<b>${count(figures?.queue)}</b> queued`)}
        ${this.#edge(rates?.done, 'taken in')}
        ${this.#service(key, 'dpu-service', '#/dpu', serviceChip(dpu, figures?.newest.doneAt, now), html`<b>${count(figures?.applied)}</b> applied`)}
        ${this.#edge(rates?.applied, 'new keys')}
        ${this.#node(database, 'MySQL 8.0', 'target', figures?.newest.doneAt
          ? html`write ${ago(figures.newest.doneAt, now)}` : 'nothing written yet')}
      </ol></section>`;
  }

  #node(icon, name, role, what) {
    return html`<li class="node"><div class="name">${icon}${name}</div><div class="what">${role}</div><div class="what">${what}</div></li>`;
  }

  #service(icon, name, href, chip, what) {
    return html`<li class="node service"><div class="name">${icon}<a href=${href}>${name}</a></div>
      <div><dfs-chip tone=${chip.tone} text=${chip.text} title=${chip.title ?? ''}></dfs-chip></div><div class="what">${what}</div></li>`;
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

import {LitElement, css, html} from 'lit';
import {ask} from '../lib/api.js';
import {ago, count} from '../lib/format.js';
import {alert, check} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {operator} from '../store/operator.js';
import {route} from '../store/route.js';
import {shared} from './shared.js';

const SHOWN = 4;
const REFRESH_MILLIS = 5_000;

/** Shows the newest dead letters that wait for a decision, each with its remedy. */
class Failures extends LitElement {
  static properties = {letters: {state: true}, notice: {state: true}, busy: {state: true}};
  static styles = [shared, css`
    .card { height: 100%; }
    ul { list-style: none; margin: 0; padding: 0 0 8px; }
    li { border-top: 1px solid var(--line); padding: 8px 18px; }
    .line { display: flex; justify-content: space-between; gap: 10px; }
    .error { font-size: 12.5px; color: var(--muted); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
    .tools { display: flex; align-items: baseline; gap: 8px; } .notice { padding: 0 18px 8px; font-size: 12.5px; color: var(--warn); overflow-wrap: anywhere; }
    .remedy { font-size: 12.5px; overflow-wrap: anywhere; }
    .code { color: var(--bad); font-weight: 600; }
    .calm { display: flex; flex-direction: column; align-items: center; gap: 6px; padding: 52px 20px; color: var(--muted); text-align: center; }
    .calm .icon { width: 30px; height: 30px; padding: 6px; border-radius: 99px; background: var(--ok-soft); color: var(--ok); }
    .calm.bad .icon { background: var(--bad-soft); color: var(--bad); } .calm strong { color: var(--ink); font-weight: 600; }`];

  #readFor = null;

  constructor() {
    super();
    this.letters = [];
    this.notice = '';
    this.busy = false;
    new Follows(this);
    new Follows(this, operator);
  }

  /** Reads them again when their number changes, and every 5 s: a replay that fails changes no number. */
  willUpdate() {
    const {figures, now} = monitor;
    if (!figures) return;
    const {dead, waiting} = figures.letters;
    const state = `${dead} ${waiting} ${operator.acted} ${Math.floor(now / REFRESH_MILLIS)}`;
    if (state === this.#readFor) return;
    this.#readFor = state;
    if (dead > 0) {
      this.#read();
    } else {
      this.letters = [];
      this.notice = '';
    }
  }

  async #read() {
    try {
      this.letters = await ask('api/v1/dead-letters', {limit: SHOWN});
    } catch {
      this.#readFor = null;
    }
  }

  render() {
    const dead = monitor.figures?.letters.dead ?? 0;
    return html`<section class="card" aria-labelledby="failures">
      <div class="head"><h2 id="failures">Failures</h2>
        ${dead > 0 ? html`<span class="tools"><button class="button plain" type="button" ?disabled=${this.busy} @click=${this.#replayAll}>Replay all</button>
          <a href=${route.link('dpu', {status: 'dead'})}>all ${count(dead)}</a></span>` : ''}</div>
      ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : ''}
      ${dead === 0 ? this.#none()
        : html`<ul>${this.letters.map(letter => this.#letter(letter))}</ul>`}
    </section>`;
  }

  /** The text without dead letters: that is good news only while events are processed. */
  #none() {
    const {state, message, lanes} = monitor.station('dpu-service');
    if (['ok', 'working'].includes(state)) {
      return html`<div class="calm">${check}<strong>No dead letters</strong>Every event taken in was applied, skipped by rule or dismissed.</div>`;
    }
    const words = lanes.length > 0 ? lanes.map(lane => `Lane ${lane.lane} is halted: ${lane.errorCode}.`).join(' ') : message;
    return html`<div class="calm bad">${alert}<strong>No dead letters, and dpu-service is ${state}</strong>${words}</div>`;
  }

  async #replayAll() {
    this.busy = true;
    this.notice = '';
    try {
      const answer = await operator.act('replay');
      if (answer !== null) this.notice = answer.asked === 1 ? 'A replay of 1 was asked for.' : `Replays of ${count(answer.asked)} were asked for.`;
    } catch (failure) {
      this.notice = failure.message;
    } finally {
      this.busy = false;
    }
  }

  #letter(letter) {
    return html`<li><div class="line"><a href=${route.link('dpu', {status: 'dead', event: letter.eventId})}>${letter.table ?? 'event'}${letter.oldKey ? ` · ${letter.oldKey}` : ''}</a>
      <span class="muted">${letter.waiting > 0 ? `${count(letter.waiting)} wait for it, ` : ''}${ago(letter.createdAt, monitor.now)}</span></div>
      <div class="error"><span class="code">${letter.errorCode}</span> ${letter.error}</div>
      <div class="remedy">${letter.asked ? `Asked for: ${letter.asked}.` : letter.remedy}</div></li>`;
  }
}
customElements.define('dfs-failures', Failures);

import {LitElement, css, html} from 'lit';
import {ask} from '../lib/api.js';
import {ago, count} from '../lib/format.js';
import {check} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {route} from '../store/route.js';
import {shared} from './shared.js';

const SHOWN = 4;

/** The newest dead letters that wait for a decision. */
class Failures extends LitElement {
  static properties = {letters: {state: true}};
  static styles = [shared, css`
    .card { height: 100%; }
    ul { list-style: none; margin: 0; padding: 0 0 8px; }
    li { border-top: 1px solid var(--line); padding: 8px 18px; }
    .line { display: flex; justify-content: space-between; gap: 10px; }
    .error { font-size: 12.5px; color: var(--muted); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere; }
    .code { color: var(--bad); font-weight: 600; }
    .calm { display: flex; flex-direction: column; align-items: center; gap: 6px; padding: 52px 20px; color: var(--muted); text-align: center; }
    .calm .icon { width: 30px; height: 30px; padding: 6px; border-radius: 99px; background: var(--ok-soft); color: var(--ok); }
    .calm strong { color: var(--ink); font-weight: 600; }`];

  #readFor = null;

  constructor() {
    super();
    this.letters = [];
    new Follows(this);
  }

  willUpdate() {
    const {figures} = monitor;
    const state = `${figures?.deadLetters} ${figures?.dead}`;
    if (!figures || state === this.#readFor) return;
    this.#readFor = state;
    if (figures.deadLetters === 0) this.letters = [];
    else this.#read();
  }

  async #read() {
    try {
      const letters = await ask('/api/v1/dead-letters', {limit: 50});
      this.letters = letters.filter(letter => letter.state === 'waiting').slice(0, SHOWN);
    } catch {
      this.#readFor = null;
    }
  }

  render() {
    const waiting = monitor.figures?.deadLetters ?? 0;
    return html`<section class="card" aria-labelledby="failures">
      <div class="head"><h2 id="failures">Failures</h2>
        ${waiting > 0 ? html`<a href=${route.link('dpu', {status: 'dead'})}>all ${count(waiting)}</a>` : ''}</div>
      ${waiting === 0 ? html`<div class="calm">${check}<strong>No dead letters wait</strong>Every event taken in was applied or skipped by rule.</div>`
        : html`<ul>${this.letters.map(letter => this.#letter(letter))}</ul>`}
    </section>`;
  }

  #letter(letter) {
    return html`<li><div class="line"><a href=${route.link('dpu', {status: 'dead', event: letter.eventId})}>${letter.table ?? 'event'}${letter.oldKey ? ` · ${letter.oldKey}` : ''}</a>
      <span class="muted">${ago(letter.createdAt, monitor.now)}</span></div>
      <div class="error"><span class="code">${letter.errorCode ?? 'failed'}</span> ${letter.error ?? ''}</div></li>`;
  }
}
customElements.define('dfs-failures', Failures);

import {LitElement, css, html} from 'lit';
import {clock, count, day} from '../lib/format.js';
import {operator} from '../store/operator.js';
import {route} from '../store/route.js';
import {statusTone} from './chip.js';
import {shared} from './shared.js';
import './chip.js';
import './copy.js';
import './values.js';

/** A dead letter: its remedy, the actions on it, and the events that it holds. Dispatches `asked` when the user has decided. */
class Letter extends LitElement {
  static properties = {detail: {attribute: false}, columns: {attribute: false}, step: {state: true}, busy: {state: true}, refusal: {state: true}};
  static styles = [shared, css`
    section { display: grid; gap: 10px; }
    h3 { font-size: 13px; font-weight: 600; }
    .title { display: flex; justify-content: space-between; align-items: baseline; gap: 10px; font-size: 12.5px; }
    .remedy { padding: 9px 14px; border-radius: 8px; background: var(--accent-soft); overflow-wrap: anywhere; }
    .code { font-weight: 600; color: var(--bad); }
    .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
    .refusal { color: var(--bad); overflow-wrap: anywhere; } .asked { color: var(--warn); }
    ul { list-style: none; margin: 0; padding: 0; font-size: 12.5px; display: grid; gap: 3px; }
    li { display: flex; flex-wrap: wrap; gap: 2px 10px; overflow-wrap: anywhere; }
    summary { cursor: pointer; font-size: 12.5px; color: var(--muted); }
    pre { margin: 6px 0 0; padding: 12px 14px; border-radius: 8px; background: var(--raised); font: 12px/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 320px; overflow-y: auto; }`];

  constructor() {
    super();
    this.step = '';
    this.busy = false;
    this.refusal = '';
  }

  render() {
    const {letter, stack, trace, followers} = this.detail;
    return html`<section aria-label="Dead letter">
      <div class="title"><h3>Dead letter</h3><span class="muted">tried ${count(letter.attempts)} ${letter.attempts === 1 ? 'time' : 'times'}</span></div>
      <div><dfs-chip tone=${statusTone(letter.state)} text=${letter.state}></dfs-chip> <span class="code">${letter.errorCode}</span></div>
      ${letter.remedy && this.#isOpen() ? html`<p class="remedy">${letter.remedy}</p>` : ''}
      ${letter.behind && letter.state === 'waiting' ? html`<p>Waits for <a class="mono" href=${this.#link(letter.behind)}>${letter.behind}</a></p>` : ''}
      ${this.#isOpen() ? this.#actions(letter) : ''}
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ''}
      ${followers.length > 0 ? this.#followers(letter, followers) : ''}
      ${trace.length > 0 ? this.#trace(trace) : ''}
      ${stack ? html`<details><summary>Stack</summary><pre tabindex="0">${stack}</pre></details>` : ''}</section>`;
  }

  #isOpen() {
    return ['dead', 'waiting'].includes(this.detail.letter.state);
  }

  #actions(letter) {
    if (letter.asked) return html`<p class="asked" role="status">Asked for: ${letter.asked}. dpu-service does it within seconds.</p>`;
    const dead = letter.state === 'dead';
    switch (this.step) {
      case 'values': return html`<dfs-values .columns=${this.columns} .edited=${this.detail.edited}
        @cancelled=${() => { this.step = ''; }} @chosen=${event => this.#act('replay', event.detail)}></dfs-values>`;
      case 'dismiss': return html`<div class="actions"><span>It is given up for good; the events that wait for it are tried as if it had never existed.</span>
        <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#act('dismiss')}>Dismiss it</button>
        <button class="button plain" type="button" @click=${() => { this.step = ''; }}>Keep it</button></div>`;
      default: return html`<div class="actions">
        ${dead ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#act('replay')}>Replay</button>` : ''}
        ${dead && this.columns.some(column => column.after && !column.key) ? html`<button class="button" type="button" ?disabled=${this.busy}
          @click=${() => { this.step = 'values'; }}>Replay with other values</button>` : ''}
        <button class="button" type="button" ?disabled=${this.busy} @click=${() => { this.step = 'dismiss'; }}>Dismiss</button></div>`;
    }
  }

  async #act(decision, json) {
    this.busy = true;
    this.refusal = '';
    try {
      const answer = await operator.act(`${encodeURIComponent(this.detail.letter.eventId)}/${decision}`, json);
      if (answer !== null) {
        this.step = '';
        this.dispatchEvent(new Event('asked'));
      }
    } catch (failure) {
      this.refusal = failure.message;
    } finally {
      this.busy = false;
    }
  }

  #followers(letter, followers) {
    return html`<div><div class="title"><h3>Waits for it</h3><span class="muted">${count(letter.waiting)}</span></div>
      <ul>${followers.map(follower => html`<li><a href=${this.#link(follower.eventId)}>${follower.table ?? 'event'}${follower.oldKey ? ` · ${follower.oldKey}` : ''}</a>
        <span>${follower.action}</span><span class="mono muted">${follower.eventId}</span></li>`)}</ul></div>`;
  }

  #trace(trace) {
    return html`<div><div class="title"><h3>What was done</h3></div><ul>${trace.map(line => html`<li>
      <span class="num muted">${day(line.at)} ${clock(line.at)}</span><b>${line.who}</b><span>${line.action}</span><span class="muted">${line.text}</span></li>`)}</ul></div>`;
  }

  #link(eventId) {
    return route.link(route.page, {...route.filter, event: eventId});
  }
}
customElements.define('dfs-letter', Letter);

import {LitElement, css, html, nothing} from 'lit';
import {Follows} from '../store/monitor.js';
import {operator} from '../store/operator.js';
import {route} from '../store/route.js';
import {shared} from './shared.js';

/** The only error code for which a skip may come with a table's definition. */
const UNPROVEN = 'definition-unproven';

/** The calls: the button, its path, and the question before a call that skips something for good. */
const CALLS = {
  resume: {label: 'Resume', path: () => 'capture/resume', body: () => '{}'},
  skip: {label: 'Skip', path: () => 'capture/skip',
    body: (place, definition) => JSON.stringify(definition ? {place, definition} : {place}),
    ask: place => `The capture skips ${place} for good. This is at that place:`,
    then: 'The remedy says what is left out by that, and what to read again afterwards.'},
  retry: {label: 'Try again now', path: lane => `lanes/${lane}/resume`, body: () => '{}'},
  pass: {label: 'Pass this statement', path: event => `schema-changes/${encodeURIComponent(event)}/pass`, body: () => '{}',
    ask: () => 'The lane passes the statement for good. This is not run on the target:',
    then: 'Rows that follow are applied to the target as it is.'},
  replay: {label: 'Replay dead letters', path: () => 'dead-letters/replay', body: () => '{}'},
};

/** Shows the problem of a station or a lane, its remedy, and the buttons for the calls. Dispatches `notice` with the result of a call. */
class Help extends LitElement {
  static properties = {of: {attribute: false}, asking: {state: true}, busy: {state: true}};
  static styles = [shared, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; overflow-wrap: anywhere; }
    .remedy { padding: 7px 12px; border-radius: 8px; background: var(--accent-soft); }
    .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-top: 2px; }
    .ask { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; padding: 10px 12px; border: 1px solid var(--line-strong); border-radius: 8px; }
    pre { margin: 0; padding: 8px 12px; border-radius: 8px; background: var(--raised); font: 12px/1.55 var(--mono); white-space: pre-wrap; max-height: 220px; overflow-y: auto; }
    label { display: grid; gap: 4px; color: var(--muted); font-size: 13px; }
    textarea { font: 12px/1.55 var(--mono); color: var(--ink); background: var(--surface); border: 1px solid var(--line-strong); border-radius: 7px; padding: 7px 10px; width: 100%; resize: vertical; }
    textarea:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }`];

  constructor() {
    super();
    this.asking = '';
    this.busy = false;
    new Follows(this, operator);
  }

  render() {
    const {message, remedy, actions} = this.of;
    const asked = actions.find(action => this.asking === this.#key(action));
    return html`<div>${message}</div>
      ${remedy ? html`<div class="remedy">${remedy}</div>` : ''}
      ${actions.length === 0 ? nothing : asked && operator.mayAct ? this.#question(asked) : this.#buttons(actions)}`;
  }

  /** The key of a question. It holds only for its place: the question disappears when another obstacle is shown. */
  #key({word, place}) {
    return `${word} ${place}`;
  }

  #buttons(actions) {
    const letters = actions.some(({word}) => word === 'replay')
      ? html`<a href=${route.link('dpu', {status: 'dead'})}>Look at the dead letters</a>` : '';
    if (!operator.mayAct) {
      return html`<div class="actions"><button class="button" type="button" @click=${() => operator.logIn()}>Log in as an operator</button>${letters}</div>`;
    }
    return html`<div class="actions">${actions.map(action => html`<button class="button" type="button" ?disabled=${this.busy}
      @click=${() => { if (CALLS[action.word].ask) this.asking = this.#key(action); else this.#act(action); }}>${CALLS[action.word].label}</button>`)}${letters}</div>`;
  }

  #question(action) {
    const {label, ask, then} = CALLS[action.word];
    return html`<div class="ask" role="group" aria-label=${label}>
      <div>${ask(action.place)}</div>
      ${action.statement ? html`<pre tabindex="0">${action.statement}</pre>` : ''}
      <div>${then}</div>
      ${action.word === 'skip' && this.of.errorCode === UNPROVEN ? html`<label>The table's definition after the statement, as SHOW CREATE TABLE prints it; may be left out
        <textarea rows="4" spellcheck="false"></textarea></label>` : ''}
      <div class="actions"><button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#act(action)}>Do it</button>
        <button class="button plain" type="button" @click=${() => { this.asking = ''; }}>Leave it</button></div></div>`;
  }

  async #act({word, place}) {
    const {label, path, body} = CALLS[word];
    const definition = this.renderRoot.querySelector('textarea')?.value.trim();
    this.busy = true;
    try {
      if (await operator.call(path(place), body(place, definition)) !== null) {
        this.asking = '';
        this.#notify(`${label}: done.`);
      }
    } catch (failure) {
      this.#notify(`${label}: ${failure.message}`, true);
    } finally {
      this.busy = false;
    }
  }

  #notify(text, refused = false) {
    this.dispatchEvent(new CustomEvent('notice', {bubbles: true, composed: true, detail: {text, refused}}));
  }
}
customElements.define('dfs-help', Help);

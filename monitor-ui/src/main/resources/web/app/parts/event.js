import {LitElement, css, html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {ask} from '../lib/api.js';
import {between, clock, day} from '../lib/format.js';
import {arrow, close} from '../lib/icons.js';
import {route} from '../store/route.js';
import {statusTone} from './chip.js';
import {eventStyles} from './event-styles.js';
import {shared} from './shared.js';
import './copy.js';
import './diff.js';
import './letter.js';

const WAITS = 15;
const WAIT_MILLIS = 2_000;

/** Shows one whole event, next to the page. */
class EventDrawer extends LitElement {
  static properties = {eventId: {}, detail: {state: true}, failure: {state: true}};
  static styles = [shared, css`${eventStyles}`];

  #request = null;
  #timer = 0;

  willUpdate(changed) {
    if (changed.has('eventId')) {
      this.detail = null;
      this.#read(WAITS);
    }
  }

  firstUpdated() {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog.show();
    dialog.focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#request?.abort();
    clearTimeout(this.#timer);
  }

  /** Reads the event, and again while it is not applied yet, or while an action on it is requested and not done. */
  async #read(again) {
    this.#request?.abort();
    clearTimeout(this.#timer);
    this.#request = new AbortController();
    try {
      this.detail = await ask(`api/v1/events/${encodeURIComponent(this.eventId)}`, {}, this.#request.signal);
      this.failure = null;
    } catch (failure) {
      if (failure.name !== 'AbortError') this.failure = failure;
      return;
    }
    const pending = this.detail.letter ? this.detail.letter.letter.asked : !this.detail.done;
    if (pending && again > 0) this.#timer = setTimeout(() => this.#read(again - 1), WAIT_MILLIS);
  }

  #close() {
    route.change({event: ''});
  }

  render() {
    return html`<dialog aria-labelledby="title" @keydown=${event => { if (event.key === 'Escape') this.#close(); }}>
      <header><div><h2 id="title">${this.#title()}</h2><p class="mono muted id">${this.eventId}</p></div>
        <div class="tools"><dfs-copy label="event id" .text=${this.eventId}></dfs-copy>
        <button class="button plain" type="button" aria-label="Close" @click=${this.#close}>${close}</button></div></header>
      <div class="body">${this.failure ? html`<p class="empty"><strong>${this.failure.status === 404 ? 'No log knows this event' : 'It cannot be read'}</strong>${this.failure.message}</p>`
        : this.detail ? this.#body(this.detail) : html`<p class="empty">Reading the event…</p>`}</div></dialog>`;
  }

  #title() {
    const row = this.detail?.captured ?? this.detail?.done ?? this.detail?.letter?.letter;
    return row ? html`<dfs-action word=${row.action}></dfs-action> ${row.table ?? ''}` : 'Event';
  }

  #body(detail) {
    const {captured, done, letter} = detail;
    return html`
      ${done ? this.#outcome(done, detail) : letter ? '' : html`<p class="wait">Captured, and not applied yet.</p>`}
      ${letter ? keyed(letter.letter.eventId, html`<dfs-letter .detail=${letter} .columns=${detail.columns} @asked=${() => this.#read(WAITS)}></dfs-letter>`) : ''}
      ${captured || done ? this.#timings(captured, done) : ''}
      ${detail.columns.length > 0 ? html`<section><div class="title"><h3>Row</h3></div><dfs-diff .columns=${detail.columns}></dfs-diff></section>` : ''}
      ${this.#statement(detail)}
      ${detail.sql ? this.#text('SQL on the target', detail.sql, 'SQL') : ''}
      ${detail.json ? this.#text(detail.cut ? 'Event (its beginning)' : 'Event', detail.json, 'event JSON') : ''}`;
  }

  #outcome(done, detail) {
    return html`<section class="outcome"><dfs-chip tone=${statusTone(done.status)} text=${done.status}></dfs-chip>
      ${done.oldKey || done.newKey ? html`<span class="mono keys">${done.oldKey ?? '–'} ${arrow}<span class="hidden">becomes</span> <b>${done.newKey ?? '–'}</b></span>` : ''}
      ${done.target ? html`<span class="muted">in ${done.target}</span>` : ''}
      ${detail.error ? html`<pre class="error">${done.errorCode ? `${done.errorCode}: ` : ''}${detail.error}</pre>` : ''}</section>`;
  }

  /** The statement of the source, for a schema change. */
  #statement({captured, json, cut}) {
    if (captured?.action !== 'schema-change' || !json || cut) return '';
    return this.#text('Statement of the source', JSON.parse(json).ddl, 'statement');
  }

  #timings(captured, done) {
    const first = captured ?? done;
    const steps = [['Committed at the source', first.committedAt], ['Captured', first.capturedAt]];
    if (done) steps.push(['Taken in', done.receivedAt], ['Done', done.appliedAt]);
    return html`<section><div class="title"><h3>Way</h3><span class="muted">${day(first.committedAt)}${captured ? html` · <span class="mono">${captured.position}</span>` : ''}${done ? ` · lane ${done.lane}, offset ${done.offset}` : ''}</span></div>
      <ol class="steps">${steps.map(([name, at], i) => html`<li><span class="muted">${name}</span>
        <span class="num">${clock(at)}</span><span class="muted num">${i > 0 ? `+ ${between(steps[i - 1][1], at)}` : ''}</span></li>`)}</ol></section>`;
  }

  #text(title, text, label) {
    return html`<section><div class="title"><h3>${title}</h3><dfs-copy label=${label} .text=${text}></dfs-copy></div><pre tabindex="0">${text}</pre></section>`;
  }
}
customElements.define('dfs-event', EventDrawer);

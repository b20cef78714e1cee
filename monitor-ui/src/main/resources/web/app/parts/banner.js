import {LitElement, css, html} from 'lit';
import {alert} from '../lib/icons.js';
import {Follows, monitor} from '../store/monitor.js';
import {shared} from './shared.js';

/** Shows why the page is not live. */
class Banner extends LitElement {
  static styles = [shared, css`
    div { display: flex; align-items: center; gap: 10px; padding: 9px 24px; background: var(--warn-soft); color: var(--warn); font-size: 13.5px; }
    div.bad { background: var(--bad-soft); color: var(--bad); }
    .button { margin-left: auto; background: none; border-color: currentColor; min-height: 28px; padding: 2px 10px; }
    span { overflow-wrap: anywhere; }`];

  constructor() {
    super();
    new Follows(this);
  }

  render() {
    return html`<section role="status" aria-label="Connection">${this.#banner()}</section>`;
  }

  #banner() {
    const {connection, status} = monitor;
    if (connection.state === 'waiting' && connection.refusal) {
      return html`<div>${alert}<span>${connection.refusal} ${this.#next(connection.retryAt)}</span>
        <button class="button" type="button" @click=${() => connection.retry()}>Try now</button></div>`;
    }
    if (connection.state === 'waiting') {
      return html`<div class="bad">${alert}<span>Disconnected from the monitor. The figures are old. ${this.#next(connection.retryAt)}</span>
        <button class="button" type="button" @click=${() => connection.retry()}>Try now</button></div>`;
    }
    if (status?.log.word === 'DOWN') {
      return html`<div class="bad">${alert}<span>The log cannot be read, so the figures do not change. ${status.log.reason}</span></div>`;
    }
    if (status?.log.word === 'ABSENT') {
      return html`<div>${alert}<span>No log has been written yet. It appears when cdc-service has started; nothing needs to be done here.</span></div>`;
    }
    return '';
  }

  #next(at) {
    const seconds = Math.ceil((at - Date.now()) / 1000);
    return seconds > 1 ? `This page tries again in ${seconds} s.` : 'This page tries again now.';
  }
}
customElements.define('dfs-banner', Banner);
